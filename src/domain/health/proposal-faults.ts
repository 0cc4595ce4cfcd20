import type { Proposal } from '../proposal.js';
import {
  formatProposalNumber,
  type ProposalNumber,
  parseProposalNumber,
} from '../proposal-number.js';
import { BrokenTrail, replay } from '../replay.js';
import { sameValue } from '../same-value.js';
import { type MissingNumbers, type TrailedPart, trailedParts } from './item-fault.js';

const partOf: Readonly<Partial<Record<keyof Proposal, TrailedPart>>> = {
  id: 'receipt',
  number: 'receipt',
  campaignId: 'receipt',
  receivedAt: 'receipt',
  receivedFor: 'receipt',
  proposer: 'proposer',
  content: 'content',
  status: 'status',
  decision: 'decision',
  published: 'publication',
  publicationDue: 'publication',
};

/** A column of one line holds at least so much of a name. */
const comparedOfName = 200;

/** A text as a column gives it back: LF line ends, no blanks around it, and of a name what is surely not cut. */
function textAsRead(text: string, member: string | undefined): string | undefined {
  const plain = text.replace(/\r\n?/g, '\n').trim();
  return (member === 'name' ? plain.slice(0, comparedOfName) : plain) || undefined;
}

/** A value as it comes back from a list: what is absent, empty or nothing but blanks is the same. */
function asRead(value: unknown, member?: string): unknown {
  if (typeof value === 'string') return textAsRead(value, member);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map((each) => asRead(each));
  }
  const members = Object.entries(value)
    .map(([name, each]) => [name, asRead(each, name)] as const)
    .filter(([, each]) => each !== undefined);
  return Object.fromEntries(members);
}

function keysOf(...proposals: readonly Proposal[]): readonly (keyof Proposal)[] {
  const keys = proposals.flatMap((each) => Object.keys(each) as (keyof Proposal)[]);
  return [...new Set(keys)];
}

/**
 * The parts in which a proposal, with its whole trail, does not say what the trail says (domain specification 1.7, 5).
 * None where all is as it was written.
 */
export function partsNotInTrail(proposal: Proposal): readonly TrailedPart[] {
  let replayed: Proposal;
  try {
    replayed = replay(proposal.trail);
  } catch (fault) {
    if (fault instanceof BrokenTrail) return ['trail'];
    throw fault;
  }
  const differing = keysOf(proposal, replayed).filter(
    (key) =>
      !sameValue(proposal[key], replayed[key]) &&
      !sameValue(asRead(proposal[key]), asRead(replayed[key])),
  );
  const parts = new Set(differing.map((key) => partOf[key] ?? 'working'));
  return trailedParts.filter((part) => parts.has(part));
}

/** The numbers that nobody holds, in spans, by fiscal year and sequence. */
export function missingNumbers(numbers: readonly ProposalNumber[]): readonly MissingNumbers[] {
  const byYear = new Map<number, number[]>();
  for (const number of numbers) {
    const parts = parseProposalNumber(number);
    if (!parts) continue;
    const sequences = byYear.get(parts.fiscalYear) ?? [];
    sequences.push(parts.sequence);
    byYear.set(parts.fiscalYear, sequences);
  }
  return [...byYear].flatMap(([fiscalYear, sequences]) =>
    sequences
      .toSorted((a, b) => a - b)
      .flatMap((sequence, index, all): readonly MissingNumbers[] => {
        const before = all[index - 1] ?? 0;
        if (sequence - before < 2) return [];
        return [
          {
            first: formatProposalNumber({ fiscalYear, sequence: before + 1 }),
            last: formatProposalNumber({ fiscalYear, sequence: sequence - 1 }),
            count: sequence - before - 1,
          },
        ];
      }),
  );
}
