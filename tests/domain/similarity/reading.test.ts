import { foldSpelling, readableForm } from '../../../src/domain/similarity/fold-text.js';
import { officeThesaurus } from '../../../src/domain/similarity/office-thesaurus.js';
import { createSimilarityIndex } from '../../../src/domain/similarity/similarity-index.js';
import { splitWords, wordKey } from '../../../src/domain/similarity/split-words.js';
import { believedRate, tellingWeight } from '../../../src/domain/similarity/term-weight.js';
import { prepareThesaurus } from '../../../src/domain/similarity/thesaurus.js';

const keysOf = (text: string) =>
  splitWords(text)
    .filter(({ kind }) => kind === 'word' || kind === 'stem')
    .map(({ key }) => key);

test.each([
  ['サーバー', 'サーバ'],
  ['フォルダー', 'ﾌｫﾙﾀﾞ'],
  ['インターフェイス', 'インタフェース'],
  ['ソフトウェア', 'ソフトウエア'],
  ['デジタル', 'ディジタル'],
  ['ヴァーチャル', 'バーチャル'],
  ['ひな形', 'ヒナ形'],
  ['ＡＩ', 'ai'],
  ['Wi-Fi', 'ＷｉＦｉ'],
  ['サ-バ-', 'サーバー'],
  ['ＡＩ－ＯＣＲ', 'AI-OCR'],
])('%s and %s are one spelling', (one, other) => {
  expect(foldSpelling(readableForm(one))).toBe(foldSpelling(readableForm(other)));
});

test.each([
  ['打合せ', '打ち合わせ'],
  ['取組', '取り組み'],
  ['引継ぎ', '引き継ぎ'],
  ['受付', '受け付け'],
  ['減る', '減らす'],
])('the okurigana of %s and %s does not count', (one, other) => {
  expect(wordKey(one)).toBe(wordKey(other));
});

test('grammar and endings are read over, katakana runs stay whole', () => {
  expect(keysOf('クラウドストレージの窓口への導入について')).toEqual([
    'クラウドストレジ',
    '窓口',
    '導入',
  ]);
});

test('every term of the shipped thesaurus is found where it stands alone', () => {
  const thesaurus = prepareThesaurus(officeThesaurus);
  const lost = officeThesaurus.flatMap(({ id, terms }) =>
    terms.filter(
      (term) => !thesaurus.mentions(term, splitWords(term)).some((found) => found.id === id),
    ),
  );
  expect(lost).toEqual([]);
  expect(new Set(officeThesaurus.map(({ id }) => id)).size).toBe(officeThesaurus.length);
});

describe('a thesaurus', () => {
  const entries = [
    { id: 'cells', terms: ['セルの結合', '結合セル'] },
    { id: 'paper', terms: ['紙', 'はんこ'] },
    { id: 'ai', terms: ['AI', 'メール'] },
    { id: 'approval', terms: ['決裁'] },
    { id: 'electronic-approval', terms: ['電子決裁'] },
  ];
  const thesaurus = prepareThesaurus(entries);
  const found = (text: string) =>
    thesaurus
      .mentions(text, splitWords(text))
      .map(({ id, isInner }) => `${id}${isInner ? '*' : ''}`);

  test.each([
    ['セルを結合しない', ['cells']],
    ['紙とハンコをやめる', ['paper', 'paper']],
    ['広報紙のe-mail配信をやめる', []],
    ['ＡＩで電子決裁', ['ai', 'approval*', 'electronic-approval']],
    ['セル。結合', []],
  ])('finds in %s what is said', (text, expected) => {
    expect(found(text).sort()).toEqual(expected);
  });

  test('is an argument: an office that edits its own finds what only it calls so', () => {
    const shipped = createSimilarityIndex();
    const own = createSimilarityIndex([
      { id: 'harmony', terms: ['ハーモニー', '職員提案システム'] },
    ]);
    for (const index of [shipped, own]) index.put('one', { title: 'ハーモニーの改修を急ぐ' });
    const scoreIn = (index: typeof own) =>
      index.ask({ title: '職員提案システムの改修' }).nearest({ limit: 1 })[0]?.score ?? 0;
    expect(scoreIn(own)).toBeGreaterThan(scoreIn(shipped) + 0.3);
  });

  test('may be empty, and its entries too', () => {
    const index = createSimilarityIndex([{ id: 'nothing', terms: ['', ' ', '。'] }]);
    index.put('one', { title: '公用車の洗車' });
    expect(index.ask({ title: '公用車の洗車' }).nearest({ limit: 1 })[0]?.score).toBeGreaterThan(
      0.7,
    );
  });
});

test('a key tells less the more texts have it, whatever the size of the corpus', () => {
  const rate = believedRate('庁舎');
  for (const texts of [0, 1, 46, 648, 30_000]) {
    const weights = [0, 1, 5, 46, 300, 30_000]
      .filter((count) => count <= texts)
      .map((count) => tellingWeight(rate, count, texts));
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(weights.every((weight) => Number.isFinite(weight) && weight >= 0)).toBe(true);
  }
  expect(believedRate('職員')).toBeGreaterThan(rate);
  expect(tellingWeight(rate, 0, 0)).toBeGreaterThan(tellingWeight(believedRate('職員'), 0, 0));
});
