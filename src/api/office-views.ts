import type { OfficeItems } from '../contract/office-answers.js';
import type { Act } from '../domain/act.js';
import { contentFor } from '../domain/blind/redact.js';
import { type OfficeTask, officesOf, officeTasks } from '../domain/queues/office-items.js';
import { concernsOffice } from '../domain/visibility.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import { type DutyDesk, openDutyDesk } from './duty-desk.js';
import { officeItem } from './office-item.js';
import { canonicalNumber } from './proposal-views.js';
import { refusalAnswer } from './refusal-answer.js';

type Row = OfficeItems['items'][number];

function rowOf({ proposal, kind, ...task }: OfficeTask, desk: DutyDesk, act: Act): Row {
  const { number, status, published } = proposal;
  const { departmentId, dueOn, requestId, answeredAt, isOver } = task;
  return {
    number,
    title: contentFor(proposal, act).title,
    // Who was only asked for an opinion reads what everyone reads.
    status: kind === 'opinion' ? published.status : status,
    kind,
    departmentId,
    ...(dueOn !== undefined && desk.dueOn(dueOn)),
    ...(requestId !== undefined && { requestId }),
    ...(answeredAt !== undefined && { answeredAt }),
    ...(isOver && { isOver }),
  };
}

/** GET /api/office-items: 依頼された提案 of the offices for which the caller acts. */
export const answerOfficeItems: Read = (call) => {
  const act = actOf(call);
  const desk = openDutyDesk(call);
  const tasks = officeTasks(desk.proposals, act, desk.dutyOf);
  const answer: OfficeItems = {
    departments: [...officesOf(act)],
    items: tasks.map((task) => rowOf(task, desk, act)),
  };
  return json(answer);
};

/** GET /api/office-items/:number. What was not asked of the caller's offices is answered as what does not exist. */
export const answerOfficeItem: Read = (call) => {
  const act = actOf(call);
  const number = canonicalNumber(call.params['number'] ?? '');
  const proposal = call.deps.register.proposalByNumber(number)?.value;
  if (!proposal || !concernsOffice(proposal, act)) {
    return refusalAnswer({ code: 'not-found' }, call.locale);
  }
  return json(officeItem(proposal, act, call.deps.actContext(proposal)));
};
