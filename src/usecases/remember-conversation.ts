import type { Conversation } from '../domain/conversation.js';
import type { Register, RegisterWriter, Store, Stored } from './ports.js';
import { rememberRow } from './remember-row.js';

/** What remembering needs. */
export interface RememberConversationPorts {
  readonly conversations: Store<Conversation>;
  readonly register: Register;
  readonly writer: RegisterWriter;
}

const isSame = (a: Conversation, b: Conversation): boolean =>
  a.conversationId === b.conversationId &&
  a.serviceUrl === b.serviceUrl &&
  a.botId === b.botId &&
  a.userId === b.userId &&
  a.locale === b.locale &&
  a.active === b.active;

/** Keeps where a person's chat is, as last heard; inactive after a block or uninstall. */
export function rememberConversation(
  { conversations: store, register, writer }: RememberConversationPorts,
  conversation: Conversation,
): Promise<void> {
  const place = {
    store,
    keyOf: ({ personId }: Conversation) => personId,
    held: (personId: string) => register.conversation(personId),
    took: (stored: Stored<Conversation>) => writer.tookConversation(stored),
    isSame,
  };
  return rememberRow(place, conversation);
}
