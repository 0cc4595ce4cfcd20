import type { FiscalYear } from '../domain/fiscal-year.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { type NumberParts, numberOrder, parseProposalNumber } from '../domain/proposal-number.js';
import type { Held } from './held.js';
import { createOrdered } from './ordered.js';
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

/** The proposals of each person, newest number first. Most people have one or none, so that a list is a plain array. */
function openPersonal() {
  const ofPersons = new Map<PersonId, readonly HeldProposal[]>();
  const none: readonly HeldProposal[] = [];
  const orderOf = (held: HeldProposal): number => numberOrder(partsOf(held));

  function without(personId: PersonId, order: number): readonly HeldProposal[] {
    return (ofPersons.get(personId) ?? none).filter((held) => orderOf(held) !== order);
  }

  return {
    put(personId: PersonId, order: number, held: HeldProposal): void {
      const own = ofPersons.get(personId) ?? none;
      // Mostly the newest comes last: nothing else of a long list has to be looked at.
      if (own[0] === undefined || orderOf(own[0]) < order) {
        ofPersons.set(personId, [held, ...own]);
        return;
      }
      const others = without(personId, order);
      const at = others.findIndex((other) => orderOf(other) < order);
      ofPersons.set(personId, others.toSpliced(at < 0 ? others.length : at, 0, held));
    },
    remove(personId: PersonId, order: number): void {
      const others = without(personId, order);
      if (others.length > 0) ofPersons.set(personId, others);
      else ofPersons.delete(personId);
    },
    list: (personId: PersonId): readonly HeldProposal[] => ofPersons.get(personId) ?? none,
  };
}

/** Opens the empty views. */
export function createProposalIndex(): ProposalIndex {
  const all = createOrdered<HeldProposal>();
  const contributed = openPersonal();
  const due = new Map<string, HeldProposal>();
  const highest = new Map<FiscalYear, number>();

  function removed(before: HeldProposal): void {
    const order = numberOrder(partsOf(before));
    due.delete(before.value.number);
    all.remove(order);
    for (const each of contributorsOf(before.value)) contributed.remove(each, order);
  }

  return {
    removed,
    put(next, before) {
      if (before) removed(before);
      const { number, publicationDue } = next.value;
      const parts = partsOf(next);
      const order = numberOrder(parts);
      all.put(order, next);
      for (const each of contributorsOf(next.value)) contributed.put(each, order, next);
      if (publicationDue) due.set(number, next);
      const known = highest.get(parts.fiscalYear) ?? 0;
      highest.set(parts.fiscalYear, Math.max(known, parts.sequence));
    },
    inOrder: () => all.list(),
    byNumber(number) {
      const parts = parseProposalNumber(number);
      const held = parts && all.at(numberOrder(parts));
      return held?.value.number === number ? held : undefined;
    },
    ofPerson: (personId) =>
      contributed.list(personId).filter(({ value }) => value.proposer.personId === personId),
    ofContributor: contributed.list,
    due: () => [...due.values()],
    highestSequence: (fiscalYear) => highest.get(fiscalYear) ?? 0,
  };
}
