import type { Instant } from '../domain/instant.js';
import type { NoticeIntent } from '../domain/notice.js';
import type { LedgerRecipient, LedgerRow } from '../domain/notice-ledger.js';
import { type Attempt, attemptOf, ended, suppressed, unsent } from './attempt.js';
import { claimMs, longestSendMs } from './ledger-claim.js';
import type { NoticePorts } from './notice-ports.js';
import { longestTurnMs } from './send-rate.js';
import { composed, type Sending, sendToPerson } from './send-to-person.js';
import { type Told, toldSince } from './told.js';

const dayMs = 24 * 60 * 60 * 1000;

/** How long what may pass is waited for before the notice counts as undeliverable and is listed. */
const patience = { forbidden: dayMs, 'no-conversation': 7 * dayMs } as const;

/** Since when a notice may be told: from when it happened, or from the end of the quiet time in which it did. */
export function mayBeToldSince(
  { quietUntil }: Pick<NoticePorts, 'quietUntil'>,
  told: Told,
  seq: number,
): Instant {
  const since = toldSince(told, seq);
  return quietUntil(since) ?? since;
}

/** Whether people may be told of it at this moment: a round may last into quiet time. */
export function mayTellNow(
  { clock, quietUntil }: Pick<NoticePorts, 'clock' | 'quietUntil'>,
  { atAnyHour }: NoticeIntent,
): boolean {
  return atAnyHour === true || quietUntil(clock.now()) === undefined;
}

/** Whether a notice has waited longer than its reason deserves. */
export function isGivenUp(why: string, occurredAt: Instant, now: Instant): boolean {
  return (why === 'forbidden' || why === 'no-conversation') && now - occurredAt > patience[why];
}

async function sendTo(
  sending: Sending,
  intent: NoticeIntent,
  recipient: LedgerRecipient,
): Promise<Attempt> {
  const { ports } = sending;
  if (intent.place.kind === 'people') return sendToPerson(sending, intent, recipient);
  const notice = composed(ports, intent, 'ja', recipient);
  if ('withheld' in notice) return suppressed(recipient, notice.withheld);
  return attemptOf(recipient, await ports.sender.toChannel(recipient.id, notice));
}

function giveUpIfDue(attempt: Attempt, since: Instant, now: Instant): Attempt {
  const { recipient } = attempt;
  return !recipient.outcome && recipient.why && isGivenUp(recipient.why, since, now)
    ? ended({ ...recipient, attempts: recipient.attempts + 1 }, 'undeliverable', recipient.why)
    : attempt;
}

/** The row after a round of sends: closed when all have an outcome, else waiting for its next time. */
function rowAfter(
  row: LedgerRow,
  attempts: readonly Attempt[],
  waitMs: number,
  now: Instant,
): LedgerRow {
  const recipients = attempts.map((attempt) => attempt.recipient);
  if (recipients.every((recipient) => recipient.outcome)) {
    return { ...row, state: 'closed', recipients };
  }
  if (attempts.some((attempt) => attempt.isAmbiguous)) {
    return { ...row, state: 'sending', until: now + claimMs(recipients.length), recipients };
  }
  return { ...row, state: 'due', until: now + waitMs, recipients };
}

/** What sending a claimed row came to. */
export interface Sent {
  /** The row as it is to be written. */
  readonly next: LedgerRow;
  readonly attempts: readonly Attempt[];
}

/**
 * Sends a claimed row to every recipient without an outcome. Undefined when the lease was lost, or the claim would
 * end before a send could: what is then open stays `sending`, for its next holder to judge. `leastWaitMs` grows with
 * the times this row had to wait.
 */
export async function sendClaimed(
  sending: Sending,
  claimed: LedgerRow,
  told: Told,
  intent: NoticeIntent,
  leastWaitMs: number,
): Promise<Sent | undefined> {
  const { ports } = sending;
  const since = mayBeToldSince(ports, told, intent.seq);
  const attempts: Attempt[] = [];
  for (const recipient of claimed.recipients) {
    if (recipient.outcome) {
      attempts.push({ recipient });
      continue;
    }
    const mayStillSend = ports.clock.now() < claimed.until - longestSendMs - longestTurnMs;
    if (!ports.lease.held() || !mayStillSend) return undefined;
    const attempt = mayTellNow(ports, intent)
      ? await sendTo(sending, intent, recipient)
      : unsent(recipient, 'quiet-time', 0);
    attempts.push(giveUpIfDue(attempt, since, ports.clock.now()));
  }
  const waitMs = Math.max(leastWaitMs, ...attempts.map((attempt) => attempt.waitMs ?? 0));
  return { next: rowAfter(claimed, attempts, waitMs, ports.clock.now()), attempts };
}
