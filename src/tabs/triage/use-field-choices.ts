import type { MastersAnswer } from '../../contract/common-answers.js';
import type { DecisionField } from '../../domain/decision.js';
import { budgetingStates, horizons } from '../../domain/decision.js';
import { formatFiscalYear, formatMonth } from '../../text/format.js';
import { type DecisionDraft, trackOf } from './decision-draft.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

/** One choice of a field. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The choices of the fields that are chosen from a list; undefined for a field that is typed. */
export function useFieldChoices(
  draft: DecisionDraft,
  masters: MastersAnswer,
): (field: DecisionField) => readonly Choice[] | undefined {
  const { terms, words, locale } = useTriageSurroundings();
  const entry = ({ id, label, labelEn }: MastersAnswer['departments'][number]): Choice => ({
    value: id,
    label: locale === 'ja' ? label : labelEn,
  });
  const months = () =>
    masters.monthsThisFiscalYear.map((month) => ({
      value: month,
      label: formatMonth(month, locale),
    }));
  const sections = () => {
    const own = masters.sections
      .filter((section) => section.departmentId === draft.ownerDepartment)
      .map(entry);
    const mayStayOpen = trackOf(draft) === 'delegated' && own.length > 0;
    return mayStayOpen ? [{ value: '', label: words.decide.noSection }, ...own] : own;
  };

  return (field) => {
    switch (field) {
      case 'ownerDepartment':
        return masters.departments.map(entry);
      case 'ownerSection':
        return sections();
      case 'targetMonth':
      case 'startMonth':
        return months();
      case 'horizon':
        return horizons.map((value) => ({ value, label: terms.horizon[value] }));
      case 'targetFiscalYear':
        return masters.laterFiscalYears.map((year) => ({
          value: String(year),
          label: formatFiscalYear(year, locale),
        }));
      case 'budgetingState':
        return budgetingStates.map((value) => ({ value, label: terms.budgetingState[value] }));
      default:
        return undefined;
    }
  };
}
