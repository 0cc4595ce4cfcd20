import type { LabelledText } from './labelled-texts.js';

/** How alike the two texts are, by some measure. */
export type Measure = (one: LabelledText, other: LabelledText) => number;

/** Two labelled texts with their score. */
export interface JudgedPair {
  readonly ids: string;
  readonly score: number;
  /** What a person says; `stranger` for texts of different groups. */
  readonly relation: LabelledText['relation'] | 'stranger';
}

/** How well a measure agrees with people at a threshold. */
export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Every pair once. */
export function judgePairs(texts: readonly LabelledText[], measure: Measure): JudgedPair[] {
  return texts.flatMap((one, index) =>
    texts.slice(index + 1).map((other) => ({
      ids: `${one.id} ${other.id}`,
      score: measure(one, other),
      relation: one.group === other.group ? one.relation : ('stranger' as const),
    })),
  );
}

/** Precision and recall of near-duplicates; showing a text of the same theme is no fault. */
export function qualityAt(pairs: readonly JudgedPair[], threshold: number): Quality {
  const counted = pairs.filter(({ relation }) => relation !== 'same-theme');
  const wanted = counted.filter(({ relation }) => relation === 'near-duplicate');
  const shown = counted.filter(({ score }) => score >= threshold);
  const right = shown.filter(({ relation }) => relation === 'near-duplicate').length;
  const precision = shown.length === 0 ? 0 : right / shown.length;
  const recall = right / wanted.length;
  return { precision, recall, f1: (2 * right) / (shown.length + wanted.length) };
}

/** The threshold at which a measure does best on these pairs. */
export function bestThreshold(pairs: readonly JudgedPair[]): number {
  const [best] = pairs
    .map(({ score }) => ({ score, f1: qualityAt(pairs, score).f1 }))
    .sort((one, other) => other.f1 - one.f1);
  return best?.score ?? 1;
}

/** The part of the partners that are among the first three, partners of one text not counted against each other. */
export function topThreeRecall(texts: readonly LabelledText[], measure: Measure): number {
  const ranks = texts
    .filter(({ relation }) => relation === 'near-duplicate')
    .flatMap((text) => {
      const strangers = texts.filter(({ group }) => group !== text.group);
      const scores = strangers.map((stranger) => measure(text, stranger));
      return texts
        .filter((partner) => partner.group === text.group && partner !== text)
        .map((partner) => scores.filter((score) => score >= measure(text, partner)).length);
    });
  return ranks.filter((rank) => rank < 3).length / ranks.length;
}

/** The most of the near-duplicates that a measure can show while it is right as often as asked. */
export function recallAtPrecision(pairs: readonly JudgedPair[], precision: number): number {
  const qualities = pairs.map(({ score }) => qualityAt(pairs, score));
  const precise = qualities.filter((quality) => quality.precision >= precision);
  return Math.max(0, ...precise.map(({ recall }) => recall));
}
