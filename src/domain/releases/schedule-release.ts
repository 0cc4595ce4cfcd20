import type { Act } from '../act.js';
import type { FieldFault } from '../field-fault.js';
import { readOptionalText } from '../form-fields.js';
import { type Instant, wholeSecond } from '../instant.js';
import { undoWindowMs } from '../publication.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import type { ReleaseContext } from './release-context.js';
import { refuseToChange } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

const longestAheadMs = 366 * 24 * 60 * 60 * 1000;

/** What stands against scheduling a set as it is. */
export function refuseAsItIs({
  items,
  withProgress,
  quietTime,
}: Pick<ReleaseSet, 'items' | 'withProgress' | 'quietTime'>): Refusal | undefined {
  if (items.length === 0 && !withProgress) return { code: 'release-set-empty' };
  return quietTime && !quietTime.confirmedBy ? { code: 'quiet-time-unconfirmed' } : undefined;
}

function faultOf(publishAt: Instant | undefined, now: Instant): FieldFault | undefined {
  if (publishAt === undefined) return undefined;
  if (publishAt < now) return { field: 'publishAt', rule: 'too-early' };
  return publishAt > now + longestAheadMs ? { field: 'publishAt', rule: 'too-late' } : undefined;
}

/**
 * 公表を予約する: at an instant, or as soon as it can still be undone. The items follow, one conditional write each,
 * in the name of this person.
 */
export function scheduleRelease(
  set: ReleaseSet,
  publishAt: Instant | undefined,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context) ?? refuseAsItIs(set);
  if (refusal) return refused(refusal);
  const fault = faultOf(publishAt, act.at);
  if (fault) return refused({ code: 'invalid-fields', fields: [fault] });
  const due = Math.max(act.at + undoWindowMs, wholeSecond(publishAt ?? 0));
  const { roles = [] } = act;
  return allowed(recordRelease(set, act, { kind: 'scheduled', publishAt: due, roles }));
}

/**
 * 取りやめる, before the release has begun. Of cancelling and beginning exactly one wins, because both are conditional
 * writes on the set, and no item is published before its set has begun.
 */
export function cancelRelease(
  set: ReleaseSet,
  reasonText: string | undefined,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft', 'scheduled'], context);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const reason = readOptionalText({ reason: reasonText ?? '' }, 'reason', 500, faults);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(
    recordRelease(set, act, { kind: 'cancelled', ...(reason !== undefined && { reason }) }),
  );
}
