import { findCandidates } from '../../../src/domain/similarity/find-candidates.js';
import { createShelf, type Shelf } from '../../../src/domain/similarity/shelved-texts.js';
import { prepareThesaurus } from '../../../src/domain/similarity/thesaurus.js';
import { createVocabulary } from '../../../src/domain/similarity/vocabulary.js';
import type { WeighedKey } from '../../../src/domain/similarity/weighed-query.js';

/** A posting: slot, then how firmly, of 128. */
const at = (slot: number, strength = 128) => slot * 256 + strength;
const many = (length: number, slot = 0) => Array.from({ length }, () => at(slot));

/** A shelf whose texts `text-<slot>` stand in these lists, one per term, all of one length. */
function shelfWith(lists: readonly (readonly number[])[], idOf = (slot: number) => `text-${slot}`) {
  const empty = createShelf(prepareThesaurus([]), createVocabulary());
  const noFeatures = {
    words: { title: '' },
    features: new Uint32Array(),
    wishes: new Uint32Array(),
  };
  const shelf: Shelf = {
    ...empty,
    postings: (term) => Uint32Array.from(lists[term] ?? []),
    postingCount: (term) => lists[term]?.length ?? 0,
    slots: () => 10,
    at: (slot) => ({ id: idOf(slot), slot, ...noFeatures }),
    idAt: idOf,
    roughLength: () => 1,
  };
  return shelf;
}

const key = (term: number | undefined, weight = 1): WeighedKey => ({
  key: `key-${term}`,
  term,
  weight,
  inTitle: false,
});
const keysOf = (lists: readonly unknown[]) => lists.map((_, term) => key(term));

function found(shelf: Shelf, keys: readonly WeighedKey[], telling = (_: number) => 1, limit = 9) {
  const vocabulary = { ...createVocabulary(), telling };
  const scored = findCandidates(keys, shelf, vocabulary, { limit, isAllowed: () => true });
  return scored.map(({ slot }) => shelf.at(slot)?.id);
}

describe('of the texts that share words', () => {
  test('those come first that share what tells more, or say it more firmly', () => {
    const lists = [[at(1)], [at(2)]];
    const telling = (term: number) => (term === 0 ? 1 : 4);
    expect(found(shelfWith(lists), keysOf(lists), telling)).toEqual(['text-2', 'text-1']);
    expect(found(shelfWith([[at(1, 32), at(2, 96)]]), [key(0)])).toEqual(['text-2', 'text-1']);
  });

  test('the better one comes first whatever its id and whenever it was met', () => {
    const lists = [[at(1, 10), at(2, 30), at(3, 20)]];
    const idOf = (slot: number) => `text-${9 - slot}`;
    expect(found(shelfWith(lists, idOf), [key(0)])).toEqual(['text-7', 'text-6', 'text-8']);
  });

  test('equals come in the order of their ids', () => {
    const lists = [[at(2), at(3), at(1)]];
    expect(found(shelfWith(lists), [key(0)])).toEqual(['text-1', 'text-2', 'text-3']);
    expect(found(shelfWith(lists), [key(0)], () => 1, 2)).toEqual(['text-1', 'text-2']);
  });

  test('none is taken for a word that no text has', () => {
    expect(found(shelfWith([[at(1)]]), [key(undefined), key(0)])).toStrictEqual(['text-1']);
    expect(found(shelfWith([[at(1)]]), [key(undefined)])).toStrictEqual([]);
  });
});

describe('a search looks at 40,000 places', () => {
  test('but at the six weightiest words always', () => {
    const six = Array.from({ length: 6 }, (_, slot) => many(10_000, slot));
    const lists = [...six, [at(6)]];
    expect(found(shelfWith(lists), keysOf(lists)).toSorted()).toStrictEqual(
      [0, 1, 2, 3, 4, 5].map((slot) => `text-${slot}`),
    );
    const asMany = Array.from({ length: 5 }, (_, slot) => [at(slot)]);
    const sixth = [...asMany, many(40_000, 5), [at(6)]];
    expect(found(shelfWith(sixth), keysOf(sixth))).not.toContain('text-6');
    expect(found(shelfWith(sixth), keysOf(sixth))).toContain('text-5');
  });

  test('and leaves out a word that would be too many, not the ones after it', () => {
    const few = Array.from({ length: 6 }, () => [at(0)]);
    const withSeventh = (length: number) => {
      const lists = [...few, many(length, 1), [at(2)]];
      return found(shelfWith(lists), keysOf(lists)).toSorted();
    };
    expect(withSeventh(39_995)).toStrictEqual(['text-0', 'text-2']);
    // Now all 40,000 are used up.
    expect(withSeventh(39_994)).toStrictEqual(['text-0', 'text-1']);
  });
});
