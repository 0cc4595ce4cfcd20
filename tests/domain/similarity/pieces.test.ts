import { createBestOf, type Scored } from '../../../src/domain/similarity/best-of.js';
import { explainLikeness } from '../../../src/domain/similarity/explain-likeness.js';
import { findHints, hintThreshold } from '../../../src/domain/similarity/find-hints.js';
import {
  findMergeCandidates,
  findMergeCandidatesOf,
} from '../../../src/domain/similarity/find-merge-candidates.js';
import { labelGroup } from '../../../src/domain/similarity/label-group.js';
import { likeness, newTextSums } from '../../../src/domain/similarity/likeness.js';
import type { Feature } from '../../../src/domain/similarity/read-features.js';
import type { ReadText } from '../../../src/domain/similarity/read-text.js';
import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { opposites, wishVerbs } from '../../../src/domain/similarity/wish-verbs.js';

describe('the best of many', () => {
  const isBetter = (one: Scored, other: Scored) =>
    one.score > other.score || (one.score === other.score && one.slot < other.slot);
  const bestOf = (limit: number, scores: readonly number[]) => {
    const best = createBestOf(limit, isBetter);
    for (const [slot, score] of scores.entries()) best.offer({ slot, score });
    return best;
  };
  const slots = (limit: number, scores: readonly number[]) =>
    bestOf(limit, scores)
      .list()
      .map(({ slot }) => slot);

  test('are as many as asked for, best first, whatever the order of the offers', () => {
    expect(slots(3, [1, 5, 3, 4, 2])).toEqual([1, 3, 2]);
    expect(slots(3, [5, 4, 3, 2, 1])).toEqual([0, 1, 2]);
    expect(slots(3, [2, 2, 2, 2])).toEqual([0, 1, 2]);
    expect(slots(9, [1, 2])).toEqual([1, 0]);
    expect(slots(3, [])).toEqual([]);
  });

  test('are entered by what is no worse than the last of them, and by anything while there is room', () => {
    const full = bestOf(2, [3, 5]);
    expect([2.9, 3, 9].map(full.mayEnter)).toEqual([false, true, true]);
    expect(bestOf(3, [3, 5]).mayEnter(0)).toBe(true);
  });
});

const feature = (key: string, changes: Partial<Feature> = {}): Feature => ({
  key,
  strength: 1,
  inTitle: false,
  kind: 'word',
  surface: key,
  ...changes,
});
const text = (...features: readonly Feature[]): ReadText => ({ features, wishes: [] });

describe('why two texts are alike', () => {
  const explained = (one: ReadText, other: ReadText, telling = (_: string) => 1) =>
    explainLikeness(one, other, telling).words;

  test('is told by the words both have, as each writes them, with their parts of the whole', () => {
    const one = text(
      feature('#dress', { surface: '服装', strength: 3 }),
      feature('文書'),
      feature('朝'),
    );
    const other = text(feature('文書'), feature('#dress', { surface: '制服' }), feature('夜'));
    expect(explained(one, other)).toEqual([
      { here: '服装', there: '制服', share: 0.75, conceptId: 'dress' },
      { here: '文書', there: '文書', share: 0.25 },
    ]);
  });

  test('counts a word the more, the more it tells in either text', () => {
    const both = text(feature('庁舎'), feature('職員'));
    const shares = explained(both, both, (key) => (key === '庁舎' ? 2 : 1));
    expect(shares.map(({ here, share }) => [here, share])).toEqual([
      ['庁舎', 0.8],
      ['職員', 0.2],
    ]);
  });

  test('shows of equal words the first, and none with a share of less than two in a hundred', () => {
    const words = ['い', 'あ', 'う'].map((key) => feature(key));
    expect(explained(text(...words), text(...words)).map(({ here }) => here)).toEqual([
      'あ',
      'い',
      'う',
    ]);
    const many = (strength: number) =>
      text(feature('主', { strength: 49 }), feature('従', { strength }));
    const other = text(feature('主'), feature('従'));
    expect(explained(many(1), other)).toHaveLength(2);
    expect(explained(many(0.9), other)).toHaveLength(1);
  });

  test('shows a word within another one in it, whichever of the two weighs more', () => {
    const shown = (outer: number, inner: number) => {
      const one = text(
        feature('電子決裁', { strength: outer }),
        feature('決裁', { strength: inner }),
        feature('印', { strength: 1.5 }),
      );
      const other = text(feature('電子決裁'), feature('決裁'), feature('印'));
      return explained(one, other).map(({ here }) => here);
    };
    expect(shown(2, 1)).toEqual(['電子決裁', '印']);
    expect(shown(1, 2)).toEqual(['決裁', '印']);
    // Together they weigh more than a word between them.
    expect(shown(1, 0.9)).toEqual(['電子決裁', '印']);
  });

  test('is nothing where nothing weighs anything', () => {
    const both = text(feature('庁舎'));
    expect(explained(both, both, () => 0)).toEqual([]);
  });
});

