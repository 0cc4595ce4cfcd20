import type { MastersAnswer } from '../../contract/common-answers.js';
import type { DecisionAnswer } from '../../contract/proposal-answers.js';
import type { Locale } from '../../domain/conversation.js';
import { formatFiscalYear, formatMonth, formatShortDate, formatYen } from '../../text/format.js';
import { terms } from '../../text/terms.js';

/** One line of a decision as people read it. */
export interface DecisionFact {
  readonly label: string;
  readonly value: string;
}

/** The word of a master entry, valid today or not; its id where the masters do not know it, nothing before they came. */
export function masterLabel(
  masters: MastersAnswer | undefined,
  kind: 'departments' | 'sections' | 'categories' | 'jobGrades',
  id: string,
  locale: Locale,
): string {
  if (!masters) return '';
  const entry = [...masters[kind], ...masters.notValidToday[kind]].find((each) => each.id === id);
  if (!entry) return id;
  return locale === 'en' && entry.labelEn ? entry.labelEn : entry.label;
}

/** The office of a decision in words: 総務部 文書課. */
export function ownerLabel(
  owner: DecisionAnswer['owner'],
  masters: MastersAnswer | undefined,
  locale: Locale,
): string {
  const department = masterLabel(masters, 'departments', owner.departmentId, locale);
  if (owner.sectionId === undefined) return department;
  return `${department} ${masterLabel(masters, 'sections', owner.sectionId, locale)}`;
}

function budgetLabel(
  budgeting: Extract<DecisionAnswer, { track: 'later' }>['budgeting'],
  locale: Locale,
): string {
  const state = terms[locale].budgetingState[budgeting.state];
  if (budgeting.amountYen === undefined) return state;
  return `${state} ${formatYen(budgeting.amountYen, locale)}`;
}

function trackFacts(decision: DecisionAnswer, locale: Locale): readonly DecisionFact[] {
  const { field, startCondition, horizon } = terms[locale];
  switch (decision.track) {
    case 'realise-this-fy':
      return [
        { label: field.targetMonth, value: formatMonth(decision.targetMonth, locale) },
        { label: field.costBasis, value: decision.costBasis },
      ];
    case 'start-this-fy': {
      const conditions = decision.startConditions.map((condition) => startCondition[condition]);
      return [
        { label: field.startMonth, value: formatMonth(decision.startMonth, locale) },
        { label: field.startConditions, value: conditions.join(locale === 'ja' ? '、' : ', ') },
      ];
    }
    case 'later':
      return [
        { label: field.horizon, value: horizon[decision.horizon] },
        {
          label: field.targetFiscalYear,
          value: formatFiscalYear(decision.targetFiscalYear, locale),
        },
        { label: field.budgetingState, value: budgetLabel(decision.budgeting, locale) },
      ];
    case 'delegated':
      return [
        { label: field.reasonNotOfficeWide, value: decision.reasonNotOfficeWide },
        { label: field.replyDue, value: formatShortDate(decision.replyDue, locale) },
      ];
  }
}

/** A decision line by line: office, then what its track needs. The reason is shown apart. */
export function decisionFacts(
  decision: DecisionAnswer,
  masters: MastersAnswer | undefined,
  locale: Locale,
): readonly DecisionFact[] {
  const office = {
    label: terms[locale].field.ownerDepartment,
    value: ownerLabel(decision.owner, masters, locale),
  };
  return [office, ...trackFacts(decision, locale)];
}
