import type { Proposal } from './proposal.js';

/** Whether whoever proposed it may still change it: until its review begins, also while asked before that. */
export function isBeforeReview({ status, question }: Proposal): boolean {
  return status === 'received' || (status === 'clarifying' && question?.resume === 'received');
}
