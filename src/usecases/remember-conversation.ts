import type { Conversation } from '../domain/conversation.js';
import type { Register, RegisterWriter, Store } from './ports.js';

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

/**
 * Keeps where a person's chat is, as last heard; inactive after a block or uninstall. No write where nothing changed,
 * so that a person already known costs no call. Lost races are harmless: the next activity says it again.
 */
export async function rememberConversation(
  ports: RememberConversationPorts,
  conversation: Conversation,
): Promise<void> {
  const known =
    ports.register.conversation(conversation.personId) ??
    (await ports.conversations.findByKey(conversation.personId));
  if (known && isSame(known.value, conversation)) return;
  if (known) {
    const replaced = await ports.conversations.replace(known, conversation);
    if (replaced.kind === 'stored') ports.writer.tookConversation(replaced.stored);
    return;
  }
  const created = await ports.conversations.create(conversation);
  if (created.kind === 'stored') ports.writer.tookConversation(created.stored);
}
