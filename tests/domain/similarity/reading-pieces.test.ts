import { newTextSums } from '../../../src/domain/similarity/likeness.js';
import {
  contradictionOf,
  isInTitle,
  packFeature,
  packWish,
  strengthOf,
  termOf,
} from '../../../src/domain/similarity/packed-text.js';
import type { ProposalWords } from '../../../src/domain/similarity/proposal-words.js';
import { readText } from '../../../src/domain/similarity/read-text.js';
import { newTrie, plant, spansIn } from '../../../src/domain/similarity/term-trie.js';
import { prepareThesaurus } from '../../../src/domain/similarity/thesaurus.js';
import { opposites } from '../../../src/domain/similarity/wish-verbs.js';

const noTerms = prepareThesaurus([]);
const someTerms = prepareThesaurus([
  { id: 'minutes', terms: ['議事録'] },
  { id: 'approval', terms: ['決裁'] },
  { id: 'electronic-approval', terms: ['電子決裁'] },
]);

/** What a title says: `key kind strength`, each key once. */
const saidIn = (title: string, thesaurus = noTerms) =>
  readText({ title }, thesaurus).features.map(
    ({ key, kind, strength }) => `${key} ${kind} ${strength}`,
  );
const wishesIn = (words: ProposalWords | string) =>
  readText(typeof words === 'string' ? { title: words } : words, noTerms).wishes.map(
    ({ surface, direction }) => `${surface} ${direction}`,
  );

describe('what a text says', () => {
  test('is its words, and where two meet the pair of kanji between them', () => {
    expect(saidIn('会議資料')).toEqual(['会議 word 0.8', '資料 word 0.8', '議資 fragment 0.3']);
    expect(saidIn('会議の資料')).toEqual(['会議 word 0.8', '資料 word 0.8']);
    expect(saidIn('人々の声')).toEqual(['人々 word 0.8', '声 stem 0.25']);
  });

  test('is of a katakana word also each three of its signs, but no pair with what follows', () => {
    expect(saidIn('クラウド')).toEqual([
      'クラウド word 0.8',
      'クラウ fragment 0.3',
      'ラウド fragment 0.3',
    ]);
    expect(saidIn('アプリ会議')).toEqual(['アプリ word 0.8', '会議 word 0.8']);
  });

  test('is little of a word in hiragana, and nothing of grammar', () => {
    expect(saidIn('名札をやめる')).toEqual(['名札 word 0.8', 'ヤメル hiragana 0.4']);
    expect(saidIn('紙と')).toEqual(['紙 stem 0.25']);
  });

  test('is the concept rather than its words, which are not cut into pairs besides', () => {
    expect(saidIn('会議議事録', someTerms)).toEqual([
      '#minutes concept 1.2',
      '会議 word 0.8',
      '議事 wordOfConcept 0.35',
      '録 stem 0.25',
    ]);
  });

  test('is less of a concept that lies within another one', () => {
    expect(saidIn('電子決裁', someTerms).slice(0, 2)).toEqual([
      '#electronic-approval concept 1.2',
      '#approval innerConcept 0.65',
    ]);
  });

  test('is little of every word of a concept, and no pair reaches over it', () => {
    const whole = prepareThesaurus([{ id: 'electronic-approval', terms: ['電子決裁'] }]);
    expect(saidIn('電子決裁', whole)).toEqual([
      '#electronic-approval concept 1.2',
      '電子 wordOfConcept 0.35',
      '決裁 wordOfConcept 0.35',
    ]);
    const fragments = saidIn('会議議事録会議', someTerms).filter((said) =>
      said.includes('fragment'),
    );
    expect(fragments).toEqual([]);
    const { features } = readText({ title: '電子決裁', proposedContent: '決裁' }, whole);
    const said = features.find(({ key }) => key === '決裁');
    expect([said?.strength.toFixed(4), said?.kind, said?.inTitle]).toEqual([
      '0.6025',
      'word',
      true,
    ]);
  });

  test('counts where it is said most firmly, and a little more for every part that says it again', () => {
    const strengthIn = (words: ProposalWords) => {
      const found = readText(words, noTerms).features.find(({ key }) => key === '会議');
      return [found?.strength.toFixed(3), found?.inTitle];
    };
    expect(strengthIn({ title: '会議' })).toEqual(['0.800', true]);
    expect(strengthIn({ title: '名札', proposedContent: '会議' })).toEqual(['0.480', false]);
    expect(strengthIn({ title: '名札', currentProblem: '会議' })).toEqual(['0.320', false]);
    expect(strengthIn({ title: '名札', expectedEffect: '会議' })).toEqual(['0.120', false]);
    expect(strengthIn({ title: '会議と会議', proposedContent: '会議' })).toEqual(['0.968', true]);
    const twice = { title: '名札', currentProblem: '会議', expectedEffect: '会議' };
    expect(strengthIn(twice)).toEqual(['0.362', false]);
  });
});

