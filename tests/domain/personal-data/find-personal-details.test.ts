import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  findPersonalDetails,
  kindsFound,
  type ProposalTexts,
} from '../../../src/domain/personal-data/find-personal-details.js';
import { checkDigitOf } from '../../../src/domain/personal-data/my-numbers.js';

/** What is found in a text, as kind and words. */
const foundIn = (text: string): string[] =>
  findPersonalDetails({ proposedContent: text }).map(({ kind, text: words }) => `${kind} ${words}`);

/** Invented（架空）; its last digit is its check digit. */
const myNumber = '123456789018';

test('the check digit is that of the regulation', () => {
  expect(checkDigitOf('12345678901')).toBe(8);
  expect(checkDigitOf('00000000001')).toBe(9);
  expect(checkDigitOf('00000000000')).toBe(0);
  // 2 × 6 leaves 1, which counts as 0.
  expect(checkDigitOf('00000000006')).toBe(0);
});

test.each([
  ['in one', myNumber, myNumber],
  ['in fours', '番号は1234 5678 9018です', '1234 5678 9018'],
  ['with hyphens', '1234-5678-9018', '1234-5678-9018'],
  [
    'wide, with wide hyphens',
    'ﾏｲﾅﾝﾊﾞｰ１２３４－５６７８－９０１８。',
    '１２３４－５６７８－９０１８',
  ],
  ['with long vowel marks', '１２３４ー５６７８ー９０１８', '１２３４ー５６７８ー９０１８'],
  ['with wide blanks', '1234　5678　9018', '1234　5678　9018'],
  ['digit by digit', '1 2 3 4 5 6 7 8 9 0 1 8', '1 2 3 4 5 6 7 8 9 0 1 8'],
  ['with what cannot be seen in it', '1234\u200B5678\u200B9018', '1234\u200B5678\u200B9018'],
  ['before a count', '123456789018 3名', myNumber],
])('a My Number is found %s', (_name, text, words) => {
  expect(foundIn(text)).toStrictEqual([`my-number ${words}`]);
});

test('a number that looks like a point of time is found where it is called a My Number', () => {
  const timed = `2026112310${[...Array(10).keys()].find((minute) => `${checkDigitOf(`2026112310${minute}`)}` < '6')}`;
  const whole = `${timed}${checkDigitOf(timed)}`;
  expect(whole).toHaveLength(12);
  expect(foundIn(`記録 ${whole}.csv`)).toStrictEqual([]);
  expect(foundIn(`マイナンバー: ${whole}`)).toStrictEqual([`my-number ${whole}`]);
});

test.each([
  ['twelve digits with another check digit', '123456789012'],
  ['thirteen digits', '1234567890181'],
  ['a part of a card number', '1234 5678 9018 3456'],
  ['the end of a card number', '3456 1234 5678 9018'],
  ['a code with letters', 'AB123456789018'],
  ['money', '123456789018円'],
  ['money in thousands', '予算額 123456789018 千円'],
  ['one digit twelve times', '000000000000'],
  ['a version', '1234.5678.9018.1'],
])('no My Number is %s', (_name, text) => {
  expect(foundIn(text)).toStrictEqual([]);
});

test.each([
  ['mobile', '090-1234-5678', '090-1234-5678'],
  ['mobile in one', '連絡は09012345678まで', '09012345678'],
  ['mobile, wide', '０８０－１２３４－５６７８', '０８０－１２３４－５６７８'],
  ['mobile with brackets', '070(1234)5678', '070(1234)5678'],
  ['mobile of an office too', '防災課 080-1234-5678', '080-1234-5678'],
  ['from abroad', '+81 90-1234-5678', '+81 90-1234-5678'],
  ['from abroad with a zero', '+81 (0)83-922-3111', '+81 (0)83-922-3111'],
  ['land line', '山田さん 083-922-3111', '083-922-3111'],
  ['land line with brackets', '自宅（0835）22-3111', '(0835)22-3111'],
  ['land line with blanks', '083 922 3111', '083 922 3111'],
  ['land line of a person of an office', '総務課の山田さん 083-922-3111', '083-922-3111'],
  ['land line in one, called so', '電話 0839223111', '0839223111'],
  ['over the Internet', '050-1234-5678', '050-1234-5678'],
])('a telephone number is found: %s', (_name, text, words) => {
  const shown = foundIn(text).map((each) => each.normalize('NFKC'));
  expect(shown).toStrictEqual([`phone ${words.normalize('NFKC')}`]);
});

test.each([
  ['of an office', '総務課 083-922-3111'],
  ['of an office, called so', 'みなと土木事務所（電話：083-922-3111）'],
  ['of a switchboard', '083-922-3111（代表）'],
  ['of an extension', '083-922-3111 内線2345'],
  ['of a counter', '問い合わせ先 083-922-3111'],
  ['free', '0120-123-456'],
  ['free, longer', '0800-123-4567'],
  ['of a navigation service', '0570-012-345'],
  ['of an emergency', '110番、119番'],
  ['a budget', '予算 1,234,567,890円、0.5人'],
  ['a day', '2026-11-23、令和8年11月23日、2026.11.23'],
  ['hours', '09:00-17:15'],
  ['a proposal', 'R8-0001、R8-0123-4567'],
  ['a postal code', '〒753-8501'],
  ['ten digits of anything', '整理番号 0123456789'],
  ['a code', 'A083-922-3111'],
  ['a longer number', '083-922-3111-22'],
  ['a law', '令和5年条例第1号、平成25年法律第27号'],
])('no telephone number of a person is one %s', (_name, text) => {
  expect(foundIn(text)).toStrictEqual([]);
});

