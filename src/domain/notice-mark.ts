import { type Instant, wholeSecond } from './instant.js';
import type { NoticeIntent } from './notice.js';
import type { LedgerRow } from './notice-ledger.js';

/** What is known about the notice ledger outside of it, so that a loss of rows is noticed. */
export interface NoticeMark {
  /** Every event recorded up to here had its rows in the ledger once. */
  readonly derivedThrough: Instant;
  /** When rows were last found to be lost. What was open then is an administrator's to decide. */
  readonly lostAt?: Instant;
}

/** The key of the only item of its list. */
export const noticeMarkKey = 'notices';

/** An event may become known so much later than it was recorded, without anything being wrong. */
export const knownWithinMs = 15 * 60 * 1000;

/** The mark of a ledger about which nothing is known: events older than it must have their rows. */
export function firstMark(now: Instant): NoticeMark {
  return { derivedThrough: wholeSecond(now - knownWithinMs) };
}

/** The mark after rows were found to be lost. */
export function markOfLoss(mark: NoticeMark, now: Instant): NoticeMark {
  return { ...mark, lostAt: Math.max(wholeSecond(now), mark.lostAt ?? 0) };
}

/** What two statements know together. */
export function unitedMarks(left: NoticeMark, right: NoticeMark): NoticeMark {
  const derivedThrough = Math.max(left.derivedThrough, right.derivedThrough);
  const lostAt = Math.max(left.lostAt ?? 0, right.lostAt ?? 0);
  return { derivedThrough, ...(lostAt > 0 && { lostAt }) };
}

/** Whether two statements are the same. */
export function isSameMark(left: NoticeMark, right: NoticeMark): boolean {
  return left.derivedThrough === right.derivedThrough && left.lostAt === right.lostAt;
}

/**
 * Whether an intent without a row had one that was lost. A receipt is owed by the kept form, whatever the ledger says.
 * `from`: when its row could be made at the earliest, where that was later than when the event was recorded.
 */
export function hasLostItsRow(
  { derivedThrough, lostAt }: NoticeMark,
  { recordedAt }: NoticeIntent,
  from = recordedAt,
): boolean {
  if (recordedAt === undefined || from === undefined) return false;
  return recordedAt <= derivedThrough || from < (lostAt ?? 0);
}

/** Whether the lack of this intent's row tells of a loss that is not known yet. */
export function provesLoss(mark: NoticeMark, intent: NoticeIntent): boolean {
  return hasLostItsRow(mark, intent) && (intent.recordedAt ?? 0) >= (mark.lostAt ?? 0);
}

/** Whether an open row was left as it is before the loss: a restored ledger may say `due` of what was sent since. */
export function isFromBeforeLoss({ lostAt }: NoticeMark, row: LedgerRow): boolean {
  return row.state !== 'closed' && row.state !== 'held' && row.until < (lostAt ?? 0);
}
