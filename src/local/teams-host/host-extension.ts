import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import type { Person } from '../people.js';
import { type ExtensionValue, extensionInvoke, html } from './activities.js';
import type { StoredMessage } from './chats.js';
import type { Desk } from './desk.js';
import { HostRefusal, hostBase, hostBody, hostPerson, hostPlace } from './host-routes.js';
import type { Place } from './places.js';
import type { HostExtensionAnswer, HostMessage } from './wire.js';

const cardType = 'application/vnd.microsoft.card.adaptive';
const where = { person: z.string(), conversation: z.string() };
const queryShape = z.object({
  ...where,
  command: z.string(),
  parameters: z.array(z.object({ name: z.string(), value: z.string() })),
  skip: z.number().int().min(0).default(0),
});
const dialogShape = z.object({
  ...where,
  command: z.string(),
  activityId: z.string(),
  /** What the dialog sends; absent while it is opened. */
  data: z.unknown().optional(),
});
const insertShape = z.object({ ...where, card: z.record(z.string(), z.unknown()) });

/** Teams asks for this many hits at a time. */
const hitsPerPage = 25;

const attachment = z.object({ contentType: z.literal(cardType), content: z.unknown() });
const answerShape = z.union([
  z.object({ composeExtension: z.object({ type: z.literal('message'), text: z.string() }) }),
  z.object({
    composeExtension: z.object({
      type: z.literal('result'),
      attachmentLayout: z.enum(['list', 'grid']),
      attachments: z.array(
        attachment.extend({
          preview: z.object({
            contentType: z.enum([
              'application/vnd.microsoft.card.thumbnail',
              'application/vnd.microsoft.card.hero',
            ]),
            content: z.object({
              title: z.string(),
              text: z.string().default(''),
              images: z.array(z.object({ url: z.string() })).default([]),
            }),
          }),
        }),
      ),
    }),
  }),
  z.object({ task: z.object({ type: z.literal('message'), value: z.string() }) }),
  z.object({
    task: z.object({
      type: z.literal('continue'),
      value: z.object({ title: z.string(), card: attachment }),
    }),
  }),
]);

type Answered = z.infer<typeof answerShape>;

function shown(answer: Answered): HostExtensionAnswer {
  if ('task' in answer) {
    const { task } = answer;
    return task.type === 'message'
      ? { kind: 'message', text: task.value }
      : { kind: 'dialog', title: task.value.title, card: task.value.card.content };
  }
  const { composeExtension } = answer;
  if (composeExtension.type === 'message') return { kind: 'message', text: composeExtension.text };
  const hits = composeExtension.attachments.map(({ content, preview }) => {
    const { title, text, images } = preview.content;
    const [image] = images;
    return { title, text, card: content, ...(image && { image: image.url }) };
  });
  return { kind: 'hits', hits };
}

/** The command of the package, offered at this place; anything else is a fault of the page. */
function commandOf(desk: Desk, person: Person, id: string, context: string): void {
  const read = desk.app(person.locale);
  const commands = 'app' in read ? read.app.extension : [];
  const known = commands.find((command) => command.id === id);
  if (!known?.context.includes(context)) {
    throw new HostRefusal(404, `the app offers no ${id} for ${context}`);
  }
}

interface Asked {
  person: Person;
  place: Place;
  name: string;
  value: ExtensionValue;
}

async function ask(desk: Desk, req: LocalRequest, asked: Asked): Promise<Reply> {
  const { person, place, name, value } = asked;
  const origin = desk.origin(person, place, hostBase(desk, req));
  const answer = await desk.door.ask(extensionInvoke(origin, name, value));
  let body: HostExtensionAnswer = { kind: 'failed' };
  if (answer.kind === 'answered' && answer.status === 200) {
    const read = answerShape.safeParse(answer.body);
    // An empty body closes the dialog.
    if (answer.body === undefined) body = { kind: 'closed' };
    else if (read.success) body = shown(read.data);
  }
  return { status: 200, body };
}

/** POST /host/extension/query: a search of the message extension from the compose box. */
export function extensionQuery(desk: Desk, req: LocalRequest): Promise<Reply> {
  const asked = hostBody(queryShape, req);
  const person = hostPerson(desk, asked.person);
  const place = hostPlace(desk, person, asked.conversation);
  commandOf(desk, person, asked.command, 'compose');
  const { parameters, skip } = asked;
  const initial = { name: 'initialRun', value: 'true' };
  const value = {
    commandId: asked.command,
    parameters: parameters.length === 0 ? [initial] : parameters,
    queryOptions: { skip, count: hitsPerPage },
  };
  return ask(desk, req, { person, place, name: 'composeExtension/query', value });
}

/** A message as Teams hands it to an action command. */
function payloadOf({ id, at, author, text = '', attachments }: StoredMessage): object {
  const written = attachments.map(({ contentType, content }, place) => ({
    id: `${id}-${place}`,
    contentType,
    content: JSON.stringify(content),
  }));
  const marks = written.map((one) => `<attachment id="${one.id}"></attachment>`);
  return {
    id,
    createdDateTime: at,
    subject: null,
    from: {
      user: author.kind === 'person' ? { id: author.personId, displayName: author.name } : null,
    },
    body: { contentType: 'html', content: [text === '' ? '' : html(text), ...marks].join('') },
    attachments: written,
    mentions: [],
    reactions: [],
  };
}

/** POST /host/extension/dialog: an action command of a message opens its dialog, or the dialog sends what it holds. */
export function extensionDialog(desk: Desk, req: LocalRequest): Promise<Reply> {
  const asked = hostBody(dialogShape, req);
  const person = hostPerson(desk, asked.person);
  const place = hostPlace(desk, person, asked.conversation);
  commandOf(desk, person, asked.command, 'message');
  const message = desk.chats.find(place, asked.activityId);
  if (message === undefined) throw new HostRefusal(404, `there is no message ${asked.activityId}`);
  const common = {
    commandId: asked.command,
    commandContext: 'message',
    messagePayload: payloadOf(message),
    context: { theme: 'default' },
  };
  const isSent = asked.data !== undefined;
  return ask(desk, req, {
    person,
    place,
    name: isSent ? 'composeExtension/submitAction' : 'composeExtension/fetchTask',
    value: isSent ? { ...common, data: asked.data } : common,
  });
}

/**
 * POST /host/extension/insert: a card of a hit is posted into a channel in the person's name. The bot hears nothing of
 * it, as of any post that does not mention it.
 */
export function insertCard(desk: Desk, req: LocalRequest): Reply {
  const { card, ...asked } = hostBody(insertShape, req);
  const person = hostPerson(desk, asked.person);
  const place = hostPlace(desk, person, asked.conversation);
  if (place.kind !== 'channel') throw new HostRefusal(400, 'cards are put into channels here');
  const author = { kind: 'person', personId: person.id, name: person.name } as const;
  const attachments = [{ contentType: cardType, content: card }];
  const { changes, ...message } = desk.chats.add({ place, author, attachments });
  const body: HostMessage = { ...message, version: changes };
  return { status: 201, body };
}
