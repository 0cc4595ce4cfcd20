import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRecipient, LedgerRow, NoticeOutcome } from '../domain/notice-ledger.js';
import type { Proposal } from '../domain/proposal.js';
import type { SendOutcome } from '../usecases/messenger.js';
import { claimMs } from './ledger-claim.js';
import type { NoticePorts } from './notice-ports.js';

const leastRetryMs = 5_000;

interface Attempt {
  readonly recipient: LedgerRecipient;
  /** When to try again, where nothing was sent. */
  readonly retryAfterMs?: number;
  /** Whether a send may have arrived without a clear answer. */
  readonly ambiguous?: boolean;
}

const ended = (recipient: LedgerRecipient, outcome: NoticeOutcome, why?: string): Attempt => ({
  recipient: { ...recipient, outcome, ...(why === undefined ? {} : { why }) },
});

function attemptOf(recipient: LedgerRecipient, sent: SendOutcome): Attempt {
  switch (sent.kind) {
    case 'accepted':
      return ended(recipient, 'delivered');
    case 'refused':
      return ended(recipient, 'undeliverable', sent.why);
    case 'not-sent': {
      // This send had no effect, so it does not count against the one repeat.
      const again = { ...recipient, attempts: recipient.attempts - 1 };
      return { recipient: again, retryAfterMs: Math.max(sent.retryAfterMs ?? 0, leastRetryMs) };
    }
    case 'ambiguous':
      return { recipient, ambiguous: true };
  }
}

async function sendTo(
  ports: NoticePorts,
  proposal: Proposal,
  intent: NoticeIntent,
  recipient: LedgerRecipient,
): Promise<Attempt> {
  if (intent.place.kind === 'channel') {
    const notice = ports.compose(proposal, intent, 'ja');
    return attemptOf(recipient, await ports.sender.toChannel(recipient.id, notice));
  }
  const conversation = ports.register.conversation(recipient.id)?.value;
  if (!conversation) return ended(recipient, 'undeliverable', 'no-conversation');
  if (!conversation.active) return ended(recipient, 'undeliverable', 'blocked');
  const notice = ports.compose(proposal, intent, conversation.locale);
  const sent = await ports.sender.toPerson(conversation, notice);
  const gone = sent.kind === 'refused' && (sent.why === 'blocked' || sent.why === 'gone');
  if (gone) await ports.onUnreachable(conversation);
  return attemptOf(recipient, sent);
}

/** The row after a round of sends: closed when all have an outcome, else waiting for its next time. */
function rowAfter(row: LedgerRow, attempts: readonly Attempt[], now: number): LedgerRow {
  const recipients = attempts.map((attempt) => attempt.recipient);
  if (recipients.every((recipient) => recipient.outcome))
    return { ...row, state: 'closed', recipients };
  if (attempts.some((attempt) => attempt.ambiguous)) {
    return { ...row, state: 'sending', until: now + claimMs(recipients.length), recipients };
  }
  const retry = Math.max(...attempts.map((attempt) => attempt.retryAfterMs ?? 0));
  return { ...row, state: 'due', until: now + retry, recipients };
}

/**
 * Sends a claimed row to every recipient without an outcome. Answers the row as it is to be written; undefined when
 * the lease was lost before a send: what is then open stays `sending`, for its next holder to judge.
 */
export async function sendClaimed(
  ports: NoticePorts,
  claimed: LedgerRow,
  proposal: Proposal,
  intent: NoticeIntent,
): Promise<LedgerRow | undefined> {
  const attempts: Attempt[] = [];
  for (const recipient of claimed.recipients) {
    if (recipient.outcome) attempts.push({ recipient });
    else if (ports.lease.held()) attempts.push(await sendTo(ports, proposal, intent, recipient));
    else return undefined;
  }
  return rowAfter(claimed, attempts, ports.clock.now());
}