describe('the label of a group', () => {
  const labelOf = (...texts: readonly ReadText[]) => labelGroup(texts, () => 1);

  test('is made of at most three words that half of the texts have, the weightiest first', () => {
    const words = ['一番', '二番', '三番', '四番'].map((key, index) =>
      feature(key, { strength: 9 - index }),
    );
    const half = [text(...words), text(...words.toReversed()), text(), text()];
    expect(labelOf(...half)).toEqual({
      label: '一番・二番・三番',
      words: ['一番', '二番', '三番'].map((word) => ({ word, texts: 2 })),
    });
    expect(labelOf(...half, text()).label).toBe('');
    expect(labelOf(text(...words)).label).toBe('');
  });

  test('leaves out single characters, fragments and words that name nothing', () => {
    const words = [
      feature('紙'),
      feature('印'),
      feature('職員'),
      feature('会議', { kind: 'fragment' }),
      feature('#meeting', { kind: 'concept', surface: '打合せ' }),
    ];
    expect(labelOf(text(...words), text(...words)).label).toBe('打合せ');
    const ofConcept = text(feature('名簿', { kind: 'wordOfConcept' }));
    expect(labelOf(ofConcept, ofConcept).label).toBe('名簿');
  });

  test('writes a word as most texts do, the shorter or the first of equals', () => {
    const written = (...surfaces: readonly string[]) =>
      labelOf(...surfaces.map((surface) => text(feature('#x', { kind: 'concept', surface }))))
        .label;
    expect(written('ひな形', 'テンプレート', 'テンプレート')).toBe('テンプレート');
    expect(written('テンプレート', 'ひな形')).toBe('ひな形');
    expect(written('様紙', '様式')).toBe('様式');
    expect(written('様式', '様紙')).toBe('様式');
  });

  test('does not say a word again within another, and puts equal ones in their order', () => {
    const words = [
      feature('電子決裁', { strength: 2 }),
      feature('決裁'),
      feature('様式'),
      feature('印鑑'),
    ];
    for (const each of [words, words.toReversed()]) {
      expect(labelOf(text(...each), text(...each)).label).toBe('電子決裁・印鑑・様式');
    }
    const named = (outer: number, inner: number) => {
      const three = text(
        feature('電子決裁', { strength: outer }),
        feature('決裁', { strength: inner }),
        feature('様式'),
      );
      return labelOf(three, three).label;
    };
    expect(named(3, 2)).toBe('電子決裁・様式');
    expect(named(2, 3)).toBe('決裁・様式');
  });

  test('prefers what more texts say and what tells more', () => {
    const [one, other] = [feature('庁舎'), feature('様式')];
    expect(labelOf(text(one, other), text(one, other), text(one)).label).toBe('庁舎・様式');
    const firm = feature('様式', { strength: 2 });
    expect(labelOf(text(one, firm), text(one, firm), text(one)).label).toBe('庁舎・様式');
    const telling = (key: string) => (key === '様式' ? 2 : 1);
    expect(labelGroup([text(one, other), text(one, other)], telling).label).toBe('様式・庁舎');
  });
});

