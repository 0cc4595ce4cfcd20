import type { Conversation } from '../domain/conversation.js';
import type { KeptForm } from '../domain/kept-form.js';
import type { Proposal } from '../domain/proposal.js';
import type { FormBacklog } from './form-backlog.js';
import type { Stored } from './ports.js';
import { type SubmitPorts, storeKeptForm } from './submit-proposal.js';

/** What resuming needs beyond submitting: the receipt by message, true once the ledger holds it. */
export interface ResumePorts extends SubmitPorts {
  readonly tellReceipt: (stored: Stored<Proposal>) => Promise<boolean>;
  readonly rememberConversation: (conversation: Conversation) => Promise<void>;
  /** One for all rounds of a process. */
  readonly backlog: FormBacklog;
}

/**
 * Makes the chat known in which the form was sent, unless something newer was heard of it: a notice to a person
 * without a known chat would be closed as undeliverable. False where it is still not known. What was not sent in a chat
 * is told like any other news.
 */
async function knowsChat(ports: ResumePorts, { conversation }: KeptForm): Promise<boolean> {
  if (!conversation) return true;
  const { personId, updatedAt } = conversation;
  const known = ports.register.conversation(personId);
  if (known && known.value.updatedAt >= updatedAt) return true;
  await ports.rememberConversation(conversation);
  return ports.register.conversation(personId) !== undefined;
}

/** False once the person has read the receipt, by sending the form again. */
const isKept = ({ spool }: ResumePorts, { personId, token }: KeptForm): boolean =>
  spool.keptOf(personId).some((each) => each.token === token);

/** Stores a form if need be and leaves its receipt to the ledger; false where something of it is still owed. */
async function finish(ports: ResumePorts, kept: KeptForm): Promise<boolean> {
  const stored = ports.register.proposal(kept.token) ?? (await storeKeptForm(ports, kept));
  if (!stored || !(await knowsChat(ports, kept))) return false;
  if (!isKept(ports, kept) || !(await ports.spool.claimMessage(kept.token))) return true;
  return ports.tellReceipt(stored);
}

/** Finishes and erases a form; false where it has to be tried again. */
async function isFinished(ports: ResumePorts, kept: KeptForm): Promise<boolean> {
  try {
    if (!(await finish(ports, kept))) return false;
    await ports.spool.erase(kept.token);
    return true;
  } catch (fault) {
    ports.onFault('resuming a kept form', fault);
    return false;
  }
}

/**
 * Finishes forms one after another until too many fail in a row, which means that it is not their fault. Returns those
 * that failed since the last one that got through, and how many did.
 */
async function finishInOrder(ports: ResumePorts, forms: readonly KeptForm[]) {
  const { spool, backlog } = ports;
  const failed: KeptForm[] = [];
  let finished = 0;
  for (const kept of forms) {
    if (failed.length >= backlog.mostInRow()) {
      spool.release(kept.token);
    } else if (await isFinished(ports, kept)) {
      for (const each of failed.splice(0)) backlog.failed(each);
      backlog.finished(kept.token);
      finished += 1;
    } else {
      failed.push(kept);
      spool.release(kept.token);
    }
  }
  return { finished, failed };
}

/**
 * Finishes forms whose turn ended before they were stored and answered: stores each once, in the order in which they
 * were received, and leaves its receipt to the ledger, once per token. What cannot be finished now stays kept, and is
 * tried again after growing waits. Returns how many were finished.
 */
export async function resumeKeptForms(ports: ResumePorts): Promise<number> {
  const { spool, backlog } = ports;
  const claimed = await spool.claimAbandoned(backlog.isDue);
  const inOrder = claimed.toSorted((a, b) => a.receivedAt - b.receivedAt);
  const { finished, failed } = await finishInOrder(ports, inOrder);
  if (failed.length > 0) backlog.rest(failed);
  else if (finished > 0) backlog.rested();
  backlog.report((kept) => isKept(ports, kept));
  return finished;
}
