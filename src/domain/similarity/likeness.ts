/** What two texts have and share; weights are strength × telling weight, and squared in sums. */
export interface SharedSums {
  /** Sum of products of the weights of shared keys. */
  shared: number;
  /** Sum of the geometric means of the weights of shared keys: how much evidence there is at all. */
  evidence: number;
  one: TextSums;
  other: TextSums;
}

/** The sums of one of the two texts. */
export interface TextSums {
  all: number;
  title: number;
  /** Of the title, what the other text has anywhere. */
  titleFound: number;
  /** The same, but what the other text only mentions counts as little as it is mentioned. */
  titleMet: number;
}

/** The share of a title's meaning found by key; the rest asks that it is said as firmly. */
const foundShare = 0.8;
/** How much of the score the titles decide, and the whole texts the rest. */
const titleExponent = 0.6;
/** What a title that the other text does not have at all still leaves: people also write slogans. */
const uncovered = 0.1;
/** With this much evidence a score is two thirds of what it would be with endless evidence. */
const scarceEvidence = 2;
/** What is left of a score where one text wants gone what the other wants to have. */
const opposedFactor = 0.4;

/** The sums of nothing. */
export const newTextSums = (): TextSums => ({ all: 0, title: 0, titleFound: 0, titleMet: 0 });

function titleCoverage({ title, titleFound, titleMet }: TextSums): number {
  return title === 0 ? 0 : (foundShare * titleFound + (1 - foundShare) * titleMet) / title;
}

/**
 * How alike two texts are, 0 to 1: the cosine of the whole texts and the less covered of the two
 * titles, as a weighted geometric mean. A title names the wish, so two texts about the same things
 * with different wishes stay low however many words they share.
 */
export function likeness({ shared, evidence, one, other }: SharedSums, isOpposed: boolean): number {
  if (shared === 0) return 0;
  const cosine = shared / Math.sqrt(one.all * other.all);
  const lesser = Math.min(titleCoverage(one), titleCoverage(other));
  const titles = (lesser + uncovered) / (1 + uncovered);
  const certainty = evidence / (evidence + scarceEvidence);
  const score = cosine ** (1 - titleExponent) * titles ** titleExponent * certainty;
  return Math.min(1, isOpposed ? score * opposedFactor : score);
}
