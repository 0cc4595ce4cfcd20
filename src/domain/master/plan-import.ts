import type { Act } from '../act.js';
import { canonicalText } from '../canonical-text.js';
import type { FieldFault } from '../field-fault.js';
import { type CivilDate, civilDateOf } from '../instant.js';
import { isValidOn } from '../masters.js';
import { type AfterValues, changedValues, valuesBeforeImport, valuesOf } from '../recorded.js';
import { keyField, mayKeep, meaningFaults } from './change-master.js';
import type { FormRow, FormSheet, ImportFault } from './import-sheets.js';
import { masterReaders } from './master-forms.js';
import {
  type AnyMasterRow,
  type MasterKind,
  type MasterOf,
  type MasterRows,
  masterKeys,
  masterKinds,
} from './master-kinds.js';

/** What an import does with a row. */
export type ImportSort = 'added' | 'changed' | 'ended';

/** One row of the difference: its values before (none where it is added) and the row as it is to be. */
export interface ImportChange<K extends MasterKind = MasterKind> {
  readonly kind: K;
  readonly key: string;
  readonly sort: ImportSort;
  readonly before?: AfterValues;
  readonly after: MasterOf[K];
  /** Already written by this import, before it was interrupted. */
  readonly isDone: boolean;
}

/** The whole difference between a workbook and the masters. */
export interface ImportPlan {
  readonly changes: { readonly [K in MasterKind]: readonly ImportChange<K>[] };
  readonly unchanged: number;
  /** Rows in force that a sheet of the workbook does not name; ended only where that is asked for. */
  readonly absent: number;
  readonly faults: readonly ImportFault[];
}

/** How a workbook is compared. */
export interface ImportChoices {
  /** The last day of rows that a sheet leaves out; without it they stay as they are. */
  readonly endAbsentOn?: CivilDate;
  /** The difference an interrupted import was carrying out. */
  readonly token?: string;
}

interface Ground {
  readonly sheets: ReadonlyMap<MasterKind, FormSheet>;
  readonly act: Act;
  readonly choices: ImportChoices;
  readonly faults: ImportFault[];
}

interface PlannedKind<K extends MasterKind> {
  readonly changes: readonly ImportChange<K>[];
  readonly unchanged: number;
  readonly absent: number;
  /** The rows of the master as they will be. */
  readonly rows: readonly MasterOf[K][];
}

function sortOf(before: AfterValues | undefined, after: AfterValues): ImportSort {
  if (!before) return 'added';
  const changed = Object.keys(changedValues(before, after));
  return changed.join() === 'validTo' && after['validTo'] !== undefined ? 'ended' : 'changed';
}

/** The difference of one row; undefined where there is none. What this import wrote already still counts. */
function changeOf<K extends MasterKind>(
  kind: K,
  present: MasterOf[K] | undefined,
  after: MasterOf[K],
  token: string | undefined,
): ImportChange<K> | undefined {
  const key = masterKeys[kind](after);
  const written = token === undefined || !present ? undefined : valuesBeforeImport(present, token);
  if (written) {
    const before = Object.keys(written.before).length > 0 ? written.before : undefined;
    const sort = sortOf(before, valuesOf(after));
    return { kind, key, sort, ...(before && { before }), after, isDone: true };
  }
  const before = present && valuesOf(present);
  if (before && Object.keys(changedValues(before, valuesOf(after))).length === 0) return undefined;
  const sort = sortOf(before, valuesOf(after));
  return { kind, key, sort, ...(before && { before }), after, isDone: false };
}

function faultsAt(
  { name, columns }: FormSheet,
  row: FormRow,
  faults: readonly FieldFault[],
): readonly ImportFault[] {
  return faults.map((fault) => {
    const column = columns.get(fault.field);
    const place = { sheet: name, row: row.number, ...(column !== undefined && { column }) };
    return { ...place, problem: { rule: 'field', fault } };
  });
}

/** Reads the rows of a sheet; of two with the same key the second is a fault. */
function readRows<K extends MasterKind>(
  kind: K,
  sheet: FormSheet,
  all: MasterRows,
  { act, faults: found }: Ground,
): ReadonlyMap<string, MasterOf[K]> {
  const present: readonly MasterOf[K][] = all[kind];
  const held = new Map(present.map((row) => [masterKeys[kind](row), row]));
  const read = new Map<string, MasterOf[K]>();
  const firstRows = new Map<string, number>();
  for (const row of sheet.rows) {
    const faults: FieldFault[] = [];
    const value = masterReaders[kind](row.form, all, faults);
    const key = masterKeys[kind](value);
    const before = held.get(key);
    if (before) faults.push(...meaningFaults(kind, before, value, civilDateOf(act.at)));
    found.push(...faultsAt(sheet, row, faults));
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined && faults.length === 0) {
      const column = sheet.columns.get(keyField[kind]);
      const place = { sheet: sheet.name, row: row.number, ...(column !== undefined && { column }) };
      found.push({ ...place, problem: { rule: 'duplicate', firstRow } });
    }
    firstRows.set(key, firstRow ?? row.number);
    read.set(key, value);
  }
  return read;
}

