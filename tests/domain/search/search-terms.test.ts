import fc from 'fast-check';
import { searchForm, searchPieces } from '../../../src/domain/search/search-form.js';
import { holdsAllTerms, searchTerms, termSpans } from '../../../src/domain/search/search-terms.js';

const forms = (query: string) => searchTerms(query).map(({ form }) => form);
const holds = (text: string, query: string) => holdsAllTerms([text], searchTerms(query));
const marked = (text: string, query: string) =>
  termSpans(text, searchTerms(query)).map(({ start, end }) => text.slice(start, end));

test('spaces of any width divide words; each counts once, in the order typed', () => {
  expect(forms('会議　議事録\t会議')).toStrictEqual(['会議', '議事録']);
  expect(forms('  ')).toStrictEqual([]);
  expect(forms('・ ー')).toStrictEqual([]);
});

test('no more than eight words are looked for', () => {
  expect(forms('一 二 三 四 五 六 七 八 九 十')).toHaveLength(8);
});

test('a number of a proposal may be typed in full width, in small letters and without its dash', () => {
  for (const typed of ['R8-0012', 'ｒ８－００１２', 'r80012', 'R8ー0012']) {
    expect(forms(typed)).toStrictEqual(['r8-0012']);
  }
});

test.each([
  ['審議会のペーパーレス開催', 'ﾍﾟｰﾊﾟｰﾚｽ'],
  ['審議会のペーパーレス開催', 'ぺーぱーれす'],
  ['ﾍﾟｰﾊﾟｰﾚｽ会議', 'ペーパーレス'],
  ['サーバの更新', 'サーバー'],
  ['ＡＩ－ＯＣＲの導入', 'ai'],
  ['渡邉󠄀方式', '渡邉'],
  ['テレ・ワーク', 'テレワーク'],
  ['会議録を電子化する', '電子 会議'],
])('%s holds %s', (text, query) => {
  expect(holds(text, query)).toBe(true);
});

test('each word must stand somewhere, in whichever text', () => {
  expect(holds('会議録を電子化する', '電子 残業')).toBe(false);
  expect(holdsAllTerms(['会議', '電子化'], searchTerms('電子 会議'))).toBe(true);
});

test('a word that was typed as it is written is found without folding, and so is every other', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'会議ペーﾍﾟABａ・ '), maxLength: 20 }),
      (text) => {
        for (const term of searchTerms(text)) expect(holdsAllTerms([text], [term])).toBe(true);
      },
    ),
  );
});

test('words are marked in the text as it was written', () => {
  expect(marked('審議会のﾍﾟｰﾊﾟｰﾚｽ開催', 'ペーパーレス')).toStrictEqual(['ﾍﾟｰﾊﾟｰﾚｽ']);
  expect(marked('サーバーとサーバ', 'サーバ')).toStrictEqual(['サーバ', 'サーバ']);
  expect(marked('会議の会議', '会議')).toStrictEqual(['会議', '会議']);
  expect(marked('会議録', '会議 議録')).toStrictEqual(['会議録']);
  expect(marked('朝礼', '会議')).toStrictEqual([]);
});

test('the form with places is the form, but for characters that meet over the edge of a piece', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'会議ぺーﾍﾟﾊﾟ゙ABａ・ ㍿①'), maxLength: 20 }),
      (text) => {
        const { text: form, from, to } = searchPieces(text);
        expect(form).toBe(searchForm(text));
        expect(from).toHaveLength(form.length);
        expect(to).toHaveLength(form.length);
      },
    ),
  );
});
