import type { Act } from '../act.js';
import { actsFor, isContributor } from '../capacity.js';
import type { Proposal } from '../proposal.js';
import type { ProposalContent } from '../proposal-content.js';
import { findWords } from './find-words.js';
import { foldPieces } from './fold-pieces.js';

/** How an office that is asked reads the text: with the words that name who proposed blacked out, or as written. */
export const redactions = ['redacted', 'as-written'] as const;

const blackedOut = '○○';

/** A text without the words, however long each is; half and full width are the same. */
export function redactText(written: string, words: readonly string[]): string {
  const sought = words.map((word) => ({
    folded: foldPieces(word).text,
    tells: true,
    kind: 'word' as const,
  }));
  let rest = 0;
  let copy = '';
  for (const { start, end } of findWords(written, sought)) {
    copy += written.slice(rest, start) + blackedOut;
    rest = end;
  }
  return copy + written.slice(rest);
}

function redactContent(content: ProposalContent, words: readonly string[]): ProposalContent {
  const { title, currentProblem, proposedContent, expectedEffect } = content;
  return {
    ...content,
    title: redactText(title, words),
    currentProblem: redactText(currentProblem, words),
    proposedContent: redactText(proposedContent, words),
    ...(expectedEffect !== undefined && { expectedEffect: redactText(expectedEffect, words) }),
  };
}

/** Whether any office was handed a redacted copy. */
export function isRedactedForSome({ opinions }: Proposal): boolean {
  return opinions.some(({ blackedOut }) => blackedOut !== undefined);
}

/** The words that were blacked out for offices, of those that `isOffice` names. */
function wordsFor(
  { opinions }: Proposal,
  isOffice: (departmentId: string) => boolean,
): readonly string[] {
  return opinions
    .filter(({ departmentId }) => isOffice(departmentId))
    .flatMap(({ blackedOut: words = [] }) => words);
}

/** The proposal as certain offices may read it: where one of them was handed a redacted copy, with that copy alone. */
export function redactedForOffices(
  proposal: Proposal,
  isOffice: (departmentId: string) => boolean,
): Proposal {
  const words = wordsFor(proposal, isOffice);
  if (words.length === 0) return proposal;
  return { ...proposal, content: redactContent(proposal.content, words) };
}

/**
 * The proposal as somebody may read it: who acts for an office that was handed a redacted copy gets nothing else, by
 * no way and at no time (domain 5). Who proposed it knows what it says.
 */
export function redactedFor(proposal: Proposal, act: Act): Proposal {
  return isContributor(proposal, act.by.id)
    ? proposal
    : redactedForOffices(proposal, (departmentId) => actsFor(act, departmentId));
}

/** The same of what the proposal says alone: for lists. */
export function contentFor(proposal: Proposal, act: Act): ProposalContent {
  if (isContributor(proposal, act.by.id)) return proposal.content;
  const words = wordsFor(proposal, (departmentId) => actsFor(act, departmentId));
  return words.length === 0 ? proposal.content : redactContent(proposal.content, words);
}
