import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';

function indexOf(texts: Readonly<Record<string, string>>) {
  const index = createSimilarityIndex([]);
  for (const [id, title] of Object.entries(texts)) index.put(id, { title });
  return index;
}
const ids = (matches: readonly { readonly id: string }[]) => matches.map(({ id }) => id);

test('as many are found as are asked for and no more, equals in the order of their ids', () => {
  const index = createSimilarityIndex([]);
  const copies = Array.from({ length: 150 }, (_, copy) => `copy-${100 + copy}`);
  for (const id of copies.toReversed()) index.put(id, { title: '名札の廃止' });
  const question = index.ask({ title: '名札の廃止' });
  expect(ids(question.nearest({ limit: 150 }))).toStrictEqual(copies);
  expect(ids(question.nearest({ limit: 2 }))).toStrictEqual(copies.slice(0, 2));
});

test('who wants the same stands before who wants the opposite in almost the same words', () => {
  const index = indexOf({
    against: '名札の廃止',
    alike: '名札の新設と夕食会と電話当番と駐車場',
    other: '美術館の夜間開館',
  });
  expect(ids(index.ask({ title: '名札の新設' }).nearest({ limit: 9 }))).toStrictEqual([
    'alike',
    'against',
  ]);
});

test('what is exactly as alike as asked for is found', () => {
  const question = indexOf({ same: '名札の廃止', near: '名札と朝礼' }).ask({ title: '名札の廃止' });
  const scores = question.nearest({ limit: 9 }).map(({ score }) => score);
  expect(scores).toHaveLength(2);
  const [best = 0, next = 0] = scores;
  expect(ids(question.nearest({ limit: 9, atLeast: best }))).toStrictEqual(['same']);
  expect(ids(question.nearest({ limit: 9, atLeast: next }))).toStrictEqual(['same', 'near']);
  expect(ids(question.nearest({ limit: 9, atLeast: best + 0.000_001 }))).toStrictEqual([]);
});

test('a text is not its own neighbour, and one that is not there has none', () => {
  const index = indexOf({ one: '名札の廃止', two: '名札の廃止', three: '名札の廃止' });
  expect(ids(index.nearestTo('one', { limit: 9 }))).toStrictEqual(['three', 'two']);
  expect(ids(index.nearestTo('one', { limit: 9, isAllowed: (id) => id !== 'two' }))).toStrictEqual([
    'three',
  ]);
  expect(index.nearestTo('nobody', { limit: 9 })).toStrictEqual([]);
  expect(index.read('nobody')).toBeUndefined();
});

test('a word tells less, the more texts have it, and of those in no text the rare one tells more', () => {
  const index = indexOf({ one: '名札の廃止', two: '名札の廃止' });
  const before = indexOf({}).telling('名札');
  expect(index.telling('名札')).toBeLessThan(before);
  expect(index.telling('美術館')).toBeGreaterThan(before);
  expect(index.telling('職員')).toBeLessThan(index.telling('美術館'));
});
