import type { MeasuresAnswer, ShownMeasure } from '../../contract/measure-answers.js';
import { holdsAllTerms, searchTerms } from '../../domain/search/search-terms.js';

/** The rules of one category, in published order. */
export interface RuleGroup {
  readonly categoryId: string;
  readonly rules: readonly ShownMeasure[];
}

/** Ids of the elements that the focus is led to. */
export const places = { rule: 'casebook-rule' } as const;

/** Id of the line of a rule in the list. */
export const lineId = (id: string): string => `casebook-line-${id}`;

function textsOf({ title, content, materials, proposals }: ShownMeasure): readonly string[] {
  return [
    title,
    content ?? '',
    ...materials.map((each) => each.title),
    ...proposals.flatMap(({ number, title: of }) => [number, of]),
  ];
}

/** The rules that hold all words, by category in the order of the casebook. A rule listed again stands once. */
export function ruleGroups(
  { measures, rows }: MeasuresAnswer,
  words: string,
): readonly RuleGroup[] {
  const terms = searchTerms(words);
  const found = new Map(
    measures
      .filter((rule) => terms.length === 0 || holdsAllTerms(textsOf(rule), terms))
      .map((rule) => [rule.id, rule]),
  );
  const own = rows.filter(({ isRelisted, measureId }) => !isRelisted && found.has(measureId));
  const categories = [...new Set(own.map(({ categoryId }) => categoryId))];
  return categories.map((categoryId) => ({
    categoryId,
    rules: own
      .filter((row) => row.categoryId === categoryId)
      .flatMap(({ measureId }) => found.get(measureId) ?? []),
  }));
}

/** When the newest of them was published. */
export const newestOf = ({ measures }: MeasuresAnswer): number | undefined =>
  measures.length === 0 ? undefined : Math.max(...measures.map(({ publishedAt }) => publishedAt));
