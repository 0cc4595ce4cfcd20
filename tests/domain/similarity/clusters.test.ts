import { clusterByLinks } from '../../../src/domain/similarity/cluster-by-links.js';

describe('clusters', () => {
  const link = (one: string, other: string, score: number) => ({ one, other, score });
  const rule = { meanAtLeast: 0.3, linksPerMember: 10 };

  test('join where the mean over all possible links is high enough, not above it alone', () => {
    // Two links of four that are possible: a mean of 0.3.
    const links = [
      link('a', 'b', 0.9),
      link('c', 'd', 0.8),
      link('a', 'c', 0.6),
      link('b', 'd', 0.6),
    ];
    expect(clusterByLinks(links, rule)).toEqual([['a', 'b', 'c', 'd']]);
    expect(clusterByLinks(links, { ...rule, meanAtLeast: 0.31 })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('reckon with as many links as a member can have', () => {
    const fan = [...'bcdef'].map((other) => link('a', other, 0.9));
    expect(clusterByLinks(fan, { meanAtLeast: 0.5, linksPerMember: 1 })).toEqual([[...'abcdef']]);
    expect(clusterByLinks(fan, { meanAtLeast: 0.5, linksPerMember: 9 })).toEqual([
      ['a', 'b'],
      ['c'],
      ['d'],
      ['e'],
      ['f'],
    ]);
  });

  test('add up the links to a third when they are joined', () => {
    const links = [
      link('a', 'b', 0.9),
      link('c', 'd', 0.89),
      link('e', 'f', 0.88),
      link('a', 'c', 0.7),
      link('b', 'd', 0.7),
      link('a', 'e', 0.5),
      link('b', 'f', 0.5),
      link('c', 'e', 0.5),
      link('d', 'f', 0.5),
    ];
    const turned = links.map(({ one, other, score }) => link(other, one, score));
    // The third pair has 2.0 of eight possible links to the four: a mean of 0.25.
    for (const each of [links, turned]) {
      expect(clusterByLinks(each, { ...rule, meanAtLeast: 0.25 })).toEqual([[...'abcdef']]);
      expect(clusterByLinks(each, { ...rule, meanAtLeast: 0.26 })).toEqual([
        [...'abcd'],
        ['e', 'f'],
      ]);
    }
  });

  test('are the same whatever the order of equal links, and of one size in the order of their names', () => {
    const links = [
      link('a', 'b', 0.5),
      link('b', 'c', 0.5),
      link('c', 'd', 0.5),
      link('x', 'y', 0.9),
    ];
    const expected = [
      ['a', 'b'],
      ['c', 'd'],
      ['x', 'y'],
    ];
    expect(clusterByLinks(links, rule)).toEqual(expected);
    expect(clusterByLinks(links.toReversed(), rule)).toEqual(expected);
  });

  test.each([
    ['the stronger one counts', [link('a', 'b', 0.5), link('b', 'c', 0.9)], [['b', 'c'], ['a']]],
    ['the first name', [link('b', 'c', 0.5), link('a', 'b', 0.5)], [['a', 'b'], ['c']]],
    ['then the other', [link('a', 'c', 0.5), link('a', 'b', 0.5)], [['a', 'b'], ['c']]],
  ])('of two links of which one must give way, %s', (_, links, expected) => {
    const strict = { ...rule, meanAtLeast: 0.5 };
    expect(clusterByLinks(links, strict)).toEqual(expected);
    expect(clusterByLinks(links.toReversed(), strict)).toEqual(expected);
  });

  test('name each member once, however many links it has within', () => {
    const ring = [link('a', 'b', 0.9), link('b', 'c', 0.9), link('a', 'c', 0.9)];
    expect(clusterByLinks(ring, { ...rule, meanAtLeast: 0 })).toEqual([[...'abc']]);
  });
});
