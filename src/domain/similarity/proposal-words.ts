/** What is compared of a proposal; a ProposalContent is one, and so is a text being typed. */
export interface ProposalWords {
  readonly title: string;
  readonly currentProblem?: string;
  readonly proposedContent?: string;
  readonly expectedEffect?: string;
}

/** Which part of the text a word stands in. */
export type Part = keyof ProposalWords;

/**
 * How much a part says about the wish. Effects read alike in all proposals (時間が減る), and two
 * proposals can share a problem and still ask for different things.
 */
export const partWeights: Readonly<Record<Part, number>> = {
  title: 1,
  proposedContent: 0.6,
  currentProblem: 0.4,
  expectedEffect: 0.15,
};

/** The parts in the order in which they are read. */
export const parts: readonly Part[] = [
  'title',
  'proposedContent',
  'currentProblem',
  'expectedEffect',
];

/** Whether two texts have the same words. */
export function sameWords(one: ProposalWords, other: ProposalWords): boolean {
  return parts.every((part) => one[part] === other[part]);
}
