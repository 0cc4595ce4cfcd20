import type { Act } from '../act.js';
import { isOwnIdea } from '../capacity.js';
import type { Refusal } from '../refusal.js';
import type { ReleaseContext } from './release-context.js';
import type { ReleaseSet } from './release-set.js';
import type { ReleaseState } from './release-state.js';

/** Refuses whoever is not of the secretariat. */
export function refuseUnlessSecretariatActs({ roles = [] }: Act): Refusal | undefined {
  return roles.some(({ role }) => role === 'secretariat') ? undefined : { code: 'not-permitted' };
}

function holdsOwn(
  { items }: ReleaseSet,
  act: Act,
  { proposal }: Pick<ReleaseContext, 'proposal'>,
): boolean {
  return items.some(({ kind, id }) => {
    const held = kind === 'proposal' ? proposal(id) : undefined;
    return held !== undefined && isOwnIdea(held, act);
  });
}

/**
 * Whether a set exists for somebody: for the secretariat, but before it is released not for those who proposed
 * something in it, who would learn of a decision before everyone else does (domain 1).
 */
export function mayKnowOfSet(
  set: ReleaseSet,
  act: Act,
  context: Pick<ReleaseContext, 'proposal'>,
): boolean {
  if (refuseUnlessSecretariatActs(act)) return false;
  return set.state === 'released' || !holdsOwn(set, act, context);
}

/** Why somebody may not do something with a set now: who, own ideas in it, how far it is. */
export function refuseToChange(
  set: ReleaseSet,
  act: Act,
  from: readonly ReleaseState[],
  context: Pick<ReleaseContext, 'proposal'>,
): Refusal | undefined {
  const refusal = refuseUnlessSecretariatActs(act);
  if (refusal) return refusal;
  if (holdsOwn(set, act, context)) return { code: 'conflict-of-interest' };
  return from.includes(set.state) ? undefined : { code: 'release-set-closed', state: set.state };
}
