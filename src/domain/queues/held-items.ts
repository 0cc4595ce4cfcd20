import type { Duty } from '../duties.js';
import type { Actor, PersonId } from '../person.js';
import type { Proposal } from '../proposal.js';
import { type Holders, isSecretary } from './without-holder.js';

/** Everything open that one person works on for the secretariat, for 引継. */
export interface HeldItems {
  readonly person: Actor;
  /** Whether the person is of the secretariat today. */
  readonly isActive: boolean;
  readonly proposals: readonly Proposal[];
}

/** The open items of each person of the secretariat, and those that nobody has claimed. */
export function heldItems(
  proposals: readonly Proposal[],
  dutyOf: (proposal: Proposal) => Duty,
  holders: Holders,
): { readonly held: readonly HeldItems[]; readonly unclaimed: readonly Proposal[] } {
  const byPerson = new Map<PersonId, { readonly person: Actor; readonly proposals: Proposal[] }>();
  const unclaimed: Proposal[] = [];
  for (const proposal of proposals.filter((each) => dutyOf(each).kind === 'open')) {
    const { reviewer } = proposal;
    if (!reviewer) {
      unclaimed.push(proposal);
      continue;
    }
    const known = byPerson.get(reviewer.id) ?? { person: reviewer, proposals: [] };
    known.proposals.push(proposal);
    byPerson.set(reviewer.id, known);
  }
  const held = [...byPerson.values()].map(({ person, proposals: items }) => ({
    person,
    isActive: isSecretary(holders, person.id),
    proposals: items,
  }));
  return { held, unclaimed };
}
