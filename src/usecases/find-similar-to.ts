import type { Measure } from '../domain/measures/measure.js';
import { measureIdOfText } from '../domain/measures/measure-text.js';
import type { Proposal } from '../domain/proposal.js';
import type { Hint } from '../domain/similarity/find-hints.js';
import { findMergeCandidatesOf } from '../domain/similarity/find-merge-candidates.js';
import type { SimilarRegister } from './find-hints-for.js';
import { readSomeTexts } from './read-texts.js';

/** What asks for the same as a proposal. */
export interface FoundSimilar {
  /** Proposals it could be merged with, most alike first; withdrawn ones left out. */
  readonly proposals: readonly (Hint & { readonly proposal: Proposal })[];
  /** Published measures and rules that may have realised it already. */
  readonly measures: readonly (Hint & { readonly measure: Measure })[];
  readonly isComplete: boolean;
}

/** 似ている提案 for the secretariat: merge candidates of one proposal, of whatever visibility. */
export function findSimilarTo(register: SimilarRegister, proposal: Proposal): FoundSimilar {
  const { similarTexts } = register;
  const isComplete = readSomeTexts(similarTexts);
  const proposalOf = (id: string) => {
    const found = register.proposal(id)?.value;
    return found?.status === 'withdrawn' ? undefined : found;
  };
  const measureOf = (id: string) => register.measure(measureIdOfText(id) ?? '')?.value;
  const isProposal = (id: string): boolean => proposalOf(id) !== undefined;
  const isMeasure = (id: string): boolean => measureOf(id) !== undefined;
  const index = similarTexts.index();
  return {
    isComplete,
    proposals: findMergeCandidatesOf(index, proposal.id, isProposal).flatMap((hint) => {
      const found = proposalOf(hint.id);
      return found ? [{ ...hint, proposal: found }] : [];
    }),
    measures: findMergeCandidatesOf(index, proposal.id, isMeasure).flatMap((hint) => {
      const found = measureOf(hint.id);
      return found ? [{ ...hint, measure: found }] : [];
    }),
  };
}
