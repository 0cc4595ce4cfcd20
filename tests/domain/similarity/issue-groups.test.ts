import fc from 'fast-check';
import { clusterByLinks } from '../../../src/domain/similarity/cluster-by-links.js';
import { hintThreshold } from '../../../src/domain/similarity/find-hints.js';
import { findMergeCandidates } from '../../../src/domain/similarity/find-merge-candidates.js';
import { groupIssues } from '../../../src/domain/similarity/group-issues.js';
import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { sampleTexts } from './sample-texts.js';

const ids = sampleTexts.map(({ id }) => id);
const index = createSimilarityIndex();
for (const { id, words } of sampleTexts) index.put(id, words);

test('near-duplicates are grouped together, and every group has a label from its words', () => {
  const groups = groupIssues(index, ids);
  const groupOf = (id: string) => groups.findIndex((each) => each.ids.includes(id));
  for (const { id, group, relation } of sampleTexts) {
    if (relation !== 'near-duplicate') continue;
    const partner = sampleTexts.find((other) => other.group === group && other.id !== id);
    expect(groupOf(id)).toBeGreaterThanOrEqual(0);
    expect(groupOf(id)).toBe(groupOf(partner?.id ?? ''));
  }
  for (const { label, ids: members, words } of groups) {
    expect(label).not.toBe('');
    expect(members.length).toBeGreaterThan(1);
    expect(words.every(({ texts }) => texts >= 2 && texts <= members.length)).toBe(true);
  }
});

test('a label is made of the strongest shared words, as most texts write them', () => {
  const label = (id: string) =>
    groupIssues(index, ids).find((each) => each.ids.includes(id))?.label;
  expect(label('sample-19')).toMatch(/^ひな形/);
  expect(label('sample-27')).toContain('Excel');
  expect(label('sample-38')).toMatch(/服装|ノーネクタイ/);
});

test('the groups do not depend on the order of the texts', () => {
  const expected = groupIssues(index, ids);
  expect(groupIssues(index, ids.toReversed())).toEqual(expected);
  expect(groupIssues(index, [...ids, ...ids, 'nobody'])).toEqual(expected);
});

test('only the given texts are grouped', () => {
  expect(groupIssues(index, ['sample-19', 'sample-20', 'sample-45'])).toMatchObject([
    { ids: ['sample-19', 'sample-20'] },
  ]);
  expect(groupIssues(index, [])).toEqual([]);
});

test('merge candidates are pairs above the hint threshold, best first, each once', () => {
  const candidates = findMergeCandidates(index, ids);
  const pairs = candidates.map((each) => each.ids.join(' '));
  expect(pairs).toContain('sample-14 sample-15');
  expect(new Set(pairs).size).toBe(pairs.length);
  const scores = candidates.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(hintThreshold);
  expect(candidates.every(({ words }) => words.length > 0)).toBe(true);
  expect(findMergeCandidates(index, ['sample-14'])).toEqual([]);
});

describe('clustering', () => {
  const rule = { meanAtLeast: 0.3, linksPerMember: 10 };
  const link = (one: string, other: string, score: number) => ({ one, other, score });

  test('a chain of neighbours does not become one cluster', () => {
    const chain = ['a', 'b', 'c', 'd', 'e', 'f'];
    const links = chain.slice(1).map((other, at) => link(chain[at] ?? '', other, 0.5));
    expect(clusterByLinks(links, rule)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  test('texts that are all alike become one cluster, the largest first', () => {
    const links = [
      link('a', 'b', 0.6),
      link('a', 'c', 0.6),
      link('b', 'c', 0.6),
      link('x', 'y', 0.9),
    ];
    expect(clusterByLinks(links, rule)).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ]);
  });

  test('every member is in exactly one cluster, whatever the links', () => {
    const name = fc.constantFrom(...'abcdefghij');
    const score = fc.double({ min: 0.01, max: 1, noNaN: true });
    const links = fc.uniqueArray(fc.tuple(name, name, score), {
      selector: ([one, other]) => [one, other].sort().join(''),
    });
    fc.assert(
      fc.property(links, (drawn) => {
        const valid = drawn.filter(([one, other]) => one !== other);
        const clusters = clusterByLinks(
          valid.map(([one, other, s]) => link(one, other, s)),
          rule,
        );
        const members = clusters.flat();
        expect(new Set(members).size).toBe(members.length);
        expect(new Set(members)).toEqual(new Set(valid.flatMap((pair) => pair.slice(0, 2))));
      }),
    );
  });
});
