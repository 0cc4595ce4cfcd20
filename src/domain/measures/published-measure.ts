import { firstPublishedAt, type Measure, type MeasureVersion } from './measure.js';

/** One published version as everyone may read it. */
export interface ShownVersion extends MeasureVersion {
  /** 訂正あり: a later version says that this one was wrong. It stays readable. */
  readonly isCorrected: boolean;
}

/** The published versions, oldest first, those marked that a later one corrects. */
export function shownVersions({ versions }: Pick<Measure, 'versions'>): readonly ShownVersion[] {
  return versions.map((version, index) => ({
    ...version,
    isCorrected: versions[index + 1]?.correction !== undefined,
  }));
}

/** The last published version of what is published and in force; undefined for anything else. */
export function versionInForce({
  versions,
}: Pick<Measure, 'versions'>): MeasureVersion | undefined {
  const last = versions.at(-1);
  return last?.state.withdrawn ? undefined : last;
}

/** Measures with a version in force, in the order in which they were first published. */
export function inPublishedOrder<M extends Pick<Measure, 'id' | 'versions' | 'earlier'>>(
  measures: readonly M[],
): readonly M[] {
  const firstAt = (measure: M): number => firstPublishedAt(measure) ?? 0;
  return measures
    .filter((measure) => versionInForce(measure) !== undefined)
    .toSorted((a, b) => firstAt(a) - firstAt(b) || (a.id < b.id ? -1 : 1));
}
