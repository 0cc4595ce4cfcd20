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
