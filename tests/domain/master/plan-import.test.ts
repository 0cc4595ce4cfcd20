import type { FieldName } from '../../../src/domain/field-fault.js';
import {
  type ImportFault,
  mostSheetRows,
  readSheets,
  type Sheet,
  type WorkbookWords,
  wordMap,
} from '../../../src/domain/master/import-sheets.js';
import { masterFields } from '../../../src/domain/master/master-forms.js';
import { type MasterRows, masterKinds } from '../../../src/domain/master/master-kinds.js';
import {
  changesOf,
  differenceText,
  type ImportChoices,
  type ImportPlan,
  planImport,
} from '../../../src/domain/master/plan-import.js';
import { recordRow } from '../../../src/domain/recorded.js';
import { actAs, sampleRows } from '../../support/sample-office.js';

const fields = [...new Set<FieldName>(masterKinds.flatMap((kind) => [...masterFields[kind]]))];
const words: WorkbookWords = {
  sheets: wordMap(masterKinds.map((kind) => [kind, kind] as const)),
  columns: wordMap(fields.map((field) => [field, field] as const)),
  choices: { role: wordMap([['事務局', 'secretariat']]) },
};
const admin = actAs('administrator');

const sheet = (name: string, ...rows: readonly (readonly string[])[]): Sheet => ({
  name,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  marks: [],
});

function plan(
  sheets: readonly Sheet[],
  {
    rows = sampleRows,
    act = admin,
    ...choices
  }: ImportChoices & {
    readonly rows?: MasterRows;
    readonly act?: typeof admin;
  } = {},
): ImportPlan {
  const faults: ImportFault[] = [];
  const read = readSheets(sheets, words, faults);
  return planImport(read, rows, act, choices, faults);
}

const linesOf = (planned: ImportPlan): readonly string[] =>
  changesOf(planned).map(({ sort, kind, key }) => `${sort} ${kind} ${key}`);

function faultsOf({ faults }: ImportPlan): readonly string[] {
  return faults.map(({ sheet: name, row, column, problem }) => {
    const what =
      problem.rule === 'field' ? `${problem.fault.field} ${problem.fault.rule}` : problem.rule;
    return `${name} ${row ?? '-'}:${column ?? '-'} ${what}`;
  });
}

const heads = ['masterId', 'label', 'labelEn', 'sortOrder', 'validFrom', 'validTo'];
const soumu = ['soumu', '総務部', 'soumu', '1'];
const doboku = ['doboku', '土木建築部', 'doboku', '1'];
const old = ['old-dept', '旧部', 'old-dept', '1', '', '2026-03-31'];

test('a sheet that says what the master says is no difference', () => {
  const planned = plan([sheet('departments', heads, soumu, doboku, old)]);
  expect(planned).toMatchObject({ unchanged: 3, absent: 0, faults: [] });
  expect(changesOf(planned)).toEqual([]);
});

test('a reorganisation is new rows from a day and old ones ended, with sections of the new department', () => {
  const planned = plan([
    sheet(
      'Sections',
      ['masterId', 'department', 'label', 'sortOrder'],
      ['zeimu', 'shin', '税務課', '3'],
    ),
    sheet('ＤＥＰＡＲＴＭＥＮＴＳ', heads, [...soumu, '', '2027-03-31'], doboku, old, [
      'shin',
      '総務企画部',
      '',
      '2',
      '2027-04-01',
    ]),
  ]);
  expect(faultsOf(planned)).toEqual([]);
  expect(linesOf(planned)).toEqual([
    'ended departments soumu',
    'added departments shin',
    'added sections zeimu',
  ]);
});

test('rows a sheet leaves out stay, unless a last day for them is named', () => {
  const sheets = [sheet('departments', heads, soumu)];
  expect(plan(sheets)).toMatchObject({ absent: 1 });
  expect(linesOf(plan(sheets))).toEqual([]);
  // What ended before stays as it ended.
  const ended = plan(sheets, { endAbsentOn: '2027-03-31' });
  expect(linesOf(ended)).toEqual(['ended departments doboku']);
  expect(changesOf(ended)[0]?.after).toMatchObject({ validTo: '2027-03-31' });
});

test('every fault has its sheet, row and column', () => {
  const planned = plan([
    sheet('メモ', ['x']),
    sheet(
      'departments',
      heads,
      soumu,
      soumu,
      ['Bad id', '', '', 'x'],
      [],
      ['doboku', '土木部', '', '1'],
    ),
    sheet('departments', heads),
    sheet('sections', ['masterId', 'label', 'masterId', '備考']),
    sheet('categories'),
    { ...sheet('jobGrades', heads), marks: [{ row: 2, column: 4, rule: 'formula' }] },
  ]);
  expect(faultsOf(planned).toSorted()).toEqual(
    [
      'メモ -:- unknown-sheet',
      'departments -:- sheet-twice',
      'sections 1:3 column-twice',
      'sections 1:4 unknown-column',
      'sections 1:- missing-column',
      'sections 1:- missing-column',
      'categories 1:- no-heading',
      'jobGrades 2:4 formula',
      'departments 3:1 duplicate',
      'departments 4:1 masterId unusable-characters',
      'departments 4:2 label required',
      'departments 4:4 sortOrder not-a-number',
      'departments 6:2 label fixed',
    ].toSorted(),
  );
});

