import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import type { Person } from '../people.js';
import { cardInvoke, messageActivity, submitActivity } from './activities.js';
import type { BotAnswer } from './bot-door.js';
import type { StoredMessage } from './chats.js';
import type { Desk } from './desk.js';
import { HostRefusal, hostBase, hostBody, hostPerson, hostPlace } from './host-routes.js';
import type { Place } from './places.js';
import type { HostActionAnswer } from './wire.js';

const shape = z.object({
  person: z.string(),
  conversation: z.string(),
  activityId: z.string(),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
  action: z.object({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().optional(),
    verb: z.string().optional(),
    title: z.string().optional(),
    data: z.unknown().optional(),
  }),
});

type Asked = z.infer<typeof shape>;

/** One press, with everything it was about. */
interface Press {
  asked: Asked;
  person: Person;
  place: Place;
  message: StoredMessage;
  base: string;
}

const invokeAnswer = z.object({
  statusCode: z.number(),
  type: z.string(),
  value: z.unknown().optional(),
});

const errorValue = z.object({ code: z.string().optional(), message: z.string().optional() });

const refreshShape = z.object({
  refresh: z.object({ userIds: z.array(z.string()).optional() }),
});

/** In conversations up to this size a card without `userIds` refreshes for everyone. */
const refreshForAllUpTo = 60;

function mayRefresh(desk: Desk, press: Press): boolean {
  const { person, place, message } = press;
  const seen = desk.chats.seenBy(person, place).find((one) => one.id === message.id);
  const card = refreshShape.safeParse(seen?.attachments[0]?.content);
  if (!card.success) return false;
  const { userIds } = card.data.refresh;
  if (userIds !== undefined) return userIds.includes(desk.places.mriOf(person));
  return place.kind === 'personal' || place.team.members.length <= refreshForAllUpTo;
}

function errorAnswer(body: unknown): HostActionAnswer {
  const answer = invokeAnswer.safeParse(body);
  const value = errorValue.safeParse(answer.success ? answer.data.value : undefined);
  const { code, message = '' } = value.success ? value.data : {};
  return { kind: 'error', text: message, ...(code !== undefined && { code }) };
}

function shown(desk: Desk, press: Press, body: unknown): HostActionAnswer {
  const answer = invokeAnswer.safeParse(body);
  if (!answer.success || answer.data.statusCode !== 200) return errorAnswer(body);
  const { type, value } = answer.data;
  if (type === 'application/vnd.microsoft.activity.message') {
    return { kind: 'message', text: String(value) };
  }
  if (type !== 'application/vnd.microsoft.card.adaptive') return errorAnswer(body);
  const message = desk.chats.setView(press.place, press.message.id, press.person, value);
  // The bot may have deleted the message while it answered.
  return message === undefined ? { kind: 'sent' } : { kind: 'card', message };
}

async function execute(desk: Desk, press: Press): Promise<HostActionAnswer> {
  const { asked, person, message, base } = press;
  const { type, id, verb, title, data } = asked.action;
  const action = { type, ...(title && { title }), ...(id && { id }), verb, data: data ?? {} };
  const origin = desk.origin(person, threadOf(press), base);
  const invoke = { replyToId: message.id, action, trigger: asked.trigger };
  const answer = await desk.door.deliver(cardInvoke(origin, invoke));
  if (answer.kind !== 'answered') return { kind: 'unreachable' };
  return answer.status === 200 ? shown(desk, press, answer.body) : errorAnswer(answer.body);
}

/** A press inside a channel belongs to the thread of its message. */
function threadOf({ place, message }: Press): Place {
  if (place.kind === 'personal') return place;
  return { ...place, rootId: message.rootId ?? message.id };
}

const teamsData = z.object({
  msteams: z.object({
    type: z.enum(['messageBack', 'imBack']),
    value: z.unknown().optional(),
    text: z.string().optional(),
    displayText: z.string().optional(),
  }),
});

interface Submission {
  /** What the person is shown to have written, if anything. */
  visible?: string | undefined;
  text?: string | undefined;
  value: unknown;
}

function submissionOf(data: unknown): Submission {
  const special = teamsData.safeParse(data);
  if (!special.success) return { value: data ?? {} };
  const { type, value, text, displayText } = special.data.msteams;
  if (type === 'imBack') return { visible: String(value), text: String(value), value: undefined };
  return { visible: displayText, text, value: value ?? data };
}

function answerOf(answer: BotAnswer): HostActionAnswer {
  if (answer.kind !== 'answered') return { kind: 'unreachable' };
  return answer.status < 300 ? { kind: 'sent' } : errorAnswer(answer.body);
}

async function submit(desk: Desk, press: Press): Promise<HostActionAnswer> {
  const { asked, person, message, base } = press;
  const place = threadOf(press);
  const { visible, text, value } = submissionOf(asked.action.data);
  const origin = desk.origin(person, place, base);
  if (visible !== undefined) {
    const author = { kind: 'person', personId: person.id, name: person.name } as const;
    const stored = desk.chats.add({ place, author, text: visible, attachments: [] });
    origin.id = stored.id;
  }
  const activity =
    value === undefined
      ? messageActivity(origin, text ?? '')
      : submitActivity(origin, { replyToId: message.id, value, text });
  return answerOf(await desk.door.deliver(activity));
}

/** POST /host/actions: a person presses a card's button, or the page refreshes a card. */
export async function cardAction(desk: Desk, req: LocalRequest): Promise<Reply> {
  const asked = hostBody(shape, req);
  const person = hostPerson(desk, asked.person);
  const place = hostPlace(desk, person, asked.conversation);
  const message = desk.chats.find(place, asked.activityId);
  if (message === undefined || message.author.kind !== 'bot') {
    throw new HostRefusal(404, `there is no message ${asked.activityId} of the bot`);
  }
  if (!desk.installs.reaches(place)) throw new HostRefusal(403, 'the app is not installed here');
  const press = { asked, person, place, message, base: hostBase(desk, req) };
  if (asked.action.type === 'Action.Submit') {
    return { status: 200, body: await submit(desk, press) };
  }
  if (asked.trigger === 'automatic' && !mayRefresh(desk, press)) {
    throw new HostRefusal(400, 'this card does not refresh by itself for this person');
  }
  return { status: 200, body: await execute(desk, press) };
}
