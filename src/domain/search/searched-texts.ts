import type { Proposal } from '../proposal.js';

type Searched = Pick<Proposal, 'number' | 'content'>;

/** The texts of a proposal in which words are looked for: what everyone may read of it, and no name. */
export function searchedTexts({ number, content }: Searched): readonly string[] {
  const { title, currentProblem, proposedContent, expectedEffect } = content;
  const texts = [title, currentProblem, proposedContent, number];
  return expectedEffect === undefined ? texts : [...texts, expectedEffect];
}

/** Those by which a person knows a proposal. */
export function titleTexts({ number, content }: Searched): readonly string[] {
  return [content.title, number];
}
