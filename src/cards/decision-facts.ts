import type { Locale } from '../domain/conversation.js';
import type { Decision } from '../domain/decision.js';
import type { Masters } from '../domain/masters.js';
import { formatDayWithWeekday, formatFiscalYear, formatMonth, formatYen } from '../text/format.js';
import { terms } from '../text/terms.js';
import { officeLabel } from './labels.js';

/** A short value under its name. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}

function budgetOf(decision: Extract<Decision, { track: 'later' }>, locale: Locale): string {
  const { state, amountYen } = decision.budgeting;
  const word = terms[locale].budgetingState[state];
  return amountYen === undefined ? word : `${word} ${formatYen(amountYen, locale)}`;
}

function factsOfTrack(decision: Decision, locale: Locale): readonly Fact[] {
  const { field, startCondition, horizon } = terms[locale];
  const comma = locale === 'ja' ? '、' : ', ';
  switch (decision.track) {
    case 'realise-this-fy':
      return [{ title: field.targetMonth, value: formatMonth(decision.targetMonth, locale) }];
    case 'start-this-fy':
      return [
        { title: field.startMonth, value: formatMonth(decision.startMonth, locale) },
        {
          title: field.startConditions,
          value: decision.startConditions.map((each) => startCondition[each]).join(comma),
        },
      ];
    case 'later': {
      const year = formatFiscalYear(decision.targetFiscalYear, locale);
      const term = horizon[decision.horizon];
      return [
        {
          title: field.targetFiscalYear,
          value: locale === 'ja' ? `${year}（${term}）` : `${year} (${term})`,
        },
        { title: field.budgetingState, value: budgetOf(decision, locale) },
      ];
    }
    case 'delegated':
      return [{ title: field.replyDue, value: formatDayWithWeekday(decision.replyDue, locale) }];
  }
}

/** A decision in short values: track, owner, and what its track requires. The reason stands apart. */
export function decisionFacts(
  decision: Decision,
  masters: Masters,
  locale: Locale,
): readonly Fact[] {
  const { field, track } = terms[locale];
  return [
    { title: field.track, value: track[decision.track] },
    { title: field.ownerDepartment, value: officeLabel(decision.owner, masters, locale) },
    ...factsOfTrack(decision, locale),
  ];
}
