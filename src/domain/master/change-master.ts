import type { Act } from '../act.js';
import type { FieldFault, FieldName } from '../field-fault.js';
import { type CivilDate, civilDateOf } from '../instant.js';
import { actTextLimits } from '../limits.js';
import type { Role } from '../member.js';
import { type ChangeNote, changedValues, recordRow, valuesOf } from '../recorded.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { countGraphemes, tidyText } from '../written-text.js';
import { type MasterForm, masterReaders } from './master-forms.js';
import {
  type AnyMasterRow,
  keepersOf,
  type MasterKind,
  type MasterOf,
  type MasterRows,
  masterKeys,
} from './master-kinds.js';

/** Values that give older records their meaning: a row in force keeps them, but for a correction with its reason. */
const meaning: Readonly<Partial<Record<string, FieldName>>> = {
  label: 'label',
  departmentId: 'department',
};

/** Who may change rows of a master: whoever keeps it. */
export function refuseUnlessKeeper(kind: MasterKind, act: Act): Refusal | undefined {
  return mayKeep(
    kind,
    (act.roles ?? []).map(({ role }) => role),
  )
    ? undefined
    : { code: 'not-permitted' };
}

/** Whether one of these roles keeps a master. */
export function mayKeep(kind: MasterKind, roles: readonly Role[]): boolean {
  return keepersOf[kind].some((role) => roles.includes(role));
}

/** Whether older records may already lean on a row. */
function isInForce({ validFrom }: AnyMasterRow, today: CivilDate): boolean {
  return validFrom === undefined || validFrom <= today;
}

/** Kinds whose rows proposals are filed under. */
const filedUnder: ReadonlySet<MasterKind> = new Set([
  'departments',
  'sections',
  'jobGrades',
  'categories',
]);

/**
 * Faults of a change that would alter what older records say: the name of a row in force, its department, and the day
 * from which it was valid. A reorganisation ends the row and enters a new one (domain specification 1.5).
 */
export function meaningFaults(
  kind: MasterKind,
  present: AnyMasterRow,
  next: AnyMasterRow,
  today: CivilDate,
): readonly FieldFault[] {
  if (!filedUnder.has(kind) || !isInForce(present, today)) return [];
  const changed = Object.keys(changedValues(valuesOf(present), valuesOf(next)));
  const faults = changed.flatMap((name): FieldFault[] => {
    const field = meaning[name];
    return field ? [{ field, rule: 'fixed' }] : [];
  });
  return next.validFrom !== undefined && next.validFrom > today
    ? [...faults, { field: 'validFrom', rule: 'fixed' }]
    : faults;
}

function readReason(form: MasterForm, faults: FieldFault[]): string | undefined {
  const reason = tidyText(form.reason ?? '');
  if (reason === '') return undefined;
  const { least, most } = actTextLimits.reason;
  const count = countGraphemes(reason);
  if (count < least) faults.push({ field: 'reason', rule: 'too-short', limit: least });
  if (count > most) faults.push({ field: 'reason', rule: 'too-long', limit: most });
  return reason;
}

/** The field under which the key of a row is typed. */
export const keyField: Readonly<Record<MasterKind, FieldName>> = {
  departments: 'masterId',
  sections: 'masterId',
  jobGrades: 'masterId',
  categories: 'masterId',
  holidays: 'closedDay',
  thesaurus: 'masterId',
  members: 'person',
  channels: 'masterId',
};

/** Enters a row. `rows` are all rows as they are now. */
export function enterMaster<K extends MasterKind>(
  kind: K,
  form: MasterForm,
  rows: MasterRows,
  act: Act,
  note: ChangeNote = {},
): Result<MasterOf[K]> {
  const refusal = refuseUnlessKeeper(kind, act);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const row = masterReaders[kind](form, rows, faults);
  const key = masterKeys[kind](row);
  const kept: readonly MasterOf[K][] = rows[kind];
  if (faults.length === 0 && kept.some((each) => masterKeys[kind](each) === key)) {
    faults.push({ field: keyField[kind], rule: 'already-there' });
  }
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const recorded = recordRow<MasterOf[K]>(undefined, row, act, note);
  return recorded ? allowed(recorded) : refused({ code: 'nothing-changed' });
}

/**
 * Changes a row, or ends it by its last day. The key stays. A wrong name of a row in force is corrected with a reason;
 * without one it is refused, because older records would read as if they had always said so.
 */
export function changeMaster<K extends MasterKind>(
  kind: K,
  present: MasterOf[K],
  form: MasterForm,
  rows: MasterRows,
  act: Act,
  note: ChangeNote = {},
): Result<MasterOf[K]> {
  const refusal = refuseUnlessKeeper(kind, act);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const row = masterReaders[kind](form, rows, faults);
  const reason = readReason(form, faults);
  if (masterKeys[kind](row) !== masterKeys[kind](present)) {
    faults.push({ field: keyField[kind], rule: 'fixed' });
  } else if (reason === undefined) {
    faults.push(...meaningFaults(kind, present, row, civilDateOf(act.at)));
  }
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const why = reason === undefined ? note : { ...note, reason };
  const recorded = recordRow<MasterOf[K]>(present, row, act, why);
  return recorded ? allowed(recorded) : refused({ code: 'nothing-changed' });
}
