import type { Act } from '../domain/act.js';
import type { Actor } from '../domain/person.js';
import type { ReleaseContext } from '../domain/releases/release-context.js';
import { mayKnowOfSet } from '../domain/releases/release-permissions.js';
import type { ReleaseSet } from '../domain/releases/release-set.js';
import { type Result, refused } from '../domain/result.js';
import { lastSeq } from '../domain/trail-entry.js';
import { actNow } from './act-on-proposal.js';
import { changeReleaseSet, type ReleaseOutcome, releaseContextOf } from './change-release-set.js';
import type { ReleasePorts } from './release-ports.js';

/** A set as the person acting saw it: its id and its last trail entry. */
export interface SeenReleaseSet {
  readonly id: string;
  readonly seq: number;
}

/** One thing that can be done with a set. */
export type ReleaseCommand = (
  set: ReleaseSet,
  act: Act,
  context: ReleaseContext,
) => Result<ReleaseSet>;

/**
 * Longest trail, as JSON, that an act of a person may leave; the rest of the column is for what follows by itself. The
 * trail of a set is never archived: a set ends, and another one is made.
 */
const longestTrail = 30_000;

function withRoom(result: Result<ReleaseSet>): Result<ReleaseSet> {
  const isTooLong = result.ok && JSON.stringify(result.value.trail).length > longestTrail;
  return isTooLong ? refused({ code: 'trail-full' }) : result;
}

/**
 * Does one thing with one set. A set that somebody may not know of is answered as not existing; a state that somebody
 * else changed meanwhile is not overwritten unread.
 */
export async function actOnReleaseSet(
  ports: ReleasePorts,
  by: Actor,
  { id, seq }: SeenReleaseSet,
  command: ReleaseCommand,
): Promise<ReleaseOutcome> {
  const { register, clock } = ports;
  const act = actNow(register, clock, by);
  const context = releaseContextOf(ports);
  const held = register.releaseSet(id);
  if (!held || !mayKnowOfSet(held.value, act, context)) {
    return { kind: 'refused', refusal: { code: 'no-such-release-set' } };
  }
  return changeReleaseSet(ports, id, (set) =>
    seq === lastSeq(set.trail)
      ? withRoom(command(set, act, context))
      : refused({ code: 'changed-meanwhile' }),
  );
}