const isInForceOn = (row: AnyMasterRow, day: CivilDate): boolean => isValidOn(row, day);

function isEndable(row: AnyMasterRow, lastDay: CivilDate): boolean {
  return isValidOn(row, lastDay) && row.validTo !== lastDay;
}

/** The change that ends a row which its sheet leaves out; undefined where it stays. */
function endOf<K extends MasterKind>(
  kind: K,
  row: MasterOf[K],
  { endAbsentOn, token }: ImportChoices,
): ImportChange<K> | undefined {
  // A day of the holidays master has no span: what is not named any more stays as it was.
  if (endAbsentOn === undefined || kind === 'holidays') return undefined;
  const { trail: _, ...values } = row;
  const ended: MasterOf[K] = { ...row, ...values, validTo: endAbsentOn };
  const isWritten = token !== undefined && valuesBeforeImport(row, token) !== undefined;
  return isWritten || isEndable(row, endAbsentOn) ? changeOf(kind, row, ended, token) : undefined;
}

function planKind<K extends MasterKind>(kind: K, all: MasterRows, ground: Ground): PlannedKind<K> {
  const rows: readonly MasterOf[K][] = all[kind];
  const sheet = ground.sheets.get(kind);
  if (!sheet) return { changes: [], unchanged: 0, absent: 0, rows };
  const { act, choices, faults } = ground;
  if (
    !mayKeep(
      kind,
      (act.roles ?? []).map(({ role }) => role),
    )
  ) {
    faults.push({ sheet: sheet.name, problem: { rule: 'sheet-not-permitted' } });
    return { changes: [], unchanged: 0, absent: 0, rows };
  }
  const read = readRows(kind, sheet, all, ground);
  const held = new Map(rows.map((row) => [masterKeys[kind](row), row]));
  const named = [...read].flatMap(
    ([key, row]) => changeOf(kind, held.get(key), row, choices.token) ?? [],
  );
  const left = [...held].filter(([key]) => !read.has(key)).map(([, row]) => row);
  const ends = left.flatMap((row) => endOf(kind, row, choices) ?? []);
  const today = civilDateOf(act.at);
  return {
    changes: [...named, ...ends],
    unchanged: read.size - named.length,
    absent: left.filter((row) => isInForceOn(row, today)).length,
    rows: [...left, ...read.values()],
  };
}

/**
 * The difference between the sheets of a workbook and the masters, with every fault. Masters that others refer to are
 * read first, so that a new department and its sections can come in one workbook.
 */
export function planImport(
  sheets: ReadonlyMap<MasterKind, FormSheet>,
  present: MasterRows,
  act: Act,
  choices: ImportChoices,
  sheetFaults: readonly ImportFault[],
): ImportPlan {
  const faults = [...sheetFaults];
  const ground: Ground = { sheets, act, choices, faults };
  const departments = planKind('departments', present, ground);
  const after = { ...present, departments: departments.rows };
  const planned = {
    departments,
    sections: planKind('sections', after, ground),
    jobGrades: planKind('jobGrades', after, ground),
    categories: planKind('categories', after, ground),
    holidays: planKind('holidays', after, ground),
    thesaurus: planKind('thesaurus', after, ground),
    members: planKind('members', after, ground),
    channels: planKind('channels', after, ground),
  };
  return {
    changes: {
      departments: planned.departments.changes,
      sections: planned.sections.changes,
      jobGrades: planned.jobGrades.changes,
      categories: planned.categories.changes,
      holidays: planned.holidays.changes,
      thesaurus: planned.thesaurus.changes,
      members: planned.members.changes,
      channels: planned.channels.changes,
    },
    unchanged: masterKinds.reduce((sum, kind) => sum + planned[kind].unchanged, 0),
    absent: masterKinds.reduce((sum, kind) => sum + planned[kind].absent, 0),
    faults,
  };
}

/** Every change of a plan, in the order in which they are written. */
export function changesOf({ changes }: ImportPlan): readonly ImportChange[] {
  return masterKinds.flatMap((kind): readonly ImportChange[] => changes[kind]);
}

/** The difference as one text that is the same for whoever works it out; its digest is the token of the difference. */
export function differenceText(plan: ImportPlan): string {
  return canonicalText(
    changesOf(plan).map(({ kind, key, before = null, after }) => ({
      kind,
      key,
      before,
      after: valuesOf(after),
    })),
  );
}