describe('what a text wants', () => {
  test.each([
    ['名札の廃止', ['名札 drop']],
    ['名札をやめる', ['名札 drop']],
    ['名札をなくす', ['名札 drop']],
    ['会議室の新設', ['会議室 have']],
    ['朝礼を廃止し、夕食会を新設する', ['朝礼 drop', '夕食会 have']],
    ['電話当番の夜間勤務の取得期間の延長', ['夜間勤務 more', '取得期間 more']],
    ['会議の廃止と縮小', ['会議 drop']],
  ])('%s: the things before the verb, two compounds at most', (title, wishes) => {
    expect(wishesIn(title)).toEqual(wishes);
  });

  test.each([
    ['職員の廃止', 'a word that names nothing'],
    ['紙の廃止', 'a single character'],
    ['印の廃止', 'a single character that is no ordinary word either'],
    ['朝礼、廃止', 'what stands in another clause'],
    ['廃止', 'nothing at all'],
    ['名札の廃止と名札の新設', 'what it wants both ways'],
  ])('%s is no wish: %s', (title) => {
    expect(wishesIn(title)).toEqual([]);
  });

  test('is read in the title and the proposal, once, and not in the problem', () => {
    const wish = { title: '朝礼の廃止', proposedContent: '朝礼を廃止する。名札を新設する。' };
    expect(wishesIn({ ...wish, currentProblem: '夕食会の廃止' })).toEqual([
      '朝礼 drop',
      '名札 have',
    ]);
  });

  test('in another direction is another wish', () => {
    expect(wishesIn('名札の廃止。名札の縮小')).toEqual(['名札 drop', '名札 less']);
  });
});

describe('what is kept of a text', () => {
  const feature = { key: '会議', kind: 'word', surface: '会議' } as const;

  test('is the term, whether it stands in the title, and how firmly it is said', () => {
    for (const [term, strength, inTitle] of [
      [7, 0.8, true],
      [0, 0.25, false],
      [99_999, 1.5, true],
    ] as const) {
      const packed = packFeature(term, { ...feature, strength, inTitle });
      expect(termOf(packed)).toBe(term);
      expect(isInTitle(packed)).toBe(inTitle);
      expect(strengthOf(packed)).toBeCloseTo(strength, 2);
    }
  });

  test('is never nothing, and never more than fits', () => {
    const strengthKept = (strength: number) =>
      strengthOf(packFeature(1, { ...feature, strength, inTitle: true }));
    expect(strengthKept(0)).toBeGreaterThan(0);
    expect(strengthKept(0)).toBeLessThan(0.01);
    expect(strengthKept(9)).toBeCloseTo(1.99, 2);
  });

  test('is each wish with its opposite, of the same thing and of no other', () => {
    const directions = ['have', 'drop', 'more', 'less', 'free', 'bind'] as const;
    const packed = [0, 1, 7].flatMap((term) => directions.map((each) => packWish(term, each)));
    expect(new Set(packed).size).toBe(packed.length);
    for (const term of [0, 1, 7]) {
      for (const each of directions) {
        expect(contradictionOf(packWish(term, each))).toBe(packWish(term, opposites[each]));
      }
    }
  });

  test('adds up from nothing', () => {
    expect(newTextSums()).toEqual({ all: 0, title: 0, titleFound: 0, titleMet: 0 });
  });
});

test('terms are found wherever they stand, also within longer ones and one another', () => {
  const root = newTrie();
  for (const [term, id] of [
    ['決裁', 'a'],
    ['電子決裁', 'b'],
    ['決裁', 'c'],
    ['', 'd'],
  ] as const) {
    plant(root, term, id);
  }
  const found = spansIn(root, '電子決裁と決裁').map(({ ids, start, end }) => [
    [...ids].join(),
    start,
    end,
  ]);
  expect(found).toEqual([
    ['b', 0, 4],
    ['a,c', 2, 4],
    ['a,c', 5, 7],
  ]);
  expect(spansIn(root, '')).toEqual([]);
});
