import { channelPurposes } from '../channel-map.js';
import type { FieldFault, FieldName } from '../field-fault.js';
import { readAmount, readChoice, readDay, readLine, readText } from '../form-fields.js';
import type { CivilDate } from '../instant.js';
import type { MasterEntry } from '../masters.js';
import { roles } from '../member.js';
import { dayKinds } from '../working-days.js';
import { tidyLine } from '../written-text.js';
import type { MasterKind, MasterOf, MasterRows, Validity } from './master-kinds.js';

/** A row as somebody filled it in, as typed: in a form or in a sheet. */
export type MasterForm = Readonly<Partial<Record<FieldName, string>>>;

type Read<T> = (form: MasterForm, rows: MasterRows, faults: FieldFault[]) => T;

const mostLabel = 60;
const mostTerm = 40;
const mostTerms = 50;
const mostOrder = 99_999;
const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/;
const personPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Columns of each master, in their order, as forms and sheets have them. */
export const masterFields = {
  departments: ['masterId', 'label', 'labelEn', 'sortOrder', 'validFrom', 'validTo'],
  sections: ['masterId', 'department', 'label', 'labelEn', 'sortOrder', 'validFrom', 'validTo'],
  jobGrades: ['masterId', 'label', 'labelEn', 'sortOrder', 'validFrom', 'validTo'],
  categories: ['masterId', 'label', 'labelEn', 'sortOrder', 'validFrom', 'validTo'],
  holidays: ['closedDay', 'label', 'dayKind'],
  thesaurus: ['masterId', 'terms', 'validFrom', 'validTo'],
  members: ['person', 'personName', 'role', 'department', 'validFrom', 'validTo'],
  channels: [
    'masterId',
    'label',
    'purpose',
    'department',
    'teamId',
    'channelId',
    'validFrom',
    'validTo',
  ],
} as const satisfies Readonly<Record<MasterKind, readonly FieldName[]>>;

function readId(form: MasterForm, faults: FieldFault[]): string {
  const id = (form.masterId ?? '').normalize('NFKC').trim();
  if (id === '') faults.push({ field: 'masterId', rule: 'required' });
  else if (!idPattern.test(id)) faults.push({ field: 'masterId', rule: 'unusable-characters' });
  return id;
}

function optionalDay(
  form: MasterForm,
  field: 'validFrom' | 'validTo',
  least: CivilDate | undefined,
  faults: FieldFault[],
): CivilDate | undefined {
  if (!form[field]?.trim()) return undefined;
  return readDay(form, field, least === undefined ? {} : { least }, faults) || undefined;
}

function readValidity(form: MasterForm, faults: FieldFault[]): Validity {
  const validFrom = optionalDay(form, 'validFrom', undefined, faults);
  const validTo = optionalDay(form, 'validTo', validFrom, faults);
  return { ...(validFrom && { validFrom }), ...(validTo && { validTo }) };
}

function readEntry(form: MasterForm, _rows: MasterRows, faults: FieldFault[]): MasterEntry {
  const id = readId(form, faults);
  const label = readLine(form, 'label', mostLabel, faults);
  const labelEn = form.labelEn?.trim() ? readLine(form, 'labelEn', mostLabel, faults) : label;
  const order = readAmount(form, 'sortOrder', { least: 0, most: mostOrder }, faults);
  if (order === undefined && !form.sortOrder?.trim()) {
    faults.push({ field: 'sortOrder', rule: 'required' });
  }
  return { id, label, labelEn, order: order ?? 0, ...readValidity(form, faults) };
}

function readDepartment(form: MasterForm, rows: MasterRows, faults: FieldFault[]): string {
  const ids = rows.departments.map(({ id }) => id);
  return readChoice(form, 'department', ids, faults);
}

function optionalDepartment(
  form: MasterForm,
  rows: MasterRows,
  isNeeded: boolean,
  faults: FieldFault[],
): { readonly departmentId?: string } {
  if (!isNeeded && !form.department?.trim()) return {};
  const departmentId = readDepartment(form, rows, faults);
  return departmentId ? { departmentId } : {};
}

const readSection: Read<MasterOf['sections']> = (form, rows, faults) => ({
  ...readEntry(form, rows, faults),
  departmentId: readDepartment(form, rows, faults),
});

const readHoliday: Read<MasterOf['holidays']> = (form, _rows, faults) => ({
  id: readDay(form, 'closedDay', {}, faults),
  label: readLine(form, 'label', mostLabel, faults),
  dayKind: readChoice(form, 'dayKind', dayKinds, faults) || 'as-usual',
});

const readThesaurus: Read<MasterOf['thesaurus']> = (form, _rows, faults) => {
  const id = readId(form, faults);
  const written = readText(form, 'terms', { most: mostTerm * mostTerms }, faults);
  const terms = [...new Set(written.split(/[\n、,，]/).map(tidyLine))].filter(Boolean);
  if (written !== '' && terms.length < 2)
    faults.push({ field: 'terms', rule: 'too-few', limit: 2 });
  if (terms.length > mostTerms) faults.push({ field: 'terms', rule: 'too-many', limit: mostTerms });
  return { id, terms, ...readValidity(form, faults) };
};

const readMember: Read<MasterOf['members']> = (form, rows, faults) => {
  const personId = (form.person ?? '').trim().toLowerCase();
  if (!personPattern.test(personId)) {
    faults.push({ field: 'person', rule: personId === '' ? 'required' : 'unusable-characters' });
  }
  const name = readLine(form, 'personName', mostLabel, faults);
  const role = readChoice(form, 'role', roles, faults) || 'executive';
  const isNeeded = role === 'owner' || role === 'head';
  const department = optionalDepartment(form, rows, isNeeded, faults);
  return { personId, name, role, ...department, ...readValidity(form, faults) };
};

const readChannel: Read<MasterOf['channels']> = (form, rows, faults) => {
  const id = readId(form, faults);
  const label = readLine(form, 'label', mostLabel, faults);
  const purpose = readChoice(form, 'purpose', channelPurposes, faults) || 'staff-updates';
  const teamId = readLine(form, 'teamId', 200, faults);
  const channelId = readLine(form, 'channelId', 200, faults);
  const department = optionalDepartment(form, rows, purpose === 'department', faults);
  return { id, label, purpose, ...department, teamId, channelId, ...readValidity(form, faults) };
};

/** Reads one row of each master from what was filled in; what is wrong is added to the faults. */
export const masterReaders: { readonly [K in MasterKind]: Read<MasterOf[K]> } = {
  departments: readEntry,
  sections: readSection,
  jobGrades: readEntry,
  categories: readEntry,
  holidays: readHoliday,
  thesaurus: readThesaurus,
  members: readMember,
  channels: readChannel,
};
