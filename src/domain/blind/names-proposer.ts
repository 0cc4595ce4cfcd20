import type { MasterEntry, Masters } from '../masters.js';
import type { Proposer } from '../person.js';
import type { Proposal } from '../proposal.js';
import { findWords, type SoughtWord } from './find-words.js';
import { foldPieces } from './fold-pieces.js';

/** The parts of a proposal in which somebody writes freely. */
export const writtenParts = [
  'title',
  'currentProblem',
  'proposedContent',
  'expectedEffect',
] as const;

/** One of them. */
export type WrittenPart = (typeof writtenParts)[number];

/** A part that names who proposed, with the words as they stand there, each once. */
export interface NamingPart {
  readonly part: WrittenPart;
  readonly words: readonly string[];
}

function officeWords(
  entries: readonly MasterEntry[],
  ownId: string | undefined,
): readonly SoughtWord[] {
  return entries.flatMap(({ id, label, labelEn }) =>
    [label, labelEn].map((each) => {
      const folded = foldPieces(each).text;
      return { folded, tells: id === ownId, kind: 'word' } as const;
    }),
  );
}

/** The whole name, and each part of it of two characters or more. */
function nameWords(name: string): readonly SoughtWord[] {
  const parts = name.split(/\s+/u).map((part) => foldPieces(part).text);
  const whole = { folded: foldPieces(name).text, tells: true, kind: 'word' } as const;
  if (parts.length < 2) return [{ ...whole, kind: 'name' }];
  return [whole, ...parts.map((folded) => ({ folded, tells: true, kind: 'name' }) as const)];
}

/** Words of one character are in every text. */
const isLongEnough = ({ folded }: SoughtWord): boolean => [...folded].length > 1;

function soughtWords({ name, departmentId, sectionId }: Proposer, masters: Masters) {
  return [
    ...officeWords(masters.departments, departmentId),
    ...officeWords(masters.sections, sectionId),
    ...nameWords(name),
  ].filter(isLongEnough);
}

/**
 * Where a proposal names the own office or the name of who proposed it (domain 5): by the labels of department and
 * section that the masters hold for the office as frozen at submission, those no longer in force included.
 */
export function namesProposer(
  { content, proposer }: Pick<Proposal, 'content' | 'proposer'>,
  masters: Masters,
): readonly NamingPart[] {
  const sought = soughtWords(proposer, masters);
  return writtenParts.flatMap((part) => {
    const written = content[part] ?? '';
    const found = findWords(written, sought).map(({ start, end }) => written.slice(start, end));
    return found.length > 0 ? [{ part, words: [...new Set(found)] }] : [];
  });
}
