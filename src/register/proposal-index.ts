import type { FiscalYear } from '../domain/fiscal-year.js';
import type { PersonId } from '../domain/person.js';
import type { Proposal } from '../domain/proposal.js';
import { compareProposalNumbers, parseProposalNumber } from '../domain/proposal-number.js';
import type { Held } from './held.js';
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

/** Where a number belongs in an ordered list of numbers: of the first that is not smaller. */
function placeOf(numbers: readonly string[], number: string): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareProposalNumbers(numbers[middle] ?? '', number) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Opens the empty views. Numbers are inserted in their place once; changes of an item then cost no sorting. */
export function createProposalIndex(): ProposalIndex {
  const byNumber = new Map<string, HeldProposal>();
  const numbers: string[] = [];
  const numbersOf = new Map<PersonId, string[]>();
  const due = new Map<string, HeldProposal>();
  const highest = new Map<FiscalYear, number>();
  let inOrder: readonly HeldProposal[] | undefined;

  const heldOf = (ordered: readonly string[]): HeldProposal[] =>
    ordered.flatMap((number) => byNumber.get(number) ?? []);

  function insert(ordered: string[], number: string): void {
    const last = ordered.at(-1);
    const isNext = last === undefined || compareProposalNumbers(last, number) < 0;
    const place = isNext ? ordered.length : placeOf(ordered, number);
    if (ordered[place] !== number) ordered.splice(place, 0, number);
  }

  function drop(ordered: string[] | undefined, number: string): void {
    const place = ordered?.indexOf(number) ?? -1;
    if (place >= 0) ordered?.splice(place, 1);
  }

  function add({ value }: HeldProposal): void {
    insert(numbers, value.number);
    const own = numbersOf.get(value.proposer.personId) ?? [];
    insert(own, value.number);
    numbersOf.set(value.proposer.personId, own);
    const parts = parseProposalNumber(value.number);
    if (!parts) return;
    const before = highest.get(parts.fiscalYear) ?? 0;
    highest.set(parts.fiscalYear, Math.max(before, parts.sequence));
  }

  function removed({ value }: HeldProposal): void {
    byNumber.delete(value.number);
    due.delete(value.number);
    drop(numbers, value.number);
    drop(numbersOf.get(value.proposer.personId), value.number);
    inOrder = undefined;
  }

  return {
    removed,
    put(next, before) {
      const { number, proposer, publicationDue } = next.value;
      const stays =
        before?.value.number === number && before.value.proposer.personId === proposer.personId;
      if (before && !stays) removed(before);
      if (!stays) add(next);
      byNumber.set(number, next);
      if (publicationDue) due.set(number, next);
      else due.delete(number);
      inOrder = undefined;
    },
    inOrder() {
      inOrder ??= heldOf(numbers);
      return inOrder;
    },
    byNumber: (number) => byNumber.get(number),
    ofPerson: (personId) => heldOf(numbersOf.get(personId) ?? []).reverse(),
    due: () => [...due.values()],
    highestSequence: (fiscalYear) => highest.get(fiscalYear) ?? 0,
  };
}
