import type { FiscalYear } from '../domain/fiscal-year.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { type NumberParts, numberOrder, parseProposalNumber } from '../domain/proposal-number.js';
import type { Held } from './held.js';
import { createOrdered, type Ordered } from './ordered.js';
import type { ShelfWatcher } from './shelf.js';

type HeldProposal = Held<Proposal>;

/** Ordered views over the proposals, kept up with every change. */
export interface ProposalIndex extends ShelfWatcher<Proposal> {
  inOrder(): readonly HeldProposal[];
  byNumber(number: string): HeldProposal | undefined;
  /** Newest number first. */
  ofPerson(personId: PersonId): readonly HeldProposal[];
  /** What a person proposes, alone or with others, or is invited to; newest number first. */
  ofContributor(personId: PersonId): readonly HeldProposal[];
  due(): readonly HeldProposal[];
  highestSequence(fiscalYear: FiscalYear): number;
}

/** A number as the mappers let it through; another one would have made its item unreadable. */
function partsOf({ value }: HeldProposal): NumberParts {
  return parseProposalNumber(value.number) ?? { fiscalYear: 0, sequence: 0 };
}

function contributorsOf({ proposer, coProposers }: Proposal): readonly PersonId[] {
  const others = coProposers.filter(({ answer }) => answer !== 'declined');
  return [proposer.personId, ...others.map(({ personId }) => personId)];
}

/** The proposals of each person, in order. */
function openPersonal() {
  const ofPersons = new Map<PersonId, Ordered<HeldProposal>>();
  return {
    put(personId: PersonId, order: number, held: HeldProposal): void {
      const own = ofPersons.get(personId) ?? createOrdered<HeldProposal>();
      ofPersons.set(personId, own);
      own.put(order, held);
    },
    remove: (personId: PersonId, order: number) => ofPersons.get(personId)?.remove(order),
    // Newest first is a copy of a short list; most people have one proposal or none.
    list: (personId: PersonId) => ofPersons.get(personId)?.list().toReversed() ?? [],
  };
}

/** Opens the empty views. */
export function createProposalIndex(): ProposalIndex {
  const byNumber = new Map<string, HeldProposal>();
  const all = createOrdered<HeldProposal>();
  const own = openPersonal();
  const contributed = openPersonal();
  const due = new Map<string, HeldProposal>();
  const highest = new Map<FiscalYear, number>();

  function removed(before: HeldProposal): void {
    const order = numberOrder(partsOf(before));
    byNumber.delete(before.value.number);
    due.delete(before.value.number);
    all.remove(order);
    own.remove(before.value.proposer.personId, order);
    for (const each of contributorsOf(before.value)) contributed.remove(each, order);
  }

  return {
    removed,
    put(next, before) {
      if (before) removed(before);
      const { number, proposer, publicationDue } = next.value;
      const parts = partsOf(next);
      const order = numberOrder(parts);
      byNumber.set(number, next);
      all.put(order, next);
      own.put(proposer.personId, order, next);
      for (const each of contributorsOf(next.value)) contributed.put(each, order, next);
      if (publicationDue) due.set(number, next);
      const known = highest.get(parts.fiscalYear) ?? 0;
      highest.set(parts.fiscalYear, Math.max(known, parts.sequence));
    },
    inOrder: () => all.list(),
    byNumber: (number) => byNumber.get(number),
    ofPerson: own.list,
    ofContributor: contributed.list,
    due: () => [...due.values()],
    highestSequence: (fiscalYear) => highest.get(fiscalYear) ?? 0,
  };
}
