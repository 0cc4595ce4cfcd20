import type { GraphAnswer, GraphCall } from './answer.js';
import type { Verdict } from './breaker.js';
import { placeTroubleOf } from './place-troubles.js';

/** Answers with which Graph shows that it is there and looked at the call, with a body or without. */
const saidByGraph: ReadonlySet<number> = new Set([204, 302, 404, 409, 410, 412]);

const isSuccess = (status: number): boolean => status >= 200 && status < 300;
const saysWhatItShould = ({ answersNothing }: GraphCall, body: unknown): boolean =>
  body !== undefined || answersNothing === true;
const isCallAtFault = (status: number): boolean => status >= 400 && status < 500;

/**
 * What an answer says about Graph as a whole: `away` where no other call would fare better. A refusal for load is left
 * to the gate. Trouble at one site or list says nothing of the others, so that one locked list stops only what needs
 * it; nor does what is wrong with one call (400 …), or 500 on a create, by which duplicates are refused.
 */
export function verdictOf(call: GraphCall, answer: GraphAnswer): Verdict {
  if (answer.kind === 'unanswered') return 'away';
  const { status, body } = answer;
  // The token is the same for every call, and was renewed by then.
  if (status === 401) return 'away';
  if (placeTroubleOf(call, answer)) return 'nothing';
  if (saidByGraph.has(status)) return 'there';
  if (isSuccess(status)) return saysWhatItShould(call, body) ? 'there' : 'away';
  if (status === 500 && call.method === 'POST') return 'nothing';
  return isCallAtFault(status) ? 'nothing' : 'away';
}
