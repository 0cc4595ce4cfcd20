import { findMergeCandidates } from '../../../src/domain/similarity/find-merge-candidates.js';
import { foldSpelling, readableForm } from '../../../src/domain/similarity/fold-text.js';
import {
  draftGroup,
  groupIssues,
  groupsByLinks,
  linksOf,
} from '../../../src/domain/similarity/group-issues.js';
import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { splitWords } from '../../../src/domain/similarity/split-words.js';
import { prepareThesaurus } from '../../../src/domain/similarity/thesaurus.js';

test.each([
  ['ヴァイオリン', 'バイオリン'],
  ['ヴィジョン', 'ビジョン'],
  ['ヴェール', 'ベール'],
  ['ヴォイス', 'ボイス'],
  ['サーヴ', 'サーブ'],
  ['チヂミ', 'チジミ'],
  ['ヅラ', 'ズラ'],
  ['ウィーク', 'ウイーク'],
  ['ウェブ', 'ウエブ'],
  ['ウォーム', 'ウオーム'],
  ['ディジタル', 'デジタル'],
  ['フェイス', 'フェース'],
])('%s and %s are one word', (one, other) => {
  expect(foldSpelling(one)).toBe(foldSpelling(other));
});

test('a key keeps what stays of a spelling', () => {
  expect(foldSpelling('ヴィジョン')).toBe('ビジョン');
  expect(foldSpelling('サーバー')).toBe('サバ');
  expect(foldSpelling('ひながた')).toBe('ヒナガタ');
  expect(foldSpelling('AI会議')).toBe('ai会議');
  expect(foldSpelling('会議')).toBe('会議');
});

test('a dash is a long vowel only after katakana, and joins only Latin words', () => {
  expect(readableForm('サ-バ―')).toBe('サーバー');
  expect(readableForm('Wi-Fi')).toBe('WiFi');
  expect(readableForm('Q&A')).toBe('QA');
  expect(readableForm('会議-資料')).toBe('会議-資料');
});

/** Pieces as `surface kind key`, `+` where a kanji run goes on. */
const pieces = (text: string) =>
  splitWords(text).map(({ surface, kind, key, joined }) =>
    `${joined ? '+' : ''}${surface} ${kind} ${key}`.trim(),
  );

test.each([
  ['2027年度に100件', ['2027 gap', '年度 word 年度', 'に gap', '100 gap', '件 ending 件']],
  ['Excel2019版', ['Excel2019 word excel2019', '版 stem 版']],
  ['１２月', ['12 gap', '月 ending 月']],
  ['★会議', ['★ gap', '会議 word 会議']],
  ['会議AI', ['会議 word 会議', 'AI word ai']],
  ['見直し会議', ['見直し word 見直', '会議 word 会議']],
  ['会議お茶', ['会議 word 会議', 'お茶 stem 茶']],
  [
    '全庁的な見直し',
    ['全 ending 全', '+庁 stem 庁', '+的 ending 的', 'な gap', '見直し word 見直'],
  ],
  [
    '導入について、検討する。',
    ['導入 word 導入', 'について gap', '、 stop', '検討 word 検討', 'する gap', '。 stop'],
  ],
])('%s is cut into words, what is left of them, grammar and marks', (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});

