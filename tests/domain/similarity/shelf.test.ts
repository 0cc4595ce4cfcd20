import { findCandidates } from '../../../src/domain/similarity/find-candidates.js';
import type { ProposalWords } from '../../../src/domain/similarity/proposal-words.js';
import { readText } from '../../../src/domain/similarity/read-text.js';
import {
  createShelf,
  postedStrength,
  slotOf,
} from '../../../src/domain/similarity/shelved-texts.js';
import { prepareThesaurus } from '../../../src/domain/similarity/thesaurus.js';
import { createVocabulary } from '../../../src/domain/similarity/vocabulary.js';
import { weighShelved, weighText } from '../../../src/domain/similarity/weighed-query.js';

const thesaurus = prepareThesaurus([]);
const vocabulary = createVocabulary();
const shelf = createShelf(thesaurus, vocabulary);
const texts: Readonly<Record<string, string>> = {
  d: '庁舎の名札',
  b: '庁舎の名札',
  c: '庁舎の名札と朝礼と電話と駐車場',
  a: '庁舎の掲示',
  e: '公用車の洗車',
};
for (const [id, title] of Object.entries(texts)) shelf.put(id, { title });

function candidates(words: ProposalWords, limit = 9, isAllowed = (_: string) => true) {
  const { keys } = weighText(readText(words, thesaurus), vocabulary);
  const found = findCandidates(keys, shelf, vocabulary, { limit, isAllowed });
  return found.map(({ slot }) => shelf.at(slot)?.id);
}
const wish = { title: '庁舎の名札' };

test('candidates share words, the more of a text they are the better, equals in the order of their ids', () => {
  expect(candidates(wish)).toEqual(['b', 'd', 'c', 'a']);
  expect(candidates({ title: '駐車場' })).toEqual(['c']);
  expect(candidates({ title: '美術館の夜間開館' })).toEqual([]);
});

test('candidates are as many as asked for, of those that may be found', () => {
  expect(candidates(wish, 2)).toEqual(['b', 'd']);
  expect(candidates(wish, 2, (id) => id !== 'b')).toEqual(['d', 'c']);
});

test('a text is asked about as it is shelved, its weightiest words first', () => {
  const shelved = shelf.find('c');
  if (!shelved) throw new Error('not shelved');
  const again = weighShelved(shelved, vocabulary);
  const asked = weighText(readText(shelved.words, thesaurus), vocabulary);
  expect(again.keys.map(({ key, inTitle }) => [key, inTitle])).toEqual(
    asked.keys.map(({ key, inTitle }) => [key, inTitle]),
  );
  const weights = again.keys.map(({ weight }) => weight);
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
  expect(weights).toEqual(asked.keys.map(({ weight }) => weight));
});

test('words that weigh the same are asked for in one order, however the text has them', () => {
  const keys = (title: string) =>
    weighText(readText({ title }, thesaurus), createVocabulary()).keys.map(({ key }) => key);
  expect(keys('朝礼と名札と電話')).toEqual(keys('電話と名札と朝礼'));
  expect(keys('朝礼と名札')).toEqual(['名札', '朝礼']);
  expect(keys('名札と朝礼')).toEqual(['名札', '朝礼']);
});

test('a shelf knows its texts by id and by slot, and leaves a gap where one is gone', () => {
  const own = createShelf(thesaurus, createVocabulary());
  own.put('x', { title: '朝礼' });
  own.put('y', { title: '夕食会' });
  expect([own.size(), own.slots()]).toEqual([2, 2]);
  own.remove('x');
  own.remove('nobody');
  expect([own.size(), own.slots(), own.find('x')]).toEqual([1, 2, undefined]);
  own.put('z', { title: '電話当番' });
  expect([own.size(), own.slots(), own.find('z')?.slot]).toEqual([2, 3, 2]);
  expect([own.at(0), own.idAt(0), own.at(2)?.id, own.idAt(2)]).toEqual([
    undefined,
    undefined,
    'z',
    'z',
  ]);
  expect(own.at(7)).toBeUndefined();
  expect([[...own.postings(999)], own.postingCount(999), own.roughLength(999)]).toStrictEqual([
    [],
    0,
    1,
  ]);
  expect(createShelf(thesaurus, createVocabulary()).roughLength(0)).toBe(1);
});

test('a word leads to the texts that have it and tells how firmly, also after one of them is gone', () => {
  const words = createVocabulary();
  const own = createShelf(thesaurus, words);
  for (const id of ['w', 'x', 'y', 'z']) own.put(id, { title: id === 'y' ? '名札' : '名札の朝礼' });
  const places = (key: string) =>
    Array.from(own.postings(words.find(key) ?? 0), (posting): [number, number] => [
      slotOf(posting),
      postedStrength(posting),
    ]).filter(([slot]) => own.at(slot) !== undefined);
  expect(places('名札').map(([slot]) => slot)).toStrictEqual([0, 1, 2, 3]);
  for (const [, strength] of places('名札')) expect(strength).toBeCloseTo(0.8, 2);
  own.remove('x');
  expect(places('名札').map(([slot]) => slot)).toStrictEqual([0, 2, 3]);
  expect(places('朝礼').map(([slot]) => slot)).toStrictEqual([0, 3]);
  own.remove('z');
  expect(places('名札').map(([slot]) => slot)).toStrictEqual([0, 2]);
});

