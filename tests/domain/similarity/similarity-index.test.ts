import fc from 'fast-check';
import {
  createSimilarityIndex,
  type SimilarityIndex,
} from '../../../src/domain/similarity/similarity-index.js';
import type { LabelledText } from './labelled-texts.js';
import { sampleTexts } from './sample-texts.js';
import { tuningTexts } from './tuning-texts.js';

const texts = [...sampleTexts, ...tuningTexts];
const everything = { limit: texts.length };

function fill(index: SimilarityIndex, some: readonly LabelledText[] = texts): SimilarityIndex {
  for (const { id, words } of some) index.put(id, words);
  return index;
}

function allAnswers(index: SimilarityIndex) {
  return sampleTexts.map(({ id, words }) => ({
    id,
    asked: index.ask(words).nearest({ limit: 5 }),
    shelved: index.nearestTo(id, { limit: 5 }),
  }));
}

test('an empty index answers nothing and does not fail', () => {
  const index = createSimilarityIndex();
  expect(index.size()).toBe(0);
  expect(index.ask({ title: '私用スマートフォンの利用' }).nearest({ limit: 3 })).toEqual([]);
  expect(index.nearestTo('nobody', { limit: 3 })).toEqual([]);
  expect(index.ask({ title: '' }).explain('nobody')).toBeUndefined();
});

test('with a single text, the same wish is found and another is not', () => {
  const index = createSimilarityIndex();
  index.put('only', { title: 'BYODの導入', proposedContent: '個人の携帯で業務のメールを見る。' });
  const score = (title: string) => index.ask({ title }).nearest({ limit: 1 })[0]?.score ?? 0;
  expect(score('私物スマホの業務利用')).toBeGreaterThan(0.38);
  expect(score('庁舎前のバス停に屋根を')).toBe(0);
});

test('putting a text again replaces it', () => {
  const index = fill(createSimilarityIndex());
  const [first] = texts;
  index.put(first?.id ?? '', { title: '美術館の夜間開館' });
  expect(index.size()).toBe(texts.length);
  expect(index.ask({ title: '美術館の夜間開館' }).nearest({ limit: 1 })).toMatchObject([
    { id: first?.id },
  ]);
  expect(index.ask(first?.words ?? { title: '' }).nearest({ limit: 1 })[0]?.id).not.toBe(first?.id);
});

test('a removed text is not found, and removing an unknown one changes nothing', () => {
  const index = fill(createSimilarityIndex());
  index.remove('sample-14');
  index.remove('nobody');
  expect(index.size()).toBe(texts.length - 1);
  expect(index.nearestTo('sample-15', everything).map(({ id }) => id)).not.toContain('sample-14');
  expect(index.nearestTo('sample-14', everything)).toEqual([]);
});

test('the answers depend on the texts alone, not on how they came into the index', () => {
  const expected = allAnswers(fill(createSimilarityIndex(), sampleTexts));
  const order = fc.shuffledSubarray([...sampleTexts], { minLength: sampleTexts.length });
  const detours = fc.array(fc.constantFrom(...sampleTexts), { maxLength: 20 });
  fc.assert(
    fc.property(order, detours, (shuffled, again) => {
      const index = createSimilarityIndex();
      index.put('passing', { title: '後で消える提案', currentProblem: '消える前の語を残さない。' });
      for (const { id } of shuffled) index.put(id, { title: '書きかけの下書き' });
      fill(index, shuffled);
      for (const { id } of again) index.remove(id);
      fill(index, shuffled.toReversed());
      index.remove('passing');
      expect(allAnswers(index)).toEqual(expected);
    }),
    { numRuns: 2 },
  );
});

test('two texts are as alike one way as the other', () => {
  const index = fill(createSimilarityIndex());
  const scores = new Map<string, number>(
    texts.flatMap(({ id }) =>
      index.nearestTo(id, everything).map((match) => [`${id} ${match.id}`, match.score] as const),
    ),
  );
  expect(scores.size).toBeGreaterThan(texts.length);
  for (const [pair, score] of scores) {
    expect(scores.get(pair.split(' ').reverse().join(' '))).toBeCloseTo(score, 5);
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
});

test('a text asked about scores as it does on the shelf', () => {
  const index = fill(createSimilarityIndex());
  for (const { id, words } of texts.slice(0, 20)) {
    const asked = index.ask(words).nearest(everything);
    expect(asked.filter((match) => match.id !== id)).toEqual(index.nearestTo(id, everything));
  }
});

test('asking for a few gives the first of what asking for all gives', () => {
  const index = fill(createSimilarityIndex());
  for (const { id } of sampleTexts) {
    const few = index.nearestTo(id, { limit: 3, atLeast: 0.1 });
    expect(few).toEqual(index.nearestTo(id, { ...everything, atLeast: 0.1 }).slice(0, 3));
  }
});

test('only what may be found is found, and it is not crowded out by what may not', () => {
  const index = fill(createSimilarityIndex());
  for (let copy = 0; copy < 200; copy += 1) {
    index.put(`hidden-${copy}`, { title: 'BYODの導入', currentProblem: `写し ${copy}` });
  }
  const found = index.ask({ title: 'BYODの導入' }).nearest({
    limit: 3,
    isAllowed: (id) => !id.startsWith('hidden'),
  });
  expect(found[0]?.id).toBe('sample-15');
});

test('nothing below the asked score is answered', () => {
  const index = fill(createSimilarityIndex());
  const matches = index.nearestTo('sample-14', { limit: 10, atLeast: 0.3 });
  expect(matches.map(({ id }) => id)).toEqual(['sample-15']);
});

test('the weights follow the texts of the organisation', () => {
  const index = createSimilarityIndex();
  const before = index.telling('庁舎');
  for (let copy = 0; copy < 300; copy += 1) {
    index.put(`text-${copy}`, { title: `庁舎の ${copy}`, proposedContent: '庁舎を直す。' });
  }
  expect(index.telling('庁舎')).toBeLessThan(before / 5);
  expect(index.telling('美術館')).toBeGreaterThan(before);
});

test('any text can be put, asked about and removed', () => {
  const index = createSimilarityIndex();
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'紙のーﾊﾟAＡ１、。ひな形・🌱\u0000々ヴ') }),
  );
  fc.assert(
    fc.property(anyText, anyText, (title, proposedContent) => {
      index.put('any', { title, proposedContent });
      const [match] = index.ask({ title, proposedContent }).nearest({ limit: 1 });
      expect(match?.score ?? 0).toBeLessThanOrEqual(1);
      expect(index.ask({ title }).explain('any')).toBeDefined();
      index.remove('any');
      expect(index.size()).toBe(0);
    }),
    { numRuns: 200 },
  );
});
