import {
  archiveKey,
  entriesToArchive,
  longestTrail,
  trailLength,
  uniteTrail,
} from '../../src/domain/trail-archive.js';
import { entryAfter, entryAt, lastSeq } from '../../src/domain/trail-entry.js';

interface Note {
  readonly kind: 'noted';
  readonly text: string;
}
const by = { id: 'a', name: '事務局' };
const entry = (seq: number, text = '') => ({
  seq,
  occurredAt: 0,
  recordedAt: 0,
  by,
  kind: 'noted' as const,
  text,
});
const bare = trailLength([entry(1)]);
/** An entry of so many characters, alone in a list. */
const ofLength = (seq: number, characters: number) => entry(seq, 'x'.repeat(characters - bare));
/** Entries of so many characters each. */
const trail = (count: number, characters: number) =>
  Array.from({ length: count }, (_, index) => ofLength((index % 9) + 1, characters));
const archived = (
  stored: readonly ReturnType<typeof entry>[],
  isSettled: (one: Note) => boolean = () => true,
  longest?: number,
) => entriesToArchive(stored, stored, isSettled, longest).length;

test('a trail that fits its item stays whole, one character more sends its oldest half away', () => {
  const four = trail(4, 250);
  const length = trailLength(four);
  expect(archived(four, undefined, length)).toBe(0);
  expect(archived(four, undefined, length - 1)).toBe(2);
});

test('no more goes than makes room for half of the longest', () => {
  const ten = trail(10, 100);
  const length = trailLength(ten);
  // What is left is reckoned by what each entry takes alone.
  expect(archived(ten, undefined, (length - 300) * 2)).toBe(0);
  expect(archived(ten, undefined, 2 * (length - 600))).toBe(6);
  expect(archived(ten, undefined, 2 * (length - 601))).toBe(7);
});

test('no more goes at once than fits one item of the archive', () => {
  const third = longestTrail / 3;
  const six = trail(6, third);
  expect(archived(six)).toBe(3);
  expect(archived([ofLength(1, longestTrail + 1), ...six])).toBe(0);
  expect(archived([ofLength(1, longestTrail), ...six])).toBe(1);
});

test('what is not settled yet stays, with everything after it', () => {
  const [first, second, ...rest] = trail(6, longestTrail / 4);
  if (!first || !second) throw new Error('six entries');
  const open = { ...second, text: `!${second.text}` };
  const isSettled = ({ text }: Note) => !text.startsWith('!');
  expect(archived([first, open, ...rest], isSettled)).toBe(1);
  expect(archived([open, first, ...rest], isSettled)).toBe(0);
});

test('archived entries have the key of what they are of and the places they cover', () => {
  expect(archiveKey({ id: 'p', entries: [entry(3), entry(4), entry(5)] })).toBe('p:3-5');
});

test('parts that overlap make one trail, in the order of its places', () => {
  const parts = [
    [entry(3), entry(4)],
    [entry(1), entry(2), entry(3)],
  ];
  expect(uniteTrail(parts)).toEqual([1, 2, 3, 4].map((seq) => entry(seq)));
  expect(() => uniteTrail([[entry(1), entry(3)]])).toThrow('entry 2 is missing');
  expect(() => uniteTrail([[entry(2), entry(3)]])).toThrow('entry 1 is missing');
  expect(() => uniteTrail([[entry(1)], [entry(1, 'x')]])).toThrow('entry 1 is there twice');
});

test('an entry is found at its place, also where the oldest ones lie in the archive', () => {
  const rest = [entry(4), entry(5), entry(6)];
  expect(entryAt(rest, 5)?.seq).toBe(5);
  expect(entryAt(rest, 3)).toBeUndefined();
  expect(entryAt(rest, 7)).toBeUndefined();
  expect(entryAt([], 1)).toBeUndefined();
  expect(lastSeq(rest)).toBe(6);
  expect(lastSeq([])).toBe(0);
});

test('an entry follows the last one, is never recorded before it, and names a cause where it has one', () => {
  const late = [
    { ...entry(1), recordedAt: 500 },
    { ...entry(2), recordedAt: 9_000 },
  ];
  const note: Note = { kind: 'noted', text: 'あ' };
  const next = entryAfter(late, { by, at: 5_000 }, note);
  expect(next).toEqual({ ...entry(3, 'あ'), occurredAt: 5_000, recordedAt: 9_000 });
  expect(next).not.toHaveProperty('cause');
  expect(entryAfter([], { by, at: 5_000, cause: 'm:4' }, note)).toMatchObject({
    seq: 1,
    recordedAt: 5_000,
    cause: 'm:4',
  });
});
