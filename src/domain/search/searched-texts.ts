import type { Proposal } from '../proposal.js';

type Searched = Pick<Proposal, 'number' | 'content'>;

/** How many texts of a proposal are searched at most, and how many of them a person knows it by: those come first. */
export const searchedParts = 5;
export const titleParts = 2;

/** Those by which a person knows a proposal. */
export function titleTexts({ number, content }: Searched): readonly string[] {
  return [content.title, number];
}

/** The texts of a proposal in which words are looked for: what everyone may read of it, and no name. */
export function searchedTexts(proposal: Searched): readonly string[] {
  const { currentProblem, proposedContent, expectedEffect } = proposal.content;
  const texts = [...titleTexts(proposal), currentProblem, proposedContent];
  return expectedEffect === undefined ? texts : [...texts, expectedEffect];
}
