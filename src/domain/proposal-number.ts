import { eraYearOf, yearOfEra } from './era.js';
import type { FiscalYear } from './fiscal-year.js';

/** The number a proposal is known by, `R8-0001`: era letter, fiscal year, order of storage. */
export type ProposalNumber = string;

/** What a number says. */
export interface NumberParts {
  readonly fiscalYear: FiscalYear;
  /** Order of storage within the fiscal year, from 1. */
  readonly sequence: number;
}

/** Writes a number with at least four digits. */
export function formatProposalNumber(parts: NumberParts): ProposalNumber {
  const era = eraYearOf(parts.fiscalYear);
  const year = era ? `${era.letter}${era.year}` : String(parts.fiscalYear);
  return `${year}-${String(parts.sequence).padStart(4, '0')}`;
}

/**
 * Reads a number as a person types it: full-width, lower case and any dash are accepted.
 * Undefined where the text is not a number.
 */
export function parseProposalNumber(text: string): NumberParts | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐‑‒–—―ー−]/g, '-')
    .trim();
  const match = /^([A-Z])(\d{1,2})-?(\d{4,7})$/.exec(plain);
  if (!match?.[1] || !match[2] || !match[3]) return undefined;
  const fiscalYear = yearOfEra(match[1], Number(match[2]));
  const sequence = Number(match[3]);
  return fiscalYear === undefined || sequence < 1 ? undefined : { fiscalYear, sequence };
}

/** Fiscal year and sequence as one number that orders like the proposal numbers; sequences have at most seven digits. */
export function numberOrder({ fiscalYear, sequence }: NumberParts): number {
  return fiscalYear * 10_000_000 + sequence;
}

/** Orders numbers by fiscal year, then by sequence as a number (R8-10000 after R8-9999). */
export function compareProposalNumbers(left: ProposalNumber, right: ProposalNumber): number {
  const a = parseProposalNumber(left);
  const b = parseProposalNumber(right);
  if (!a || !b) return left < right ? -1 : Number(left > right);
  return a.fiscalYear - b.fiscalYear || a.sequence - b.sequence;
}
