import fc from 'fast-check';
import { commandWords, wordCommands } from '../../src/bot/commands/command-words.js';
import { isOneSlipFrom } from '../../src/bot/commands/one-slip.js';
import { readCommand } from '../../src/bot/commands/read-command.js';

test.each(wordCommands.flatMap((kind) => commandWords[kind].map((word) => [word, kind])))(
  '%s is %s',
  (word, kind) => expect(readCommand(word)).toStrictEqual({ kind }),
);

test.each([
  ['ﾍﾙﾌﾟ', 'help'],
  ['へるぷ', 'help'],
  ['ＨＥＬＰ', 'help'],
  ['　実現状況。', 'progress'],
  ['「設定」', 'settings'],
  ['Ｍｙ　Ｐｒｏｐｏｓａｌｓ', 'mine'],
  ['メニュ', 'menu'],
  ['サガス', 'search'],
  ['Drafts!', 'drafts'],
])('width, case, kana and signs around it do not count in %s', (text, kind) => {
  expect(readCommand(text)).toStrictEqual({ kind });
});

test.each([
  ['実現状況況', 'progress'],
  ['実現状', 'progress'],
  ['実現況状', 'progress'],
  ['自分提案', 'mine'],
  ['マイ堤案', undefined],
  ['progres', 'progress'],
  ['porpose', 'propose'],
  ['setings', 'settings'],
  ['my proposls', 'mine'],
  ['serch', 'search'],
  ['キャンセノレ', undefined],
  ['hepl', undefined],
  ['ヘルク', undefined],
])('one slip in a longer word is forgiven, and no more: %s', (text, kind) => {
  expect(readCommand(text).kind).toBe(kind ?? 'draft');
});

test.each([
  ['さがす 会議室', '会議室'],
  ['探す　ペーパーレス　会議', 'ペーパーレス 会議'],
  ['検索：会議室', '会議室'],
  ['ｻｶﾞｽ 会議室', '会議室'],
  ['search meeting room', 'meeting room'],
  ['SERCH paper', 'paper'],
  ['Search: paper', 'paper'],
])('%s looks for words', (text, words) => {
  expect(readCommand(text)).toStrictEqual({ kind: 'find', words, from: 0 });
});

test.each([
  ['状況 R8-0001', 'R8-0001'],
  ['状況Ｒ８－０００１', 'R8-0001'],
  ['番号 r8-12345', 'R8-12345'],
  ['R8-0001の状況', 'R8-0001'],
  ['r80001', 'R8-0001'],
  ['staus R8-0001', 'R8-0001'],
  ['状況：R8-0001', 'R8-0001'],
  ['状況 12', ''],
])('%s asks for one proposal', (text, number) => {
  expect(readCommand(text)).toStrictEqual({ kind: 'status', number });
});

const sentences = [
  'さがす手間を減らしたい',
  'さがす のが大変なので一覧にする',
  'さがす ことを減らしたい',
  '検索 機能を改善してほしい',
  '検索 しやすい文書管理にしてください',
  '検索 システムが遅いです。',
  'さがす\n会議室',
  '設定を部署ごとに変えられるようにしたい',
  '実現状況を毎月知らせてほしい',
  '下書きを上司と共有できるようにする',
  '状況が悪い庁舎の空調を直したい',
  '提案のしかたを説明してほしい',
  'ヘルプデスクを一本化する',
  '自分の提案を印刷したい',
  'Search should find scanned paper',
  'Search is slow',
  'search results of the archive sorted by date of receipt',
  'Help desks need one number',
  'Status reports are too long',
  'Settings for all printers in one place',
  'search rooms. Too many of them stand empty',
];

test.each(sentences)('a sentence stays a proposal: %s', (text) => {
  expect(readCommand(text)).toStrictEqual({ kind: 'draft', text });
});

test('a sentence is never taken for a command, whichever word it begins with', () => {
  const words = wordCommands.flatMap((kind) => commandWords[kind]);
  const ends = [
    'を見直してほしい',
    'に時間がかかるので減らしたい',
    'の紙をやめる',
    'について、提案します。',
  ];
  const made = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...ends));
  fc.assert(
    fc.property(made, ([word, end]) => readCommand(`${word}${end}`).kind === 'draft'),
    { numRuns: 300 },
  );
});

test('one slip is one character too many, missing or wrong, or two that changed places', () => {
  const word = fc.string({ minLength: 2, maxLength: 8, unit: fc.constantFrom(...'abcdあいう') });
  const place = fc.nat({ max: 7 });
  fc.assert(
    fc.property(word, place, fc.constantFrom(...'xyzん'), (text, at, other) => {
      const letters = [...text];
      const where = at % letters.length;
      const with_ = letters.toSpliced(where, 0, other).join('');
      const without = letters.toSpliced(where, 1).join('');
      const wrong = letters.with(where, other).join('');
      const twice = letters.toSpliced(where, 0, other, other).join('');
      expect([with_, without, wrong].every((each) => isOneSlipFrom(each, text))).toBe(true);
      expect(isOneSlipFrom(twice, text)).toBe(false);
    }),
  );
  expect(isOneSlipFrom('hepl', 'help')).toBe(true);
  expect(isOneSlipFrom('help', 'help')).toBe(false);
  expect(isOneSlipFrom('提出する', '提案する')).toBe(false);
});
