import type { Conversation } from '../domain/conversation.js';
import type { KeptForm } from '../domain/kept-form.js';
import type { Proposal } from '../domain/proposal.js';
import type { Stored } from './ports.js';
import { type SubmitPorts, storeKeptForm } from './submit-proposal.js';

/** What resuming needs beyond submitting: the receipt by message, true once the ledger holds it. */
export interface ResumePorts extends SubmitPorts {
  readonly tellReceipt: (stored: Stored<Proposal>) => Promise<boolean>;
  readonly rememberConversation: (conversation: Conversation) => Promise<void>;
}

/**
 * Makes the chat known in which the form was sent, unless something newer was heard of it: a notice to a person
 * without a known chat would be closed as undeliverable. False where it is still not known.
 */
async function knowsChat(ports: ResumePorts, { conversation }: KeptForm): Promise<boolean> {
  const { personId, updatedAt } = conversation;
  const known = ports.register.conversation(personId);
  if (known && known.value.updatedAt >= updatedAt) return true;
  await ports.rememberConversation(conversation);
  return ports.register.conversation(personId) !== undefined;
}

/** Stores a form if need be and leaves its receipt to the ledger; false where something of it is still owed. */
async function finish(ports: ResumePorts, kept: KeptForm): Promise<boolean> {
  const stored = ports.register.proposal(kept.token) ?? (await storeKeptForm(ports, kept));
  return (
    stored !== undefined && (await knowsChat(ports, kept)) && (await ports.tellReceipt(stored))
  );
}

/**
 * Finishes forms whose turn ended before they were stored and answered: stores each once and leaves its receipt to
 * the ledger, once per token. What cannot be finished now stays kept. Returns how many were finished.
 */
export async function resumeKeptForms(ports: ResumePorts): Promise<number> {
  let finished = 0;
  for (const kept of await ports.spool.claimAbandoned()) {
    try {
      if (await finish(ports, kept)) {
        await ports.spool.erase(kept.token);
        finished += 1;
        continue;
      }
    } catch (fault) {
      ports.onFault('resuming a kept form', fault);
    }
    ports.spool.release(kept.token);
  }
  return finished;
}
