import type { Actor } from '../domain/person.js';
import { beginReview as begin } from '../domain/proposal.js';
import type { ChangeOutcome } from './change-proposal.js';
import { someAtOnce } from './some-at-once.js';
import { type TriagePorts, triageProposal } from './triage-proposal.js';

/** Most proposals in one call. */
export const mostAtOnce = 60;

const writesAtOnce = 4;

/** The result for one of many. A fault of one leaves the others as they are; whether it was written is not known. */
export interface NumberedOutcome {
  readonly number: string;
  readonly outcome: ChangeOutcome | { readonly kind: 'failed'; readonly fault: unknown };
}

/** 検討を始める (T4) for one or many: each is a write of its own, with a result of its own. */
export function beginReview(
  ports: TriagePorts,
  by: Actor,
  numbers: readonly string[],
): Promise<readonly NumberedOutcome[]> {
  async function beginOne(number: string): Promise<NumberedOutcome> {
    try {
      return { number, outcome: await triageProposal(ports, by, number, begin) };
    } catch (fault) {
      return { number, outcome: { kind: 'failed', fault } };
    }
  }
  return someAtOnce([...new Set(numbers)].slice(0, mostAtOnce), writesAtOnce, beginOne);
}
