import { findHints, hintThreshold } from '../../../src/domain/similarity/find-hints.js';
import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { bigramCosine } from './floor.js';
import { heldOutTexts } from './held-out-texts.js';
import {
  bestThreshold,
  judgePairs,
  type Measure,
  qualityAt,
  recallAtPrecision,
  topThreeRecall,
} from './labelled-quality.js';
import type { LabelledText } from './labelled-texts.js';
import { sampleTexts } from './sample-texts.js';
import { secondHeldOutTexts } from './second-held-out-texts.js';
import { tuningTexts } from './tuning-texts.js';

const floor: Measure = (one, other) => bigramCosine(one.words, other.words);

/** Ours over a corpus of exactly these texts. */
function ours(texts: readonly LabelledText[]): Measure {
  const index = createSimilarityIndex();
  for (const { id, words } of texts) index.put(id, words);
  const scores = new Map(
    texts.map(({ id }) => {
      const matches = index.nearestTo(id, { limit: texts.length });
      return [id, new Map(matches.map((match) => [match.id, match.score]))];
    }),
  );
  return (one, other) => scores.get(one.id)?.get(other.id) ?? 0;
}

/** The floor gets the threshold that suits it best; ours has the one that is shipped. */
function compare(texts: readonly LabelledText[]) {
  const floorPairs = judgePairs(texts, floor);
  const measure = ours(texts);
  const quality = qualityAt(judgePairs(texts, measure), hintThreshold);
  return {
    floor: {
      ...qualityAt(floorPairs, bestThreshold(floorPairs)),
      recallAsPrecise: recallAtPrecision(floorPairs, quality.precision),
      topThree: topThreeRecall(texts, floor),
    },
    ours: { ...quality, topThree: topThreeRecall(texts, measure) },
  };
}

const byRelation = (texts: readonly LabelledText[], relation: string) =>
  judgePairs(texts, ours(texts)).filter((pair) => pair.relation === relation);

describe('the demonstration proposals', () => {
  test('every near-duplicate is among the three nearest of its partner', () => {
    expect(topThreeRecall(sampleTexts, ours(sampleTexts))).toBe(1);
  });

  test('no two proposals of different groups reach the hint threshold, all near-duplicates do', () => {
    const above = byRelation(sampleTexts, 'stranger').filter(({ score }) => score >= hintThreshold);
    const below = byRelation(sampleTexts, 'near-duplicate').filter(
      ({ score }) => score < hintThreshold,
    );
    expect({ above, below }).toEqual({ above: [], below: [] });
  });

  test('proposals of one theme rank below all near-duplicates', () => {
    const themes = byRelation(sampleTexts, 'same-theme').map(({ score }) => score);
    const duplicates = byRelation(sampleTexts, 'near-duplicate').map(({ score }) => score);
    expect(Math.max(...themes)).toBeLessThan(Math.min(...duplicates));
  });

  test('all of this holds with a margin, whatever dictionary cuts the words', () => {
    const margin = 0.01;
    const scores = (relation: string) =>
      byRelation(sampleTexts, relation).map(({ score }) => score);
    const least = Math.min(...scores('near-duplicate'));
    expect(Math.max(...scores('stranger'))).toBeLessThan(hintThreshold - margin);
    expect(least).toBeGreaterThan(hintThreshold + margin);
    expect(Math.max(...scores('same-theme'))).toBeLessThan(least - margin);
  });

  test('the labels hold also among the tuning texts, which change all weights', () => {
    const pairs = judgePairs(sampleTexts, ours([...sampleTexts, ...tuningTexts]));
    expect(qualityAt(pairs, hintThreshold).recall).toBe(1);
    expect(qualityAt(pairs, hintThreshold).precision).toBeGreaterThan(0.8);
  });
});

describe.each([
  ['demonstration', sampleTexts],
  ['tuning', tuningTexts],
  ['held-out', heldOutTexts],
  ['second held-out', secondHeldOutTexts],
])('against character pairs, on the %s texts', (_, texts) => {
  const { floor: plain, ours: own } = compare(texts);

  test('at the threshold it is right more often and finds more', () => {
    expect(own.precision).toBeGreaterThan(plain.precision + 0.3);
    expect(own.recall).toBeGreaterThan(2 * plain.recallAsPrecise);
    expect(own.f1).toBeGreaterThan(plain.f1 + 0.2);
  });

  test('more partners are among the three nearest', () => {
    expect(own.topThree).toBeGreaterThan(plain.topThree);
    expect(own.topThree).toBeGreaterThanOrEqual(0.85);
  });
});

test('a text of one everyday word gives no hint', () => {
  const index = createSimilarityIndex();
  for (const { id, words } of sampleTexts) index.put(id, words);
  for (const title of ['残業', '会議', '職員', '業務の効率化', 'あ', '']) {
    expect(findHints(index, { title }, () => true)).toEqual([]);
  }
});

test('a few words are enough for a hint, and it says why', () => {
  const index = createSimilarityIndex();
  for (const { id, words } of sampleTexts) index.put(id, words);
  const hints = findHints(index, { title: '私物のスマホで仕事のメールを見たい' }, () => true);
  expect(hints.map(({ id }) => id)).toEqual(['sample-15', 'sample-14']);
  expect(hints[0]?.words[0]).toMatchObject({
    here: '私物のスマホ',
    there: 'BYOD',
    conceptId: 'own-device',
  });
});
