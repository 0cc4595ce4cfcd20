import { type ListFaultsAnswer, restoreRequest } from '../contract/list-fault-answers.js';
import { itemFaultText, missingNumbersText } from '../text/list-fault-texts.js';
import type { ListedFault } from '../usecases/list-faults.js';
import { type Answer, json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import { refusalAnswer } from './refusal-answer.js';
import { withBody } from './with-body.js';

function shown(
  { list, itemId, number, problem, canRestore }: ListedFault,
  { deps, locale }: StaffCall,
): ListFaultsAnswer['faults'][number] {
  const headings = deps.listFaults.headingsOf(list);
  const heading = (column: string): string => headings?.columns[column] ?? column;
  return {
    list,
    listName: headings?.displayName ?? list,
    itemId,
    ...(number !== undefined && { number }),
    code: problem.code,
    text: itemFaultText(problem, canRestore, heading, locale),
    canRestore,
  };
}

function report(call: StaffCall): Answer {
  const { faults, missing } = call.deps.listFaults.report();
  const answer: ListFaultsAnswer = {
    faults: faults.map((fault) => shown(fault, call)),
    missing: missing.map((numbers) => ({
      ...numbers,
      text: missingNumbersText(numbers, call.locale),
    })),
  };
  return json(answer);
}

/** GET /api/list-faults. */
export const answerListFaults: Read = (call) => report(call);

/** POST /api/list-faults/restore. */
export const restoreWrite = withBody(restoreRequest, async (call, { list, itemId }) => {
  const { deps, locale, person } = call;
  const outcome = await deps.listFaults.restore(list, itemId);
  const came = outcome.kind === 'refused' ? outcome.refusal.code : outcome.kind;
  const act = 'restore-item';
  deps.logger.info({ act, list, itemId, personId: person.personId, outcome: came }, 'act');
  return outcome.kind === 'refused' ? refusalAnswer(outcome.refusal, locale) : report(call);
});