test('a workbook without sheets and a sheet with too many rows are refused', () => {
  expect(faultsOf(plan([]))).toEqual([' -:- no-sheets']);
  const many = Array.from({ length: mostSheetRows + 1 }, (_, index) => [`d${index}`, 'x', '', '1']);
  expect(faultsOf(plan([sheet('departments', heads, ...many)]))).toEqual([
    'departments -:- too-many-rows',
  ]);
});

test('the secretariat imports no roles and no channels', () => {
  const members = sheet('members', [...masterFields.members]);
  expect(faultsOf(plan([members], { act: actAs('secretariat') }))).toEqual([
    'members -:- sheet-not-permitted',
  ]);
  expect(faultsOf(plan([members]))).toEqual([]);
});

test('a choice may be written as it is called', () => {
  const id = '0b6f1a52-0000-4000-8000-0000000000aa';
  const planned = plan([sheet('members', [...masterFields.members], [id, '山田', '事務局'])]);
  expect(linesOf(planned)).toEqual([`added members ${id}|secretariat||`]);
});

const dayHeads = ['closedDay', 'label', 'dayKind'];
const channelHeads = ['masterId', 'label', 'purpose', 'department', 'teamId', 'channelId'];

test('every master can be imported', () => {
  const planned = plan([
    sheet('jobGrades', heads, ['kacho', '課長級', '', '2']),
    sheet('categories', heads, ['ai', 'AI導入', '', '2']),
    sheet('holidays', dayHeads, ['2026-11-20', '県民の日（架空）', 'closed']),
    sheet('thesaurus', ['masterId', 'terms'], ['stamp', '押印、判子']),
    sheet('channels', channelHeads, ['all', '全職員', 'staff-updates', '', 't', 'c']),
  ]);
  expect(faultsOf(planned)).toEqual([]);
  expect(linesOf(planned)).toEqual([
    'added jobGrades kacho',
    'added categories ai',
    'added holidays 2026-11-20',
    'added thesaurus stamp',
    'added channels all',
  ]);
});

test('a row is ended where nothing but its last day is new, and otherwise changed', () => {
  const sorts = (...row: readonly string[]) =>
    changesOf(plan([sheet('departments', heads, row)])).map(({ sort }) => sort);
  expect(sorts(...soumu, '', '2027-03-31')).toEqual(['ended']);
  expect(sorts('soumu', '総務部', 'soumu', '2', '', '2027-03-31')).toEqual(['changed']);
  expect(sorts('soumu', '総務部', 'General', '1')).toEqual(['changed']);
  // Its last day is taken away.
  expect(sorts('old-dept', '旧部', 'old-dept', '1')).toEqual(['changed']);
});

test('what is counted as unchanged is named and not different', () => {
  const planned = plan([sheet('departments', heads, soumu, doboku, ['shin', '新部', '', '3'])]);
  expect(planned).toMatchObject({ unchanged: 2, absent: 0 });
  expect(linesOf(planned)).toEqual(['added departments shin']);
});

test('days of the holidays master that are left out stay, whatever is ended', () => {
  const holidays = [{ id: '2026-11-20', label: '県民の日（架空）', dayKind: 'closed' as const }];
  const rows = { ...sampleRows, holidays };
  const sheets = [sheet('holidays', dayHeads, ['2026-12-28', '年末（架空）', 'closed'])];
  expect(linesOf(plan(sheets, { rows, endAbsentOn: '2027-03-31' }))).toEqual([
    'added holidays 2026-12-28',
  ]);
});

test('what already ends on that day is not ended again, and a sheet not permitted changes nothing', () => {
  const [first, ...others] = sampleRows.departments;
  if (!first) throw new Error('no department in the sample');
  const ending = { ...first, validTo: '2027-03-31' };
  const rows = { ...sampleRows, departments: [ending, ...others] };
  const sheets = [sheet('departments', heads, doboku)];
  expect(linesOf(plan(sheets, { rows, endAbsentOn: '2027-03-31' }))).toEqual([]);
  const refused = plan(sheets, { act: actAs('owner'), endAbsentOn: '2027-03-31' });
  expect(refused).toMatchObject({ unchanged: 0, absent: 0 });
  expect(changesOf(refused)).toEqual([]);
});

test('a row with a fault is no duplicate besides', () => {
  const shin = ['shin', '新部', '', '3'];
  const planned = plan([sheet('departments', heads, shin, ['shin', '', '', '3'], shin)]);
  expect(faultsOf(planned)).toEqual([
    'departments 3:2 label required',
    'departments 4:1 duplicate',
  ]);
  expect(planned.faults.at(-1)?.problem).toEqual({ rule: 'duplicate', firstRow: 2 });
});

