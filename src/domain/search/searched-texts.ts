import type { Proposal } from '../proposal.js';

/** The texts of a proposal in which words are looked for: what everyone may read of it, and no name. */
export function searchedTexts({
  number,
  content,
}: Pick<Proposal, 'number' | 'content'>): readonly string[] {
  const { title, currentProblem, proposedContent, expectedEffect } = content;
  const texts = [number, title, currentProblem, proposedContent];
  return expectedEffect === undefined ? texts : [...texts, expectedEffect];
}
