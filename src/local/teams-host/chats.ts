import type { LocalClock } from '../clock.js';
import type { Person } from '../people.js';
import type { Collection, State } from '../state.js';
import type { Place } from './places.js';
import type { HostAuthor, HostEvent, HostMessage } from './wire.js';

/** A message as kept: the same for everyone in the conversation. */
export type StoredMessage = Omit<HostMessage, 'version'> & { changes: number };

/** What a new message brings; id, order and time are given by the store. */
export interface NewMessage {
  place: Place;
  author: HostAuthor;
  text?: string | undefined;
  textFormat?: string | undefined;
  attachments: HostMessage['attachments'];
}

/** A card one person sees instead of the message's own, after an Action.Execute. */
interface CardView {
  card: unknown;
  changes: number;
}

/** Told about every event; `personId` is set when only that person may see it. */
export type ChatListener = (event: HostEvent, place: Place, personId?: string) => void;

/** All conversations of the bot, kept over restarts. */
export interface Chats {
  add(message: NewMessage): StoredMessage;
  find(place: Place, id: string): StoredMessage | undefined;
  /** The bot's edit: replaces content, forgets personal views of the card. */
  edit(place: Place, id: string, content: Pick<NewMessage, 'text' | 'attachments'>): void;
  remove(place: Place, id: string): void;
  markUndelivered(place: Place, id: string): void;
  setView(place: Place, id: string, person: Person, card: unknown): HostMessage | undefined;
  /** Messages of a conversation as one person sees them, oldest first. */
  seenBy(person: Person, place: Place): HostMessage[];
  typing(place: Place): void;
  changed(place: Place): void;
  /** A new, unique message id: milliseconds, as in Teams. */
  nextId(): string;
  listen(listener: ChatListener): () => void;
}

const cardType = 'application/vnd.microsoft.card.adaptive';

function keyOf(place: Place, id: string): string {
  return `${place.conversationId}|${id}`;
}

function withView(message: StoredMessage, view: CardView | undefined): HostMessage {
  const { changes, ...rest } = message;
  if (view === undefined) return { ...rest, version: changes };
  return {
    ...rest,
    version: changes + view.changes,
    attachments: [{ contentType: cardType, content: view.card }],
  };
}

function idSource(clock: LocalClock, kept: readonly StoredMessage[]): () => string {
  let last = Math.max(0, ...kept.map((message) => Number(message.id)));
  return () => {
    last = Math.max(clock.now(), last + 1);
    return String(last);
  };
}

interface Kept {
  messages: Collection<StoredMessage>;
  views: Collection<Record<string, CardView>>;
}

function createEdits({ messages, views }: Kept, clock: LocalClock, tell: ChatListener) {
  const update = (place: Place, id: string, change: Partial<StoredMessage>) => {
    const key = keyOf(place, id);
    const known = messages.get(key);
    if (known === undefined) return;
    // Views count changes too; starting above them keeps every person's version growing.
    const seen = Object.values(views.get(key) ?? {}).map((view) => view.changes);
    const next = { ...known, ...change, changes: known.changes + Math.max(0, ...seen) + 1 };
    if ('attachments' in change) views.delete(key);
    messages.set(key, next);
    tell({ type: 'update', message: withView(next, undefined) }, place);
  };
  return {
    edit(place: Place, id: string, content: Pick<NewMessage, 'text' | 'attachments'>) {
      const revision = (messages.get(keyOf(place, id))?.revision ?? 0) + 1;
      const editedAt = new Date(clock.now()).toISOString();
      const { attachments, text = '' } = content;
      update(place, id, { attachments, text, editedAt, revision });
    },
    markUndelivered: (place: Place, id: string) => update(place, id, { undelivered: true }),
    remove(place: Place, id: string) {
      messages.delete(keyOf(place, id));
      views.delete(keyOf(place, id));
      tell({ type: 'delete', conversationId: place.conversationId, id }, place);
    },
  };
}

/** Opens the conversations kept in the state. */
export function openChats(state: State, clock: LocalClock): Chats {
  const messages = state.collection<StoredMessage>('chat-messages');
  const views = state.collection<Record<string, CardView>>('chat-views');
  const listeners = new Set<ChatListener>();
  const nextId = idSource(clock, messages.values());
  let seq = messages.values().at(-1)?.seq ?? 0;
  const tell: ChatListener = (event, place, personId) => {
    for (const listener of listeners) listener(event, place, personId);
  };
  const seen = (message: StoredMessage, person: Person) =>
    withView(message, views.get(`${message.conversationId}|${message.id}`)?.[person.id]);
  return {
    nextId,
    ...createEdits({ messages, views }, clock, tell),
    add({ place, author, text, textFormat, attachments }) {
      seq += 1;
      const rootId = place.kind === 'channel' ? place.rootId : undefined;
      const message: StoredMessage = {
        id: nextId(),
        seq,
        changes: 1,
        revision: 0,
        conversationId: place.conversationId,
        ...(rootId !== undefined && { rootId }),
        author,
        at: new Date(clock.now()).toISOString(),
        ...(text !== undefined && { text }),
        ...(textFormat !== undefined && { textFormat }),
        attachments,
      };
      messages.set(keyOf(place, message.id), message);
      tell({ type: 'message', message: withView(message, undefined) }, place);
      return message;
    },
    find: (place, id) => messages.get(keyOf(place, id)),
    setView(place, id, person, card) {
      const key = keyOf(place, id);
      const message = messages.get(key);
      if (message === undefined) return undefined;
      const all = views.get(key) ?? {};
      const view = { card, changes: (all[person.id]?.changes ?? 0) + 1 };
      views.set(key, { ...all, [person.id]: view });
      const shown = withView(message, view);
      tell({ type: 'update', message: shown }, place, person.id);
      return shown;
    },
    seenBy: (person, place) =>
      messages
        .values()
        .filter((message) => message.conversationId === place.conversationId)
        .map((message) => seen(message, person)),
    typing: (place) => tell({ type: 'typing', conversationId: place.conversationId }, place),
    changed: (place) => tell({ type: 'changed' }, place),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
