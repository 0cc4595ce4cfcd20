import type { Actor, Proposer } from '../domain/person.js';
import { openSharedValues } from '../graph/lists/shared-values.js';
import type { TraillessProposal } from './held-trails.js';

const people = openSharedValues<Proposer>();
const actors = openSharedValues<Actor>(1_000);

function sharedProposer(proposer: Proposer): Proposer {
  const { personId, name, departmentId, sectionId, gradeId, officeKind } = proposer;
  const key = `${personId}\n${name}\n${departmentId}\n${sectionId}\n${gradeId}\n${officeKind}`;
  return people.of(key, () => proposer);
}

/** A state that is written with its decision once, where the published one is the very same. */
export interface PackedState {
  readonly value: TraillessProposal;
  readonly isToldAsDecided?: true;
}

/** Leaves the published decision out where it is the very same. `value` is a copy that nobody else has. */
export function packedState(value: TraillessProposal): PackedState {
  const { decision, published } = value;
  if (!decision || published.decision !== decision) return { value };
  const { decision: _, ...rest } = published;
  return { value: Object.assign(value, { published: rest }), isToldAsDecided: true };
}

/**
 * The state again, with what many say held once: who proposed, who reviews, a decision that is told as it is. What was
 * just read and nobody else has is altered in place, since a copy would take more memory than is won.
 */
export function unpackedState({ value: state, isToldAsDecided }: PackedState): TraillessProposal {
  const { proposer, reviewer, decision, published } = state;
  Object.assign(state, { proposer: sharedProposer(proposer) });
  if (reviewer) {
    const { id, name } = reviewer;
    Object.assign(state, { reviewer: actors.of(`${id}\n${name}`, () => reviewer) });
  }
  if (isToldAsDecided) Object.assign(published, { decision });
  return state;
}
