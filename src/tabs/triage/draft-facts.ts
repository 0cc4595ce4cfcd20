import type { MastersAnswer } from '../../contract/common-answers.js';
import type { Locale } from '../../domain/conversation.js';
import type { DecisionField } from '../../domain/decision.js';
import { budgetingStates, horizons, startConditions } from '../../domain/decision.js';
import { isCivilDate } from '../../domain/instant.js';
import { formatFiscalYear, formatMonth, formatShortDate } from '../../text/format.js';
import { terms } from '../../text/terms.js';
import { type DecisionFact, masterLabel } from '../shell/decision-facts.js';
import { type DecisionDraft, fieldsOf, trackOf } from './decision-draft.js';

function conditionWords(codes: string, locale: Locale): string {
  const chosen = codes.split(',');
  return startConditions
    .filter((condition) => chosen.includes(condition))
    .map((condition) => terms[locale].startCondition[condition])
    .join(locale === 'ja' ? '、' : ', ');
}

function wordFor(
  field: DecisionField,
  value: string,
  masters: MastersAnswer,
  locale: Locale,
): string {
  const { horizon, budgetingState } = terms[locale];
  switch (field) {
    case 'ownerDepartment':
      return masterLabel(masters, 'departments', value, locale);
    case 'ownerSection':
      return masterLabel(masters, 'sections', value, locale);
    case 'targetMonth':
    case 'startMonth':
      return formatMonth(value, locale);
    case 'startConditions':
      return conditionWords(value, locale);
    case 'horizon':
      return horizons.filter((each) => each === value).map((each) => horizon[each])[0] ?? value;
    case 'budgetingState':
      return (
        budgetingStates.filter((each) => each === value).map((each) => budgetingState[each])[0] ??
        value
      );
    case 'targetFiscalYear':
      return formatFiscalYear(Number(value), locale);
    case 'replyDue':
      return isCivilDate(value) ? formatShortDate(value, locale) : value;
    default:
      return value;
  }
}

/** A decision as typed so far, line by line; empty fields are left out. */
export function draftFacts(
  draft: DecisionDraft,
  masters: MastersAnswer,
  locale: Locale,
): readonly DecisionFact[] {
  const track = trackOf(draft);
  const { field: labels, track: tracks } = terms[locale];
  const fields: readonly DecisionField[] = track ? fieldsOf(track) : ['reason'];
  const filled = fields.flatMap((field) => {
    const value = draft[field] ?? '';
    return value === ''
      ? []
      : [{ label: labels[field], value: wordFor(field, value, masters, locale) }];
  });
  return track ? [{ label: labels.track, value: tracks[track] }, ...filled] : filled;
}