describe('likeness', () => {
  const all = { all: 4, title: 4, titleFound: 4, titleMet: 4 };
  const same = { shared: 4, evidence: 2, one: all, other: all };

  test('of texts that say the same grows with the evidence, and never beyond one', () => {
    expect(likeness(same, false)).toBeCloseTo(0.5);
    expect(likeness({ ...same, evidence: 6 }, false)).toBeCloseTo(0.75);
    expect(likeness({ ...same, shared: 400, evidence: 1e9 }, false)).toBe(1);
  });

  test('of texts with nothing in common is none', () => {
    expect(likeness({ ...same, shared: 0 }, false)).toBe(0);
    expect(
      likeness({ shared: 0, evidence: 0, one: newTextSums(), other: newTextSums() }, false),
    ).toBe(0);
  });

  test('is low where one wants gone what the other wants to have', () => {
    expect(likeness(same, true)).toBeCloseTo(0.2);
  });

  test('is decided by the less covered of the two titles, but a title is not everything', () => {
    const none = { ...all, titleFound: 0, titleMet: 0 };
    const low = likeness({ ...same, other: none }, false);
    expect(low).toBeCloseTo(0.5 * (0.1 / 1.1) ** 0.6);
    expect(likeness({ ...same, one: none }, false)).toBeCloseTo(low);
    const mentioned = { ...all, titleMet: 0 };
    expect(likeness({ ...same, one: mentioned }, false)).toBeCloseTo(0.5 * (0.9 / 1.1) ** 0.6);
    const untitled = { ...none, title: 0 };
    expect(likeness({ ...same, one: untitled }, false)).toBeCloseTo(low);
  });
});

describe('hints and candidates', () => {
  const index = createSimilarityIndex();
  const wish = {
    title: '私物スマホの業務利用',
    proposedContent: '個人の携帯で業務のメールを見る。',
  };
  for (const id of ['d', 'b', 'c', 'a', 'e']) index.put(id, wish);
  index.put('other', { title: '庁舎前のバス停に屋根を' });
  const ids = ['e', 'd', 'other', 'c', 'b', 'a'];

  test('who writes a proposal is shown three of those that ask for the same, and why', () => {
    const hints = findHints(index, wish, (id) => id !== 'a');
    expect(hints).toHaveLength(3);
    expect(hints.map(({ id }) => id)).not.toContain('a');
    for (const { score, words, opposed } of hints) {
      expect(score).toBeGreaterThanOrEqual(hintThreshold);
      expect(words.length).toBeGreaterThan(0);
      expect(opposed).toEqual([]);
    }
    expect(findHints(index, { title: '美術館の夜間開館' }, () => true)).toEqual([]);
  });

  test('each pair is named once, the smaller id first, equals in the order of their ids', () => {
    const pairs = findMergeCandidates(index, ids).map((each) => each.ids.join());
    expect(pairs).toEqual(['a,b', 'a,c', 'a,d', 'a,e', 'b,c', 'b,d', 'b,e', 'c,d', 'c,e', 'd,e']);
    expect(findMergeCandidates(index, ['c', 'a', 'nobody']).map((each) => each.ids)).toEqual([
      ['a', 'c'],
    ]);
  });

  test('a pair is named where only one of the two has the other among its five nearest', () => {
    const copies = ['b', 'c1', 'c2', 'c3', 'c4', 'c5'];
    const own = createSimilarityIndex();
    for (const id of copies) own.put(id, wish);
    for (const id of ['a', 'z'])
      own.put(id, { ...wish, proposedContent: '貸与の端末を廃止する。' });
    const pairs = findMergeCandidates(own, [...copies, 'z', 'a']).map((each) => each.ids.join());
    expect(pairs).toEqual(expect.arrayContaining(['a,b', 'b,z']));
    expect(pairs.filter((pair) => pair.split(',').length !== 2)).toEqual([]);
  });

  test('of one proposal those that ask for the same are found, with the reasons', () => {
    const found = findMergeCandidatesOf(index, 'a', (id) => id !== 'b');
    expect(found.map(({ id }) => id).toSorted()).toEqual(['c', 'd', 'e']);
    expect(found.every(({ words }) => words.length > 0)).toBe(true);
    expect(findMergeCandidatesOf(index, 'nobody', () => true)).toEqual([]);
  });
});

test('every verb of a wish points in one direction, and each direction has its opposite', () => {
  const verbs = wishVerbs.map(([verb]) => verb);
  expect(new Set(verbs).size).toBe(verbs.length);
  expect(verbs.filter((verb) => verb === '')).toEqual([]);
  for (const [, direction] of wishVerbs) {
    expect(opposites[opposites[direction]]).toBe(direction);
    expect(opposites[direction]).not.toBe(direction);
  }
});