describe('terms', () => {
  const thesaurus = prepareThesaurus([
    { id: 'b', terms: ['紙'] },
    { id: 'a', terms: ['紙'] },
    { id: 'meeting', terms: ['会議'] },
    { id: 'room', terms: ['会議室'] },
    { id: 'cloud', terms: ['クラウド'] },
    { id: 'ai', terms: ['AI'] },
    { id: 'seal', terms: ['はんこ'] },
    { id: 'draft', terms: ['たたき台'] },
    { id: 'cost', terms: ['コスト'] },
    { id: 'record', terms: ['会議録'] },
    { id: 'book', terms: ['図書'] },
    { id: 'template', terms: ['ひながた'] },
    { id: 'album', terms: ['紙アルバム'] },
    { id: 'filing', terms: ['文書管理'] },
    { id: 'network', terms: ['ネットワーク'] },
  ]);
  const found = (text: string) =>
    thesaurus
      .mentions(text, splitWords(text))
      .map(({ id, surface, isInner }) => `${id} ${surface}${isInner ? ' inner' : ''}`);

  test.each([
    ['紙をやめる', ['a 紙', 'b 紙']],
    ['広報紙', []],
    ['AIR会議', ['meeting 会議']],
    ['県議会議員', []],
    ['会議室', ['meeting 会議 inner', 'room 会議室']],
    ['クラウドファンディング', ['cloud クラウドファンディング']],
    ['はんこを押す', ['seal はんこ']],
    ['ハンコ', ['seal ハンコ']],
    ['サーバーのはんこ', ['seal ハンコ']],
    ['たたき台をつくる', ['draft たたき台']],
    ['ひながたを直す', ['template ひながた']],
    ['会議室の紙と会議', ['meeting 会議 inner', 'room 会議室', 'a 紙', 'b 紙', 'meeting 会議']],
  ])('in %s are found where they are said', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    ['表紙', 'a single character at the end of a word'],
    ['紙幣', 'a single character at the start of a word'],
    ['台の上', 'what is left of たたき台 without its kana'],
    ['ひな祭り', 'what is left of ひながた without its grammar'],
    ['コストコ会員', 'the start of a longer katakana word'],
    ['マクドナルドネットワークス', 'the middle of a longer katakana word'],
    ['表紙アルバムアート', 'the end of one word and the start of another'],
  ])('in %s are not found: it only has %s', (text) => {
    expect(found(text)).toStrictEqual([]);
  });

  test('may end within a word in kanji, which is cut at will', () => {
    expect(found('図書館')).toEqual(['book 図書館']);
    expect(found('公文書管理者')).toEqual(['filing 公文書管理者']);
    expect(found('会議録画')).toEqual(['meeting 会議 inner', 'record 会議録画']);
  });

  test('in kana belong to no piece of the text', () => {
    const places = thesaurus
      .mentions('紙のはんこ', splitWords('紙のはんこ'))
      .map(({ id, from, to }) => [id, from, to]);
    expect(places).toEqual([
      ['a', 0, 0],
      ['b', 0, 0],
      ['seal', -1, -1],
    ]);
  });

  test('are prepared once', () => {
    const entries = [{ id: 'x', terms: ['名札'] }];
    expect(prepareThesaurus(entries)).toBe(prepareThesaurus(entries));
  });
});

describe('pairs and groups', () => {
  const index = createSimilarityIndex();
  const same = {
    title: '私物スマホの業務利用',
    proposedContent: '個人の携帯で業務のメールを見る。',
  };
  const near = { title: '私物スマホの業務利用', proposedContent: '貸与の端末を廃止する。' };
  for (const id of ['b', 'a']) index.put(id, same);
  index.put('z', near);
  index.put('other', { title: '庁舎前のバス停に屋根を' });
  const all = ['z', 'b', 'a', 'other'];

  test('the most alike stand first, each pair in the order of its ids', () => {
    const pairs = findMergeCandidates(index, all);
    expect(pairs.map(({ ids }) => ids)).toEqual([
      ['a', 'b'],
      ['a', 'z'],
      ['b', 'z'],
    ]);
    expect(pairs[0]?.score).toBeGreaterThan(pairs[1]?.score ?? 1);
    expect(pairs[1]?.score).toBe(pairs[2]?.score);
  });

  test('the links of a text name the smaller id first, and only texts among those asked for', () => {
    const links = linksOf(index, 'b', new Set(['a', 'b', 'z']));
    expect(links.map(({ one, other }) => [one, other])).toEqual([
      ['a', 'b'],
      ['b', 'z'],
    ]);
    expect(linksOf(index, 'b', new Set(['b', 'z'])).map(({ other }) => other)).toEqual(['z']);
    expect(linksOf(index, 'other', new Set(all))).toEqual([]);
  });

  test('a link that comes twice counts once, and nobody is a group alone', () => {
    const link = { one: 'a', other: 'b', score: 0.5 };
    expect(groupsByLinks([link, link])).toEqual([['a', 'b']]);
    expect(groupsByLinks([{ ...link, score: 0.1 }])).toEqual([]);
    expect(groupsByLinks([{ ...link, score: 0.19 }])).toEqual([['a', 'b']]);
    const another = { one: 'c', other: 'd', score: 0.5 };
    expect(groupsByLinks([link, another])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  test('texts about one problem are a group, and who stands alone is in none', () => {
    const groups = groupIssues(index, all);
    expect(groups.map(({ ids }) => ids)).toEqual([['a', 'b', 'z']]);
    expect(groups[0]?.label).toBe(draftGroup(index, ['a', 'b', 'z']).label);
  });

  test('a group is named by what its texts share, as far as they are there', () => {
    const draft = draftGroup(index, ['a', 'b', 'nobody']);
    expect(draft.ids).toEqual(['a', 'b', 'nobody']);
    expect(draft.label).not.toBe('');
    expect(draft.words.every(({ texts }) => texts === 2)).toBe(true);
    expect(draftGroup(index, ['nobody']).label).toBe('');
  });
});
