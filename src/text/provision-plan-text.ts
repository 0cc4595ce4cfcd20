import type { Locale } from '../domain/conversation.js';
import {
  type ChangeMark,
  markOf,
  type PlannedChange,
  planSections,
  sectionOf,
} from '../domain/provisioning/planned-change.js';
import { changeText, provisionTerms } from './provision-texts.js';

const marks: readonly ChangeMark[] = ['create', 'change', 'person'];

/** A difference with its mark. */
export function changeLine(change: PlannedChange, locale: Locale): string {
  return `${provisionTerms(locale).mark[markOf(change)]} ${changeText(change, locale)}`;
}

/** The plan as an administrator reads it: under headings, counted at the end. `address` is that of the site. */
export function planText(
  address: string,
  changes: readonly PlannedChange[],
  locale: Locale,
): readonly string[] {
  const terms = provisionTerms(locale);
  if (changes.length === 0) return [terms.planFor(address), terms.nothing];
  const sections = planSections.flatMap((section) => {
    const lines = changes.filter((each) => sectionOf(each) === section);
    return lines.length === 0
      ? []
      : [terms.section[section], ...lines.map((each) => `  ${changeLine(each, locale)}`)];
  });
  const counts = marks.map((mark) =>
    terms.counted[mark](changes.filter((each) => markOf(each) === mark).length),
  );
  return [terms.planFor(address), ...sections, counts.join(locale === 'ja' ? '、' : ', ')];
}
