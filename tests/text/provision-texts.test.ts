import { locales } from '../../src/domain/conversation.js';
import type { PlannedChange } from '../../src/domain/provisioning/planned-change.js';
import { changeLine, planText } from '../../src/text/provision-plan-text.js';

const list = { name: 'MebukiNotices', displayName: '芽吹き 通知の記録' };
const column = { name: 'Epoch', displayName: '処理の世代' };
const app = { id: '22222222-2222-4222-8222-222222222222', displayName: 'Mebuki' };
const what = { ja: '項目を書き換えます', en: 'rewrites items' };
const address = 'https://mebuki.example/sites/mebuki';

const changes: readonly PlannedChange[] = [
  { kind: 'no-site', address },
  { kind: 'create-list', list, columns: 9, indexes: 3, unique: 1 },
  { kind: 'create-library', library: list },
  { kind: 'name-list', list },
  { kind: 'create-column', list, column, type: 'number' },
  { kind: 'name-column', list, column },
  { kind: 'wrong-type', list, column, type: 'note' },
  { kind: 'index', list, column },
  { kind: 'unique', list, column },
  { kind: 'duplicates', list, column, items: Array.from({ length: 12 }, (_, at) => `${at + 1}`) },
  { kind: 'choices', list, column, codes: ['received', 'reviewing'] },
  { kind: 'grant', app },
  { kind: 'raise-grant', app },
  { kind: 'migrate', from: 0, to: 1, what, items: 0 },
  { kind: 'migrate', from: 1, to: 2, what, items: 3 },
  { kind: 'mend-items', from: 2, to: 2, what, items: 1 },
  { kind: 'roll-back', from: 2, to: 1, what, items: 3 },
  { kind: 'schema-too-new', version: 4, known: 2 },
  { kind: 'no-way-back', version: 1, known: 1 },
  { kind: 'no-way-back', version: 1, known: 3 },
];

test('every difference has a line of its own in both languages', () => {
  for (const locale of locales) {
    const lines = changes.map((change) => changeLine(change, locale));
    expect(new Set(lines).size).toBe(changes.length);
    expect(lines.filter((line) => /undefined|null|\[object/.test(line))).toEqual([]);
    expect(lines.filter((line) => !/^[＋～！+~!] /.test(line))).toEqual([]);
  }
});

test('a plan stands under headings in a fixed order and is counted at the end', () => {
  const some = changes.filter(({ kind }) =>
    ['create-list', 'create-column', 'unique', 'wrong-type', 'grant'].includes(kind),
  );
  expect(planText(address, some, 'ja')).toEqual([
    `サイト ${address}`,
    'リスト',
    '  ＋ MebukiNotices（芽吹き 通知の記録）：列 9、索引 3（うち重複の禁止 1）',
    '列',
    '  ＋ MebukiNotices（芽吹き 通知の記録）の Epoch（処理の世代）：数値',
    expect.stringMatching(/^ {2}！ MebukiNotices.*Epoch.*種類が違います/),
    '索引と重複の禁止',
    '  ～ MebukiNotices（芽吹き 通知の記録）の Epoch（処理の世代）：重複の禁止',
    '書き込みの許可',
    `  ＋ Mebuki（${app.id}）に write`,
    '作成 3、変更 1、人の作業 1',
  ]);
  expect(planText(address, some, 'en').at(-1)).toBe('to create 3, to change 1, for a person 1');
});

test('a site that has everything is told in one line', () => {
  expect(planText(address, [], 'ja')).toEqual([
    `サイト ${address}`,
    'すべてそろっています。することはありません。',
  ]);
});

test('a value that many items hold names the first ten', () => {
  const [twice] = changes.filter(({ kind }) => kind === 'duplicates');
  expect(twice && changeLine(twice, 'en')).toContain(
    'items: 12, ids 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, …',
  );
});
