import type { MeasuresAnswer, ShownMeasure } from '../../contract/measure-answers.js';

/** One row of the table of measures: 再掲 shows one once more. */
export interface MeasureLine {
  readonly key: string;
  readonly row: MeasuresAnswer['rows'][number];
  readonly measure: ShownMeasure;
}

/** The measures of one wave, or of none. */
export interface MeasureWave {
  readonly wave: number | undefined;
  readonly lines: readonly MeasureLine[];
  /** Each measure once, and how often one is shown once more. */
  readonly count: number;
  readonly relisted: number;
}

/** The rows of a campaign, and of measures that name none, by wave: the latest first, those of no wave last. */
export function measureWaves(
  { measures, rows }: MeasuresAnswer,
  campaign: string,
): readonly MeasureWave[] {
  const known = new Map(measures.map((measure) => [measure.id, measure]));
  const lines = rows.flatMap((row, index): readonly MeasureLine[] => {
    const measure = known.get(row.measureId);
    const isHere = measure && (measure.campaignId ?? campaign) === campaign;
    return isHere ? [{ key: `${row.measureId}-${index}`, row, measure }] : [];
  });
  const waves = [...new Set(lines.map(({ measure }) => measure.wave))];
  return waves
    .toSorted((a, b) => (b ?? 0) - (a ?? 0))
    .map((wave) => {
      const own = lines.filter(({ measure }) => measure.wave === wave);
      const relisted = own.filter(({ row }) => row.isRelisted).length;
      return { wave, lines: own, count: own.length - relisted, relisted };
    });
}
