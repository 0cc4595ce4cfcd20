import type { Act } from '../act.js';
import { allowed, type Result, refused } from '../result.js';
import type { ReleaseContext } from './release-context.js';
import { refuseToChange } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

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

/** 確認する: by another person than the one who asked. */
export function confirmQuietTime(
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  const { quietTime } = set;
  if (!quietTime || quietTime.confirmedBy) return refused({ code: 'nothing-to-confirm' });
  if (quietTime.askedBy.id === act.by.id) return refused({ code: 'same-person' });
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
