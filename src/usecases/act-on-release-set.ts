import type { Act } from '../domain/act.js';
import type { Actor } from '../domain/person.js';
import type { ReleaseContext } from '../domain/releases/release-context.js';
import { mayKnowOfSet } from '../domain/releases/release-permissions.js';
import { hasRoomToEnd } from '../domain/releases/release-room.js';
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

/** Refuses what would leave no room for what follows by itself; it can still be cancelled. */
function withRoom(
  result: Result<ReleaseSet>,
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  return result.ok && !hasRoomToEnd(result.value, context, act.at)
    ? refused({ code: 'release-set-too-long' })
    : result;
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
      ? withRoom(command(set, act, context), act, context)
      : refused({ code: 'changed-meanwhile' }),
  );
}
