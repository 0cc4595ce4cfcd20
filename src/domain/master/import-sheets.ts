import type { FieldFault, FieldName } from '../field-fault.js';
import { type MasterForm, masterFields } from './master-forms.js';
import type { MasterKind } from './master-kinds.js';

/** One row of a sheet: its number as the spreadsheet shows it, and the text of its cells from column A on. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** What a cell may not be, because its value is not what stands written. Rows and columns count from 1. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  readonly rule: 'formula' | 'merged' | 'error-value';
}

/** A sheet of a workbook, as text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly marks: readonly CellMark[];
}

/** How sheets, columns and choices are called, in every language of the product. */
export interface WorkbookWords {
  readonly sheets: ReadonlyMap<string, MasterKind>;
  readonly columns: ReadonlyMap<string, FieldName>;
  /** Code of a choice by what it is called. */
  readonly choices: Readonly<Partial<Record<FieldName, ReadonlyMap<string, string>>>>;
}

/** What is wrong with a workbook at some place. */
export type ImportProblem =
  | { readonly rule: 'no-sheets' }
  | { readonly rule: 'unknown-sheet' }
  | { readonly rule: 'sheet-twice' }
  | { readonly rule: 'sheet-not-permitted' }
  | { readonly rule: 'no-heading' }
  | { readonly rule: 'unknown-column'; readonly heading: string }
  | { readonly rule: 'column-twice'; readonly field: FieldName }
  | { readonly rule: 'missing-column'; readonly field: FieldName }
  | { readonly rule: 'too-many-rows'; readonly limit: number }
  | { readonly rule: CellMark['rule'] }
  | { readonly rule: 'duplicate'; readonly firstRow: number }
  | { readonly rule: 'field'; readonly fault: FieldFault };

/** A problem with where it is: sheet by its name, row and column counted from 1. */
export interface ImportFault {
  readonly sheet: string;
  readonly row?: number;
  readonly column?: number;
  readonly problem: ImportProblem;
}

/** A row of a sheet as a form, with the column each field stands in. */
export interface FormRow {
  readonly number: number;
  readonly form: MasterForm;
}

/** The rows of one master as its sheet gives them. */
export interface FormSheet {
  readonly name: string;
  readonly columns: ReadonlyMap<FieldName, number>;
  readonly rows: readonly FormRow[];
}

/** Most rows of a sheet. */
export const mostSheetRows = 5_000;

const wordKey = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Words for `WorkbookWords`, so that width and case do not count. */
export function wordMap<T>(words: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map(words.map(([word, value]) => [wordKey(word), value]));
}

const optionalColumns: ReadonlySet<FieldName> = new Set(['labelEn', 'validFrom', 'validTo']);

/** The field a heading stands for, or what is wrong with it. */
function fieldOf(
  kind: MasterKind,
  heading: string,
  words: WorkbookWords,
  known: ReadonlyMap<FieldName, number>,
): { readonly field: FieldName } | { readonly problem: ImportProblem } {
  const wanted: readonly FieldName[] = masterFields[kind];
  const field = words.columns.get(wordKey(heading));
  if (field === undefined || !wanted.includes(field)) {
    return { problem: { rule: 'unknown-column', heading: heading.slice(0, 40) } };
  }
  return known.has(field) ? { problem: { rule: 'column-twice', field } } : { field };
}

function columnsOf(
  kind: MasterKind,
  { name }: Sheet,
  heading: SheetRow,
  words: WorkbookWords,
  faults: ImportFault[],
): ReadonlyMap<FieldName, number> | undefined {
  const columns = new Map<FieldName, number>();
  for (const [index, cell] of heading.cells.entries()) {
    if (wordKey(cell) === '') continue;
    const column = index + 1;
    const found = fieldOf(kind, cell, words, columns);
    if ('field' in found) columns.set(found.field, column);
    else faults.push({ sheet: name, row: heading.number, column, problem: found.problem });
  }
  const wanted: readonly FieldName[] = masterFields[kind];
  const missing = wanted.filter((field) => !columns.has(field) && !optionalColumns.has(field));
  for (const field of missing) {
    faults.push({ sheet: name, row: heading.number, problem: { rule: 'missing-column', field } });
  }
  return missing.length > 0 ? undefined : columns;
}

function formOf(
  { cells }: SheetRow,
  columns: ReadonlyMap<FieldName, number>,
  { choices }: WorkbookWords,
): MasterForm {
  const entries = [...columns].map(([field, column]): [FieldName, string] => {
    const text = cells[column - 1] ?? '';
    return [field, choices[field]?.get(wordKey(text)) ?? text];
  });
  return Object.fromEntries(entries);
}

const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => wordKey(cell) === '');

function readSheet(
  kind: MasterKind,
  sheet: Sheet,
  words: WorkbookWords,
  faults: ImportFault[],
): FormSheet | undefined {
  const { name, rows, marks } = sheet;
  for (const { row, column, rule } of marks) {
    faults.push({ sheet: name, row, column, problem: { rule } });
  }
  const [heading] = rows;
  if (!heading) {
    faults.push({ sheet: name, row: 1, problem: { rule: 'no-heading' } });
    return undefined;
  }
  const columns = columnsOf(kind, sheet, heading, words, faults);
  const filled = rows.slice(1).filter((row) => !isBlank(row));
  if (filled.length > mostSheetRows) {
    faults.push({ sheet: name, problem: { rule: 'too-many-rows', limit: mostSheetRows } });
    return undefined;
  }
  if (!columns) return undefined;
  const read = filled.map((row) => ({ number: row.number, form: formOf(row, columns, words) }));
  return { name, columns, rows: read };
}

/** Which sheet is which master; every sheet must be one that is known, once. */
function kindsOf(
  sheets: readonly Sheet[],
  words: WorkbookWords,
  faults: ImportFault[],
): ReadonlyMap<MasterKind, Sheet> {
  const found = new Map<MasterKind, Sheet>();
  for (const sheet of sheets) {
    const kind = words.sheets.get(wordKey(sheet.name));
    if (kind !== undefined && !found.has(kind)) found.set(kind, sheet);
    else {
      const rule = kind === undefined ? 'unknown-sheet' : 'sheet-twice';
      faults.push({ sheet: sheet.name, problem: { rule } });
    }
  }
  return found;
}

/** The sheets of a workbook by the master they are of, as forms. What is wrong is added to the faults. */
export function readSheets(
  sheets: readonly Sheet[],
  words: WorkbookWords,
  faults: ImportFault[],
): ReadonlyMap<MasterKind, FormSheet> {
  if (sheets.length === 0) faults.push({ sheet: '', problem: { rule: 'no-sheets' } });
  const read = new Map<MasterKind, FormSheet>();
  for (const [kind, sheet] of kindsOf(sheets, words, faults)) {
    const form = readSheet(kind, sheet, words, faults);
    if (form) read.set(kind, form);
  }
  return read;
}
