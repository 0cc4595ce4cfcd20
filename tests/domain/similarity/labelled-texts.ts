import type { ProposalWords } from '../../../src/domain/similarity/proposal-words.js';

/** How the texts of one group stand to each other; texts of different groups are strangers. */
export type Relation = 'near-duplicate' | 'same-theme' | 'different-wish' | 'alone';

/** An invented text and what a person says about it. */
export interface LabelledText {
  readonly id: string;
  readonly group: string;
  readonly relation: Relation;
  readonly words: ProposalWords;
}

/** One text: title, problem, content and effect (the last three may be absent). */
export type Written = readonly [title: string, problem?: string, content?: string, effect?: string];

/** Texts of one group, numbered within it. */
export function group(name: string, relation: Relation, ...texts: readonly Written[]) {
  return texts.map(
    ([title, currentProblem = '', proposedContent = '', expectedEffect = ''], index) => ({
      id: `${name}-${index + 1}`,
      group: name,
      relation,
      words: { title, currentProblem, proposedContent, expectedEffect },
    }),
  ) satisfies readonly LabelledText[];
}
