import type { WriteSheet } from 'hucre/xlsx';
import { refusalAnswer } from '../../src/contract/common-answers.js';
import { importAppliedAnswer, importPreviewAnswer } from '../../src/contract/keep-answers.js';
import { workbookOf } from '../support/sample-workbook.js';
import type { PersonName } from './support/api-people.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const heads = ['ID', '名称', '英語名', '並び順', '有効期間の初日', '有効期間の末日'];
const march = new Date(Date.UTC(2027, 2, 31));
const april = new Date(Date.UTC(2027, 3, 1));
const departments: WriteSheet = {
  name: '部局',
  rows: [
    heads,
    ['soumu', '総務部', 'soumu', 1, null, march],
    ['doboku', '土木建築部', 'doboku', 1],
    ['old-dept', '旧部', 'old-dept', 1, null, '2026-03-31'],
    ['shin', '総務企画部', 'General Affairs and Planning', 2, april],
  ],
};
const sections: WriteSheet = {
  name: 'Sections',
  rows: [
    ['ID', 'Department', 'Name', 'Order', 'Valid from'],
    ['zeimu', 'shin', '税務課', 3, april],
  ],
};

async function send(
  path: string,
  bytes: Uint8Array,
  { as = 'secretary', language = 'ja' }: { as?: PersonName; language?: string } = {},
) {
  const headers = { 'Content-Type': type, 'Accept-Language': language };
  return api.call('POST', `/api/admin/imports/${path}`, { as, body: bytes, headers });
}

async function preview(bytes: Uint8Array, query = '') {
  const answer = await send(`preview${query}`, bytes);
  expect(answer.status).toBe(200);
  return importPreviewAnswer.parse(answer.body);
}

const idsOf = (): readonly string[] =>
  [...api.kept.masters.departments.items.values()].map(({ value }) => value.id).toSorted();

test('a reorganisation is shown as a difference, and applied as exactly that', async () => {
  const bytes = await workbookOf(departments, sections);
  const shown = await preview(bytes);
  expect(shown.counts).toEqual({
    added: 2,
    changed: 0,
    ended: 1,
    unchanged: 2,
    // The two sections that are not in the sheet.
    absent: 2,
    faults: 0,
  });
  expect(
    shown.changes.map(({ sort, kind, key, text }) => `${sort} ${kind} ${key} ${text}`),
  ).toEqual([
    'ended departments soumu 有効期間の末日=2027-03-31',
    'added departments shin ID=shin、名称=総務企画部、英語名=General Affairs and Planning、並び順=2、有効期間の初日=2027-04-01',
    'added sections zeimu ID=zeimu、名称=税務課、英語名=税務課、並び順=3、有効期間の初日=2027-04-01、部局=shin',
  ]);
  expect(idsOf()).not.toContain('shin');
  const applied = await send(`apply?token=${shown.token}`, bytes);
  expect(importAppliedAnswer.parse(applied.body)).toEqual({ written: 3, changes: 3 });
  expect(idsOf()).toContain('shin');
  expect((await preview(bytes)).token).toBeUndefined();
});

test('the same token a second time writes nothing more', async () => {
  const bytes = await workbookOf(departments);
  const { token } = await preview(bytes);
  await send(`apply?token=${token}`, bytes);
  const again = await send(`apply?token=${token}`, bytes);
  expect(importAppliedAnswer.parse(again.body)).toEqual({ written: 0, changes: 2 });
});

test('an import cut off in the middle goes on where it stopped', async () => {
  const bytes = await workbookOf(departments, sections);
  const { token } = await preview(bytes);
  api.kept.masters.sections.onCall = () => {
    throw new Error('the list cannot be reached');
  };
  const cut = await send(`apply?token=${token}`, bytes);
  expect(cut.status).toBe(503);
  expect(idsOf()).toContain('shin');
  api.kept.masters.sections.onCall = () => {};
  const resumed = await send(`apply?token=${token}`, bytes);
  expect(importAppliedAnswer.parse(resumed.body)).toEqual({ written: 1, changes: 3 });
});

