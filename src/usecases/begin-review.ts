import type { Actor } from '../domain/person.js';
import { beginReview as begin } from '../domain/proposal.js';
import type { ChangeOutcome } from './change-proposal.js';
import { type TriagePorts, triageProposal } from './triage-proposal.js';

/** Most proposals in one call. */
export const mostAtOnce = 60;

/** The result for one of many. */
export interface NumberedOutcome {
  readonly number: string;
  readonly outcome: ChangeOutcome;
}

/** 検討を始める (T4) for one or many: each is a write of its own, with a result of its own. */
export async function beginReview(
  ports: TriagePorts,
  by: Actor,
  numbers: readonly string[],
): Promise<readonly NumberedOutcome[]> {
  const outcomes: NumberedOutcome[] = [];
  for (const number of [...new Set(numbers)].slice(0, mostAtOnce)) {
    outcomes.push({ number, outcome: await triageProposal(ports, by, number, begin) });
  }
  return outcomes;
}
