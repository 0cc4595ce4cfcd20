import type { MastersAnswer, MeAnswer } from '../contract/common-answers.js';
import { fiscalYearOfDate, monthsOfFiscalYear } from '../domain/fiscal-year.js';
import { type CivilDate, civilDateOf, monthOf } from '../domain/instant.js';
import { replyWorkingDays } from '../domain/limits.js';
import { isValidOn, type MasterEntry, validOn } from '../domain/masters.js';
import { officesOf } from '../domain/queues/office-items.js';
import { addWorkingDays } from '../domain/working-days.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read } from './call.js';

const laterYears = 10;

/** GET /api/me. */
export const answerMe: Read = (call) => {
  const { person, roles } = call;
  const me: MeAnswer = {
    personId: person.personId,
    name: person.name,
    roles: [...roles],
    departments: [...officesOf(actOf(call))],
  };
  return json(me);
};

function choice({ id, label, labelEn }: MasterEntry): MastersAnswer['categories'][number] {
  return { id, label, labelEn };
}

function restOn(entries: readonly MasterEntry[], day: CivilDate) {
  return entries.filter((entry) => !isValidOn(entry, day)).map(choice);
}

/** GET /api/masters. */
export const answerMasters: Read = ({ deps, at }) => {
  const today = civilDateOf(at);
  const fiscalYear = fiscalYearOfDate(today);
  const { departments, sections, categories, jobGrades } = deps.register.masters();
  const answer: MastersAnswer = {
    departments: validOn(departments, today).map(choice),
    sections: validOn(sections, today).map((section) => ({
      ...choice(section),
      departmentId: section.departmentId,
    })),
    categories: validOn(categories, today).map(choice),
    jobGrades: validOn(jobGrades, today).map(choice),
    notValidToday: {
      departments: restOn(departments, today),
      sections: restOn(sections, today),
      categories: restOn(categories, today),
      jobGrades: restOn(jobGrades, today),
    },
    monthsThisFiscalYear: monthsOfFiscalYear(fiscalYear).filter((month) => month >= monthOf(today)),
    laterFiscalYears: Array.from({ length: laterYears }, (_, index) => fiscalYear + 1 + index),
    defaultReplyDue: addWorkingDays(today, replyWorkingDays.delegation, deps.isHoliday),
  };
  return json(answer);
};
