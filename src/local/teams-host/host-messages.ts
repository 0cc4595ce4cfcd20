import { z } from 'zod';
import type { LocalRequest, Reply } from '../http.js';
import { messageActivity } from './activities.js';
import type { Desk } from './desk.js';
import { installForPerson } from './host-installs.js';
import { HostRefusal, hostBase, hostBody, hostPerson, hostPlace } from './host-routes.js';
import type { HostMessage } from './wire.js';

const shape = z.object({
  person: z.string(),
  conversation: z.string(),
  text: z.string().min(1).max(28_000),
});

/**
 * POST /host/messages: the person writes to the bot. The message stands at once, as in Teams, and
 * is carried to the bot afterwards; a first message installs the app first.
 */
export async function sendMessage(desk: Desk, req: LocalRequest): Promise<Reply> {
  const { person: who, conversation, text } = hostBody(shape, req);
  const person = hostPerson(desk, who);
  const place = hostPlace(desk, person, conversation);
  if (place.kind !== 'personal') throw new HostRefusal(400, 'people write to the bot in its chat');
  if (desk.installs.ofPerson(person) === 'removed') {
    throw new HostRefusal(403, 'the person has removed the app');
  }
  const base = hostBase(desk, req);
  if (desk.installs.ofPerson(person) === 'never') await installForPerson(desk, person, base);
  const author = { kind: 'person', personId: person.id, name: person.name } as const;
  const stored = desk.chats.add({ place, author, text, textFormat: 'plain', attachments: [] });
  const origin = { ...desk.origin(person, place, base), id: stored.id };
  desk.door.deliver(messageActivity(origin, text)).then(
    (answer) => {
      const failed = answer.kind === 'unreachable' || ('status' in answer && answer.status >= 300);
      if (failed) desk.chats.markUndelivered(place, stored.id);
    },
    (fault: unknown) => desk.deps.log(`delivery: ${String(fault)}`),
  );
  const { changes, ...message } = stored;
  const body: HostMessage = { ...message, version: changes };
  return { status: 201, body };
}