test('a fault of a field without a column stands at its row', () => {
  const planned = plan([
    sheet('departments', ['masterId', 'label', 'sortOrder'], ['Bad', '部', '1']),
    sheet('holidays', dayHeads, ['2026-11-20', '県民の日', 'half']),
  ]);
  expect(faultsOf(planned)).toEqual([
    'departments 2:1 masterId unusable-characters',
    'holidays 2:3 dayKind not-a-choice',
  ]);
});

test('headings are read whatever their width and case, blank ones and blank rows passed over', () => {
  const planned = plan([
    sheet(
      ' Departments ',
      [' ＭａｓｔｅｒＩｄ ', '', 'LABEL', ' ', 'sortOrder'],
      [],
      ['shin', '', '新部', '', '3'],
      [' ', ''],
    ),
  ]);
  expect(faultsOf(planned)).toEqual([]);
  expect(linesOf(planned)).toEqual(['added departments shin']);
});

test('a heading that is not known is told in its first forty characters, one of another master as well', () => {
  const heading = '長い見出し'.repeat(10);
  const planned = plan([
    sheet(
      'departments',
      ['masterId', 'label', 'sortOrder', heading, 'role'],
      ['shin', '新部', '3'],
    ),
  ]);
  const problems = planned.faults.map(({ problem }) => problem);
  expect(problems).toEqual([
    { rule: 'unknown-column', heading: heading.slice(0, 40) },
    { rule: 'unknown-column', heading: 'role' },
  ]);
});

test('a sheet that lacks a column is not read at all', () => {
  const planned = plan([sheet('departments', ['masterId', 'label'], ['Bad id', ''])]);
  expect(faultsOf(planned)).toEqual(['departments 1:- missing-column']);
  expect(planned).toMatchObject({ unchanged: 0, absent: 0 });
});

test('five thousand rows fit a sheet', () => {
  const rows = Array.from({ length: mostSheetRows }, (_, index) => [`d${index}`, 'x', '', '1']);
  expect(faultsOf(plan([sheet('departments', heads, ...rows)]))).toEqual([]);
});

const sheets = [
  sheet(
    'departments',
    heads,
    [...soumu, '', '2027-03-31'],
    ['shin', '新部', '', '2', '2027-04-01'],
  ),
];

test('an import that was interrupted has the same difference, part of it done', () => {
  const token = 't1';
  const whole = plan(sheets, { endAbsentOn: '2027-03-31', token });
  const text = differenceText(whole);
  const [first, ...rest] = whole.changes.departments;
  if (!first) throw new Error('no change');
  const [present, ...others] = sampleRows.departments;
  const written = recordRow(present, first.after, admin, { token });
  if (!written) throw new Error('nothing to write');
  const rows = { ...sampleRows, departments: [written, ...others] };
  const again = plan(sheets, { endAbsentOn: '2027-03-31', token, rows });
  expect(differenceText(again)).toBe(text);
  expect(again.changes.departments.map(({ isDone }) => isDone)).toEqual([
    true,
    ...rest.map(() => false),
  ]);
  // Without the token what is done is no difference any more.
  expect(differenceText(plan(sheets, { endAbsentOn: '2027-03-31', rows }))).not.toBe(text);
});

test('a row somebody else changed meanwhile makes it another difference', () => {
  const text = differenceText(plan(sheets));
  const [present, ...others] = sampleRows.departments;
  const changed = present && recordRow(present, { ...present, order: 9 }, admin);
  if (!changed) throw new Error('nothing to write');
  const rows = { ...sampleRows, departments: [changed, ...others] };
  expect(differenceText(plan(sheets, { rows }))).not.toBe(text);
});

test('an import that was interrupted while it entered and ended rows has the same difference too', () => {
  const token = 't1';
  const choices = { endAbsentOn: '2027-03-31', token };
  const left = [sheet('departments', heads, soumu, ['shin', '新部', '', '2', '2027-04-01'])];
  const whole = plan(left, choices);
  expect(linesOf(whole)).toEqual(['added departments shin', 'ended departments doboku']);
  const written = whole.changes.departments.flatMap(({ key, after }) => {
    const present = sampleRows.departments.find(({ id }) => id === key);
    return recordRow(present, after, admin, { token }) ?? [];
  });
  const others = sampleRows.departments.filter(({ id }) => id !== 'doboku');
  const rows = { ...sampleRows, departments: [...others, ...written] };
  const again = plan(left, { ...choices, rows });
  expect(differenceText(again)).toBe(differenceText(whole));
  expect(linesOf(again)).toEqual(linesOf(whole));
  expect(again.changes.departments.every(({ isDone }) => isDone)).toBe(true);
  expect(again.changes.departments[0]).not.toHaveProperty('before');
});
