import { type NoticeIntent, recipientIdsOf } from '../domain/notice.js';
import type { LedgerRecipient, LedgerRow } from '../domain/notice-ledger.js';
import type { Stored } from '../usecases/ports.js';
import type { NoticePorts } from './notice-ports.js';

const ambiguousAfterMs = 60_000;
/** No send takes longer: the messenger gives up then. */
export const longestSendMs = 10_000;

/** How long a claim lasts. When it is over it is ambiguous: whoever made it is gone, or a send had no clear end. */
export function claimMs(recipients: number): number {
  return ambiguousAfterMs + longestSendMs * recipients;
}

/** Sends per recipient whose effect is known or possible: the first, and one repeat where it was ambiguous. */
export const mostAttempts = 2;

function recipientsOf(intent: NoticeIntent): readonly LedgerRecipient[] {
  return recipientIdsOf(intent).map((id) => ({ id, attempts: 1 }));
}

/**
 * The row of a key as it is now. The filter finds it, but may show it as it was, or one that is gone since; by its id
 * it is fresh.
 */
export async function presentRow(
  { ledger }: Pick<NoticePorts, 'ledger'>,
  key: string,
): Promise<Stored<LedgerRow> | undefined> {
  const found = await ledger.findByKey(key);
  return found && ledger.read(found.itemId);
}

/**
 * Claims an intent that has no row: writes `sending` with holder and epoch before anything is sent. Undefined where
 * the create was refused or its end is unknown: then this process does not send, the row decides (protocols: tell).
 */
export async function claimNew(
  ports: NoticePorts,
  intent: NoticeIntent,
): Promise<Stored<LedgerRow> | undefined> {
  const { lease, clock, ledger, writer } = ports;
  const recipients = recipientsOf(intent);
  const outcome = await ledger.create({
    key: intent.key,
    proposalId: intent.proposalId,
    seq: intent.seq,
    state: 'sending',
    by: lease.holder,
    epoch: lease.epoch,
    until: clock.now() + claimMs(recipients.length),
    recipients,
  });
  if (outcome.kind === 'stored') {
    writer.tookLedgerRow(outcome.stored);
    return outcome.stored;
  }
  const present = await presentRow(ports, intent.key);
  if (present) writer.tookLedgerRow(present);
  return undefined;
}

function claimedAgain(recipient: LedgerRecipient): LedgerRecipient {
  if (recipient.outcome) return recipient;
  return recipient.attempts >= mostAttempts
    ? { ...recipient, outcome: 'unconfirmed', why: 'no-clear-answer' }
    : { ...recipient, attempts: recipient.attempts + 1 };
}

/**
 * Claims a row whose time has come: one that waited (`due`), or one left in `sending`. Every recipient without an
 * outcome is counted as tried once more; who was tried twice is unconfirmed. Undefined where another was first.
 */
export async function claimAgain(
  ports: NoticePorts,
  row: Stored<LedgerRow>,
): Promise<Stored<LedgerRow> | undefined> {
  const recipients = row.value.recipients.map(claimedAgain);
  const open = recipients.some((recipient) => !recipient.outcome);
  const outcome = await ports.ledger.replace(row, {
    ...row.value,
    state: open ? 'sending' : 'closed',
    by: ports.lease.holder,
    epoch: ports.lease.epoch,
    until: ports.clock.now() + claimMs(recipients.length),
    recipients,
  });
  if (outcome.kind === 'stored') {
    ports.writer.tookLedgerRow(outcome.stored);
    return outcome.stored;
  }
  const present = await ports.ledger.read(row.itemId);
  if (present) ports.writer.tookLedgerRow(present);
  return undefined;
}