test.each([
  ['taro.yamada@pref.lg.jp'],
  ['ｔａｒｏ＠ｐｒｅｆ．ｌｇ．ｊｐ'],
  ['Taro_1+x@mail-1.co.jp'],
])('a mail address is found: %s', (address) => {
  expect(foundIn(`宛先は${address}です`)).toStrictEqual([`mail ${address}`]);
});

test.each([
  ['info@pref.lg.jp'],
  ['noreply@pref.lg.jp'],
  ['taro@example.com'],
  ['a@b.example'],
  ['@everyone'],
  ['数量@単価'],
  ['git@host'],
])('no mail address of a person is %s', (text) => {
  expect(foundIn(text)).toStrictEqual([]);
});

test.each([
  ['普通 1234567', '普通 1234567'],
  ['普通預金口座　１２３４５６７', '普通預金口座　１２３４５６７'],
  ['あさひ銀行みなと支店 当座（No.1234567）', '当座（No.1234567'],
  ['口座番号は1234567です', '口座番号は1234567'],
  ['口座番号：1234567', '口座番号：1234567'],
  ['記号 12340 番号 12345671', '記号 12340 番号 12345671'],
  ['account number: 1234567', 'account number: 1234567'],
])('a bank account is found: %s', (text, words) => {
  expect(foundIn(text)).toStrictEqual([`bank-account ${words}`]);
});

test.each([
  ['口座振替 1234567件'],
  ['口座数 1,234,567'],
  ['普通交付税 1234567千円'],
  ['普通預金 1234567円'],
  ['電話番号 1234567'],
  ['普通 12345678'],
])('no bank account is %s', (text) => {
  expect(foundIn(text)).toStrictEqual([]);
});

test('each is said with its field, in the order of the form, and every kind once', () => {
  const found = findPersonalDetails({
    title: '090-1234-5678をやめる',
    currentProblem: `${myNumber}\ntaro@pref.lg.jp`,
    proposedContent: '',
    expectedEffect: '080-1234-5678',
  });
  expect(found.map(({ field, kind }) => `${field} ${kind}`)).toStrictEqual([
    'title phone',
    'currentProblem my-number',
    'currentProblem mail',
    'expectedEffect phone',
  ]);
  expect(kindsFound(found)).toStrictEqual(['my-number', 'phone', 'mail']);
  expect(findPersonalDetails({})).toStrictEqual([]);
});

test('an office named in another line says nothing about a number', () => {
  expect(foundIn('総務課\n083-922-3111')).toStrictEqual(['phone 083-922-3111']);
});

test('every number with its check digit is found in whatever width and grouping, and quoted as written', () => {
  const eleven = fc.stringMatching(/^[3-9]\d{10}$/);
  const separator = fc.constantFrom('', ' ', '-', '－', '　', '・');
  const wide = (text: string): string =>
    text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(eleven, separator, fc.boolean(), (digits, between, isWide) => {
      fc.pre(!/^(\d)\1*$/.test(digits));
      const whole = `${digits}${checkDigitOf(digits)}`;
      const grouped = [whole.slice(0, 4), whole.slice(4, 8), whole.slice(8)].join(between);
      const written = isWide ? wide(grouped) : grouped;
      expect(foundIn(`氏名「${written}」`)).toStrictEqual([`my-number ${written}`]);
      const wrong = `${digits}${(checkDigitOf(digits) + 1) % 10}`;
      expect(foundIn(`氏名「${wrong}」`)).toStrictEqual([]);
    }),
  );
});

test('whatever is written, what is found stands in it', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('090', '-', '１２３４', '5678', '@', 'a.jp'),
    ),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('');
      for (const found of findPersonalDetails({ title: text })) {
        expect(found.text).not.toBe('');
        expect(text).toContain(found.text);
      }
    }),
  );
});

test.each([
  ['0'],
  ['1 '],
  ['-'],
  ['a'],
  ['a@'],
  ['a.'],
  ['口座番号'],
  ['記号1'],
  ['090-'],
  ['(0'],
  ['+81'],
])('a long text of %p is read through', (piece) => {
  expect(Array.isArray(findPersonalDetails({ proposedContent: piece.repeat(16_000) }))).toBe(true);
});

test('nothing is found in the sample proposals', () => {
  const { proposals } = JSON.parse(readFileSync('src/local/seed/proposals.json', 'utf8')) as {
    proposals: readonly ProposalTexts[];
  };
  expect(proposals.length).toBeGreaterThan(40);
  for (const texts of proposals) expect(findPersonalDetails(texts)).toStrictEqual([]);
});
