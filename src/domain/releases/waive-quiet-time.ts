import type { Act } from '../act.js';
import { allowed, type Result, refused } from '../result.js';
import type { ReleaseContext } from './release-context.js';
import type { ReleaseEntry } from './release-events.js';
import { refuseToChange } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

const changes: ReadonlySet<ReleaseEntry['kind']> = new Set(['edited', 'added', 'removed']);

/** Whether somebody changed the set after it was last asked for: the one who asked has not seen that. */
function changedSinceAsked({ trail }: ReleaseSet, personId: string): boolean {
  const asked = trail.findLast(({ kind }) => kind === 'quiet-time-asked')?.seq ?? 0;
  return trail.some(({ seq, kind, by }) => seq > asked && changes.has(kind) && by.id === personId);
}

/** 静穏時間でも送りたい: said by one person, so that another one may confirm it. */
export function askQuietTime(
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  if (set.quietTime) return refused({ code: 'quiet-time-asked' });
  return allowed(recordRelease(set, act, { kind: 'quiet-time-asked' }));
}

/**
 * 確認する: by another person than the one who asked, for the set as it is; whoever changed it since cannot confirm
 * what nobody else looked at.
 */
export function confirmQuietTime(
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  const { quietTime } = set;
  if (!quietTime || quietTime.confirmedBy) return refused({ code: 'nothing-to-confirm' });
  if (quietTime.askedBy.id === act.by.id || changedSinceAsked(set, act.by.id)) {
    return refused({ code: 'same-person' });
  }
  return allowed(recordRelease(set, act, { kind: 'quiet-time-confirmed' }));
}

/** やめる: it is told in the usual hours after all. Anyone of the secretariat may say so. */
export function declineQuietTime(
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  if (!set.quietTime) return refused({ code: 'nothing-to-confirm' });
  return allowed(recordRelease(set, act, { kind: 'quiet-time-declined' }));
}