test('a word tells as much after a text is gone as before it came', () => {
  const words = createVocabulary();
  const own = createShelf(thesaurus, words);
  own.put('x', { title: '名札' });
  const before = words.telling(words.numberOf('名札'));
  own.put('y', { title: '名札と朝礼' });
  expect(words.telling(words.numberOf('名札'))).toBeLessThan(before);
  own.remove('y');
  expect(words.telling(words.numberOf('名札'))).toBe(before);
});

test('a text that is put again is found by its new words alone', () => {
  const words = createVocabulary();
  const own = createShelf(thesaurus, words);
  own.put('x', { title: '朝礼' });
  own.put('y', { title: '朝礼' });
  own.put('x', { title: '名札' });
  const postings = (key: string) =>
    [...own.postings(words.find(key) ?? 0)].filter((posting) => own.at(slotOf(posting))).length;
  expect([postings('朝礼'), postings('名札')]).toEqual([1, 1]);
  own.remove('y');
  own.remove('x');
  expect([postings('朝礼'), postings('名札')]).toEqual([0, 0]);
});

test('gaps are closed once there are many, and everything is found as before', () => {
  const words = createVocabulary();
  const own = createShelf(thesaurus, words);
  own.put('first', { title: '朝礼' });
  own.put('kept', { title: '名札の廃止' });
  for (let round = 0; round < 1_002; round += 1) own.put('first', { title: '朝礼' });
  expect(own.slots()).toBeLessThan(10);
  const [kept, first] = [own.find('kept'), own.find('first')];
  expect([own.size(), kept?.slot, own.idAt(first?.slot ?? 9)]).toStrictEqual([2, 0, 'first']);
  expect(Array.from(own.postings(words.numberOf('朝礼')), slotOf)).toContain(first?.slot);
  const fresh = createShelf(thesaurus, words);
  fresh.put('kept', { title: '名札の廃止' });
  expect(kept?.features).toStrictEqual(fresh.find('kept')?.features);
  expect(kept?.wishes).toStrictEqual(fresh.find('kept')?.wishes);
  expect(own.roughLength(0)).toBe(fresh.roughLength(0));
});

test('a text without words has a length all the same', () => {
  const own = createShelf(thesaurus, createVocabulary());
  own.put('x', { title: '' });
  own.put('y', { title: '朝礼' });
  expect(own.roughLength(0)).toBe(1);
  expect(own.roughLength(1)).toBeGreaterThan(1);
});

test('a wish of a text has contradictions where the other thing is known', () => {
  const words = createVocabulary();
  const own = createShelf(thesaurus, words);
  own.put('x', { title: '朝礼の廃止' });
  const against = (title: string) =>
    [...weighText(readText({ title }, thesaurus), words).contradictions].length;
  expect(against('朝礼の新設')).toBe(1);
  expect(against('夕食会の新設')).toBe(0);
  const [wishOfX] = own.at(0)?.wishes ?? [];
  const { contradictions } = weighText(readText({ title: '朝礼の新設' }, thesaurus), words);
  expect(contradictions.has(wishOfX ?? -1)).toBe(true);
});

describe('a vocabulary', () => {
  test('numbers its keys once and counts the texts that have them', () => {
    const words = createVocabulary();
    const [one, other] = [words.numberOf('庁舎'), words.numberOf('名札')];
    expect(words.numberOf('庁舎')).toBe(one);
    expect(other).not.toBe(one);
    expect([words.find('庁舎'), words.find('朝礼')]).toEqual([one, undefined]);
    expect([words.keyOf(one), words.keyOf(99)]).toEqual(['庁舎', '']);
    const before = words.telling(one);
    words.count([one], 1);
    const once = words.telling(one);
    expect(once).toBeLessThan(before);
    words.count([other], 1);
    expect(words.telling(one)).toBeGreaterThan(once);
    words.count([one], -1);
    words.count([other], -1);
    expect(words.telling(one)).toBe(before);
  });

  test('believes as much of a key, whatever the texts, and tells more of an unknown one', () => {
    const words = createVocabulary();
    const term = words.numberOf('庁舎');
    const believed = words.believed(term);
    expect(words.telling(term)).toBe(believed);
    for (let n = 0; n < 50; n += 1) words.count([term], 1);
    expect(words.believed(term)).toBe(believed);
    expect(words.tellingUnknown('名札')).toBeGreaterThan(believed);
    expect(words.telling(term)).toBeLessThan(believed);
  });
});
