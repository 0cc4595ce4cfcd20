import type { FiscalYear } from '../domain/fiscal-year.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { type NumberParts, parseProposalNumber } from '../domain/proposal-number.js';
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
  due(): readonly HeldProposal[];
  highestSequence(fiscalYear: FiscalYear): number;
}

/** A number as the mappers let it through; another one would have made its item unreadable. */
function partsOf({ value }: HeldProposal): NumberParts {
  return parseProposalNumber(value.number) ?? { fiscalYear: 0, sequence: 0 };
}

/** Orders like the numbers; sequences have at most seven digits. */
const orderOf = ({ fiscalYear, sequence }: NumberParts): number =>
  fiscalYear * 10_000_000 + sequence;

/** Opens the empty views. */
export function createProposalIndex(): ProposalIndex {
  const byNumber = new Map<string, HeldProposal>();
  const all = createOrdered<HeldProposal>();
  const ofPersons = new Map<PersonId, Ordered<HeldProposal>>();
  const due = new Map<string, HeldProposal>();
  const highest = new Map<FiscalYear, number>();

  function personsOwn(personId: PersonId): Ordered<HeldProposal> {
    const own = ofPersons.get(personId) ?? createOrdered<HeldProposal>();
    ofPersons.set(personId, own);
    return own;
  }

  function removed(before: HeldProposal): void {
    const order = orderOf(partsOf(before));
    byNumber.delete(before.value.number);
    due.delete(before.value.number);
    all.remove(order);
    ofPersons.get(before.value.proposer.personId)?.remove(order);
  }

  return {
    removed,
    put(next, before) {
      if (before) removed(before);
      const { number, proposer, publicationDue } = next.value;
      const parts = partsOf(next);
      const order = orderOf(parts);
      byNumber.set(number, next);
      all.put(order, next);
      personsOwn(proposer.personId).put(order, next);
      if (publicationDue) due.set(number, next);
      const known = highest.get(parts.fiscalYear) ?? 0;
      highest.set(parts.fiscalYear, Math.max(known, parts.sequence));
    },
    inOrder: () => all.list(),
    byNumber: (number) => byNumber.get(number),
    // Newest first is a copy of a short list; most people have one proposal or none.
    ofPerson: (personId) => ofPersons.get(personId)?.list().toReversed() ?? [],
    due: () => [...due.values()],
    highestSequence: (fiscalYear) => highest.get(fiscalYear) ?? 0,
  };
}
