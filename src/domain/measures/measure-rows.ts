import type { MasterEntry } from '../masters.js';
import type { MeasureContent } from './measure-content.js';

/** One row of a table of measures. */
export interface MeasureRow {
  readonly measureId: string;
  readonly categoryId: string;
  readonly title: string;
  readonly content?: string;
  /** 再掲: shown once more, counted nowhere. */
  readonly isRelisted: boolean;
}

/** What a table of measures is made of. */
export interface ListedMeasure {
  readonly id: string;
  readonly content: MeasureContent;
}

function rowsOf({ id, content }: ListedMeasure): readonly MeasureRow[] {
  const own = { measureId: id, ...(content.content !== undefined && { content: content.content }) };
  const { categoryId, title, relistings } = content;
  return [
    { ...own, categoryId, title, isRelisted: false },
    ...relistings.map((row) => ({
      ...own,
      categoryId: row.categoryId,
      title: row.title ?? title,
      isRelisted: true,
    })),
  ];
}

/**
 * The rows of a table of measures: by category in the order of the master, within one in the order given, rows of 再掲
 * last. A category that the master does not know comes at the end.
 */
export function measureRows(
  measures: readonly ListedMeasure[],
  categories: readonly MasterEntry[],
): readonly MeasureRow[] {
  const known = new Map(categories.map(({ id, order }) => [id, order]));
  const placeOf = ({ categoryId }: MeasureRow): number => known.get(categoryId) ?? Infinity;
  const apart = (a: MeasureRow, b: MeasureRow): number =>
    placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b);
  return measures
    .flatMap(rowsOf)
    .toSorted(
      (a, b) =>
        apart(a, b) ||
        (a.categoryId < b.categoryId ? -1 : Number(a.categoryId > b.categoryId)) ||
        Number(a.isRelisted) - Number(b.isRelisted),
    );
}

/** How many measures a table shows: each once, however often it is listed again (domain specification 1.7, 4). */
export function countMeasures(rows: readonly Pick<MeasureRow, 'measureId'>[]): number {
  return new Set(rows.map(({ measureId }) => measureId)).size;
}
