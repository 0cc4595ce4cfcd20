import fc from 'fast-check';
import { type BigramIndex, createBigramIndex } from '../../../src/domain/search/bigram-index.js';
import { createPostingStore } from '../../../src/domain/search/posting-store.js';
import { searchForm } from '../../../src/domain/search/search-form.js';

/** Few characters, so that words meet and pairs repeat; marks and widths that are folded among them. */
const characters = fc.constantFrom(...'会議録電子化ペーパぺぱレスABabＡｂ ・\u3099か');
const text = fc.string({ unit: characters, maxLength: 30 });

test('a store of postings gives back what was put in, each number once, at any size', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.nat(3), fc.oneof(fc.nat(3), fc.nat(200), fc.constantFrom(16_384, 3_000_000))),
        { maxLength: 800 },
      ),
      (steps) => {
        const store = createPostingStore(4);
        const model = [0, 1, 2, 3].map(() => new Set<number>());
        const last = [0, 0, 0, 0];
        for (const [key, distance] of steps) {
          last[key] = (last[key] ?? 0) + distance;
          store.append(key, last[key]);
          model[key]?.add(last[key]);
        }
        for (const [key, values] of model.entries()) {
          expect([...store.read(key)]).toEqual([...values]);
          expect(store.count(key)).toBe(values.size);
        }
      },
    ),
  );
});

test('a store of postings keeps a thousand numbers of one key over many blocks', () => {
  const store = createPostingStore(2);
  const values = Array.from({ length: 5_000 }, (_, index) => index * 300);
  for (const value of values) {
    store.append(1, value);
    store.append(0, value + 1);
  }
  expect([...store.read(1)]).toEqual(values);
  expect([...store.read(0)]).toEqual(values.map((value) => value + 1));
});

test('a number that comes too late for its key is refused', () => {
  const store = createPostingStore(1);
  store.append(0, 5);
  expect(() => store.append(0, 4)).toThrow('4 comes after 5');
});

test('every text that holds a word is a candidate for it, and where that is said no other is', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), text, (texts, word) => {
      const form = searchForm(word);
      fc.pre(form !== '');
      const index = createBigramIndex();
      for (const each of texts) index.add([each]);
      const { slots, isExact } = index.candidates(form);
      const holding = texts.flatMap((each, slot) =>
        searchForm(each).includes(form) ? [slot] : [],
      );
      expect([...slots]).toEqual(expect.arrayContaining(holding));
      if (isExact) expect([...slots]).toEqual(holding);
      // Among so few pairs none share a key.
      expect(isExact).toBe(form.length <= 2 && holding.length > 0);
    }),
    { numRuns: 2_000 },
  );
});

const found = (index: BigramIndex, word: string) => [...index.candidates(searchForm(word)).slots];

test('texts without the pairs of a word are no candidates', () => {
  const index = createBigramIndex();
  index.add(['会議録を電子化する']);
  index.add(['朝礼をやめる', '会議をへらす']);
  expect(found(index, '会議')).toEqual([0, 1]);
  expect(found(index, '会議録')).toEqual([0]);
  expect(found(index, '残業')).toEqual([]);
  expect(found(index, '朝')).toEqual([1]);
  expect(index.candidates('会議録').isExact).toBe(false);
  index.add(['ああ']);
  expect(index.candidates(searchForm('あああ'))).toEqual({
    slots: Uint32Array.from([2]),
    isExact: false,
  });
});

test('of pairs that share a key it is not said that all candidates hold the word', () => {
  const index = createBigramIndex();
  const words = Array.from({ length: 20_000 }, (_, at) =>
    String.fromCharCode(0x4e00 + (at % 141), 0x5e00 + Math.floor(at / 141)),
  );
  for (const word of words) index.add([word]);
  const answers = words.map((word) => index.candidates(word));
  expect(answers.some(({ isExact }) => !isExact)).toBe(true);
  const wrong = answers.filter(
    ({ slots, isExact }, slot) => !slots.includes(slot) || (isExact && slots.length !== 1),
  );
  expect(wrong).toEqual([]);
});

test('no pair reaches over from one part of a text to the next', () => {
  const index = createBigramIndex();
  index.add(['会', '議']);
  expect(found(index, '会議')).toEqual([]);
});
