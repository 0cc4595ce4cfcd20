import { likeness, newTextSums, type SharedSums, type TextSums } from './likeness.js';
import type { ShelvedText } from './shelved-texts.js';
import type { Vocabulary } from './vocabulary.js';
import { type WeighedKey, type WeighedQuery, weigh } from './weighed-query.js';

/** Scores are told to this many steps, so that the order of additions never shows. */
const steps = 1_000_000;

type Said = Pick<WeighedKey, 'weight' | 'inTitle'>;

function add(sums: TextSums, { weight, inTitle }: Said): void {
  const square = weight * weight;
  sums.all += square;
  if (inTitle) sums.title += square;
}

function cover(sums: TextSums, { weight, inTitle }: Said, others: number): void {
  if (!inTitle) return;
  sums.titleFound += weight * weight;
  sums.titleMet += weight * Math.min(weight, others);
}

function meet(sums: SharedSums, asked: Said, said: Said): void {
  const product = asked.weight * said.weight;
  sums.shared += product;
  sums.evidence += Math.sqrt(product);
  cover(sums.one, asked, said.weight);
  cover(sums.other, said, asked.weight);
}

/** Prepares the exact comparison of one question with many texts of the shelf. */
export function prepareJudge({ keys, contradictions }: WeighedQuery, vocabulary: Vocabulary) {
  const asked = new Map<number | undefined, WeighedKey>(keys.map((key) => [key.term, key]));
  const whole = newTextSums();
  for (const key of keys) add(whole, key);

  /** How alike the question and the text are, 0 to 1. */
  return function judge({ features, wishes }: ShelvedText): number {
    const sums = { shared: 0, evidence: 0, one: { ...whole }, other: newTextSums() };
    for (const packed of features) {
      const said = weigh(packed, vocabulary);
      const key = asked.get(said.term);
      add(sums.other, said);
      if (key) meet(sums, key, said);
    }
    const score = likeness(
      sums,
      wishes.some((wish) => contradictions.has(wish)),
    );
    return Math.round(score * steps) / steps;
  };
}