test('another difference than the one looked at is not applied, and is shown', async () => {
  const bytes = await workbookOf(departments);
  const { token } = await preview(bytes);
  const [stored] = [...api.kept.masters.departments.items.values()];
  if (!stored) throw new Error('no department');
  const outcome = await api.kept.masters.departments.store.replace(stored, {
    ...stored.value,
    order: 8,
  });
  if (outcome.kind === 'stored') api.register.tookMaster('departments', outcome.stored);
  const refused = await send(`apply?token=${token}`, bytes);
  expect(refused.status).toBe(409);
  const { code, present } = refusalAnswer.parse(refused.body);
  expect(code).toBe('difference-changed');
  expect(importPreviewAnswer.parse(present).token).not.toBe(token);
  expect(idsOf()).not.toContain('shin');
  // Another workbook under the token of this one.
  const other = await workbookOf(sections);
  expect((await send(`apply?token=${token}`, other)).status).toBe(409);
  expect((await send('apply?token=short', bytes)).status).toBe(400);
  expect((await send('apply', bytes)).status).toBe(400);
});

test('a change that the register has not learnt of stops the import at that row', async () => {
  const bytes = await workbookOf(departments);
  const { token } = await preview(bytes);
  const [stored] = [...api.kept.masters.departments.items.values()];
  if (!stored) throw new Error('no department');
  await api.kept.masters.departments.store.replace(stored, { ...stored.value, order: 8 });
  expect((await send(`apply?token=${token}`, bytes)).status).toBe(409);
});

test('rows a sheet leaves out end on the day that is named', async () => {
  const bytes = await workbookOf({ name: '部局', rows: [heads, ['soumu', '総務部', 'soumu', 1]] });
  expect((await preview(bytes)).counts).toMatchObject({ absent: 1, ended: 0 });
  const shown = await preview(bytes, '?endAbsentOn=2027-03-31');
  expect(shown.changes.map(({ sort, key }) => [sort, key])).toEqual([['ended', 'doboku']]);
  const query = `endAbsentOn=2027-03-31&token=${shown.token}`;
  expect((await send(`apply?${query}`, bytes)).status).toBe(200);
  expect((await send('preview?endAbsentOn=2027-02-30', bytes)).status).toBe(400);
});

test('faults are told with sheet, row and column in both languages, and nothing can be applied', async () => {
  const bytes = await workbookOf(
    {
      name: '部局',
      rows: [
        heads,
        ['soumu', '総務部', 'soumu', 1],
        ['soumu', '総務部', 'soumu', 1],
        ['新', '', '', 'x'],
      ],
      cells: new Map([['1,3', { value: 1, formula: '0+1' }]]),
      merges: [{ startRow: 3, startCol: 1, endRow: 3, endCol: 2 }],
    },
    { name: 'メモ', rows: [['x']] },
  );
  const shown = await preview(bytes);
  expect(shown.token).toBeUndefined();
  const placed = shown.faults.map(
    ({ sheet, row, column }) => `${sheet} ${row ?? ''}${column ?? ''}`,
  );
  expect(placed.toSorted()).toEqual(
    [
      'メモ ',
      '部局 2D',
      '部局 4B',
      '部局 3A',
      '部局 4A',
      '部局 4B',
      '部局 4D',
      '部局 2D',
    ].toSorted(),
  );
  expect(shown.faults.map(({ message }) => message)).toContain(
    '数式が入っています。値に置き換えてください（コピーして「値の貼り付け」）。',
  );
  const english = await send('preview', bytes, { language: 'en' });
  const messages = importPreviewAnswer.parse(english.body).faults.map(({ message }) => message);
  expect(messages.join('\n')).not.toMatch(/[ぁ-ん]/);
  expect(messages).toContain('This is the same row as row 2. Please remove one of them.');
});

test('the secretariat cannot import roles, the administrator can', async () => {
  const bytes = await workbookOf({
    name: '役割',
    rows: [
      ['職員', '氏名', '役割', '部局', '有効期間の初日', '有効期間の末日'],
      ['0b6f1a52-0000-4000-8000-0000000000aa', '山田 太郎（架空）', '所属長', 'soumu'],
    ],
  });
  expect((await preview(bytes)).faults).toHaveLength(1);
  const answer = await send('preview', bytes, { as: 'administrator' });
  expect(importPreviewAnswer.parse(answer.body).changes).toMatchObject([
    { sort: 'added', kind: 'members', after: { role: 'head' } },
  ]);
});

test('what is no workbook, too large or of another type is refused in words', async () => {
  const broken = await send('preview', new TextEncoder().encode('部局,名称'));
  expect(broken).toMatchObject({ status: 422, body: { code: 'not-a-workbook' } });
  const large = await send('preview', new Uint8Array(1024 * 1024 + 1));
  expect(large).toMatchObject({ status: 413, body: { code: 'too-large' } });
  const json = await api.call('POST', '/api/admin/imports/preview', { as: 'secretary', body: {} });
  expect(json).toMatchObject({ status: 415, body: { code: 'wrong-content-type' } });
});
