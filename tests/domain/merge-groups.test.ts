import fc from 'fast-check';
import { type Mergeable, mergeGroups } from '../../src/domain/merge-groups.js';

const numberOf = (index: number) => `R8-${String(index + 1).padStart(4, '0')}`;
const merged = (...pointers: readonly (string | undefined)[]): readonly Mergeable[] =>
  pointers.map((mergedInto, index) => ({
    id: String(index),
    number: numberOf(index),
    mergedInto,
  }));

test('the survivor is the end of the pointers, and a group is all that lead to it', () => {
  const groups = mergeGroups(merged('1', '2', undefined, '2', undefined));
  expect(['0', '1', '2', '3', '4'].map(groups.survivorOf)).toEqual(['2', '2', '2', '2', '4']);
  expect([...groups.withMerged('2')].sort()).toEqual(['0', '1', '2', '3']);
  expect(groups.withMerged('1')).toEqual(['1', '0']);
  expect(groups.withMerged('4')).toEqual(['4']);
});

test('on a cycle the earlier number survives, whoever leads into it', () => {
  const groups = mergeGroups(merged('2', '0', '1', '2'));
  expect(['0', '1', '2', '3'].map(groups.survivorOf)).toEqual(['0', '0', '0', '0']);
  expect([...groups.withMerged('0')].sort()).toEqual(['0', '1', '2', '3']);
});

test('a pointer to a proposal that is not known leads to it', () => {
  expect(mergeGroups(merged('9')).survivorOf('0')).toBe('9');
});

const pointer = fc.option(fc.integer({ min: 0, max: 9 }).map(String), { nil: undefined });

test('every proposal stands in the group of exactly one survivor', () => {
  fc.assert(
    fc.property(fc.array(pointer, { minLength: 10, maxLength: 10 }), (pointers) => {
      const proposals = merged(...pointers);
      const groups = mergeGroups(proposals);
      const survivors = [...new Set(proposals.map(({ id }) => groups.survivorOf(id)))];
      const members = survivors.flatMap((id) => groups.withMerged(id));
      expect([...members].sort()).toEqual(proposals.map(({ id }) => id).sort());
      for (const id of survivors) expect(groups.survivorOf(id)).toBe(id);
    }),
    { numRuns: 500 },
  );
});
