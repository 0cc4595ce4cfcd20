import { changeMaster, enterMaster } from '../../../src/domain/master/change-master.js';
import { type MasterForm, masterFields } from '../../../src/domain/master/master-forms.js';
import {
  keepersOf,
  type MasterKind,
  masterKinds,
} from '../../../src/domain/master/master-kinds.js';
import { roles } from '../../../src/domain/member.js';
import type { Result } from '../../../src/domain/result.js';
import { actAs, sampleRows } from '../../support/sample-office.js';

const person = '0b6f1a52-0000-4000-8000-0000000000aa';

/** A form that each master takes. */
const good: Readonly<Record<MasterKind, MasterForm>> = {
  departments: { masterId: 'kankyo', label: '環境生活部', sortOrder: '3' },
  sections: { masterId: 'zeimu', label: '税務課', sortOrder: '３', department: 'soumu' },
  jobGrades: { masterId: 'kacho', label: '課長級', labelEn: 'Section head', sortOrder: '2' },
  categories: { masterId: 'ai', label: 'AI導入', sortOrder: '2', validFrom: '2026-04-01' },
  holidays: { closedDay: '2026-11-20', label: '県民の日（架空）', dayKind: 'closed' },
  thesaurus: { masterId: 'stamp', terms: '押印、はんこ\n認印，判子' },
  members: { person, personName: '山田 太郎（架空）', role: 'head', department: 'soumu' },
  channels: {
    masterId: 'soumu',
    label: '総務部',
    purpose: 'department',
    department: 'soumu',
    teamId: 't',
    channelId: '19:c@thread.tacv2',
  },
};

function faultsOf(result: Result<unknown>): readonly string[] {
  if (result.ok) return [];
  return result.refusal.code === 'invalid-fields'
    ? result.refusal.fields.map(({ field, rule }) => `${field} ${rule}`)
    : [result.refusal.code];
}

const enter = (kind: MasterKind, changes: MasterForm = {}, by = actAs('administrator')) =>
  enterMaster(kind, { ...good[kind], ...changes }, sampleRows, by);

test.each(masterKinds)('a row of %s is entered with its trail', (kind) => {
  const result = enter(kind);
  expect(faultsOf(result)).toEqual([]);
  expect(result.ok && result.value.trail).toMatchObject([{ seq: 1, kind: 'entered' }]);
});

test.each(masterKinds)('only the keepers of %s change it', (kind) => {
  for (const role of roles) {
    const may = keepersOf[kind].includes(role);
    expect(faultsOf(enter(kind, {}, actAs(role)))).toEqual(may ? [] : ['not-permitted']);
  }
  expect(faultsOf(enter(kind, {}, actAs()))).toEqual(['not-permitted']);
});

test('roles and channels are the administrator’s alone', () => {
  expect(masterKinds.filter((kind) => !keepersOf[kind].includes('secretariat'))).toEqual([
    'members',
    'channels',
  ]);
});

test.each(masterKinds)('an empty row of %s names every field that is demanded', (kind) => {
  const faults = faultsOf(enterMaster(kind, {}, sampleRows, actAs('administrator')));
  expect(faults.length).toBeGreaterThan(1);
  const fields: readonly string[] = masterFields[kind];
  for (const fault of faults) expect(fields).toContain(fault.split(' ')[0]);
});

test.each([
  ['departments', { masterId: '総務' }, 'masterId unusable-characters'],
  ['departments', { masterId: 'soumu' }, 'masterId already-there'],
  ['departments', { sortOrder: '-1' }, 'sortOrder not-a-number'],
  ['departments', { sortOrder: '100000' }, 'sortOrder out-of-range'],
  ['departments', { label: 'あ'.repeat(61) }, 'label too-long'],
  ['departments', { validFrom: '2026-02-30' }, 'validFrom not-a-day'],
  ['departments', { validFrom: '2026-04-01', validTo: '2026-03-31' }, 'validTo too-early'],
  ['departments', { masterId: ' ' }, 'masterId required'],
  ['departments', { masterId: 'a'.repeat(40) }, ''],
  ['departments', { masterId: 'a'.repeat(41) }, 'masterId unusable-characters'],
  ['departments', { masterId: ' ｋａｎｋｙｏ ' }, ''],
  ['departments', { sortOrder: ' ' }, 'sortOrder required'],
  ['departments', { validFrom: ' ' }, ''],
  ['departments', { validFrom: '2026-04-01', validTo: '2026-04-01' }, ''],
  ['sections', { department: 'nowhere' }, 'department not-a-choice'],
  ['holidays', { closedDay: '11/20' }, 'closedDay not-a-day'],
  ['holidays', { dayKind: 'half' }, 'dayKind not-a-choice'],
  ['thesaurus', { terms: '押印' }, 'terms too-few'],
  [
    'thesaurus',
    { terms: Array.from({ length: 51 }, (_, i) => `語${i}`).join('、') },
    'terms too-many',
  ],
  ['thesaurus', { terms: '押印、' }, 'terms too-few'],
  ['thesaurus', { terms: '押印、判子' }, ''],
  ['thesaurus', { terms: Array.from({ length: 50 }, (_, i) => `語${i}`).join('、') }, ''],
  ['thesaurus', { terms: ' ' }, 'terms required'],
  ['thesaurus', { terms: `${'あ'.repeat(1500)}、${'い'.repeat(501)}` }, 'terms too-long'],
  ['members', { person: 'hanako' }, 'person unusable-characters'],
  ['members', { person: ` ${person.toUpperCase()} ` }, ''],
  ['members', { person: ' ' }, 'person required'],
  ['members', { person: `${person}0` }, 'person unusable-characters'],
  ['members', { person: `0${person}` }, 'person unusable-characters'],
  ['members', { department: ' ', role: 'executive' }, ''],
  ['members', { department: '', role: 'owner' }, 'department required'],
  ['members', { role: 'boss' }, 'role not-a-choice'],
  ['members', { department: '' }, 'department required'],
  ['members', { department: '', role: 'executive' }, ''],
  ['channels', { department: '' }, 'department required'],
  ['channels', { department: '', purpose: 'staff-updates' }, ''],
  ['channels', { channelId: '' }, 'channelId required'],
] as const)('%s with %j: %s', (kind, changes, fault) => {
  expect(faultsOf(enter(kind, changes))).toEqual(fault === '' ? [] : [fault]);
});

test.each(masterKinds)('a row of %s is entered once, and the field of its key says so', (kind) => {
  const entered = enter(kind);
  if (!entered.ok) throw new Error('not entered');
  const rows = { ...sampleRows, [kind]: [entered.value] };
  const again = enterMaster(kind, good[kind], rows, actAs('administrator'));
  const field = kind === 'holidays' ? 'closedDay' : kind === 'members' ? 'person' : 'masterId';
  expect(faultsOf(again)).toEqual([`${field} already-there`]);
});

test('whatever else is wrong with a row comes before that it is there already', () => {
  expect(faultsOf(enter('departments', { masterId: 'soumu', label: '' }))).toEqual([
    'label required',
  ]);
});

test.each([
  ['departments', { id: 'kankyo', label: '環境生活部', labelEn: '環境生活部', order: 3 }],
  [
    'sections',
    { id: 'zeimu', label: '税務課', labelEn: '税務課', order: 3, departmentId: 'soumu' },
  ],
  ['jobGrades', { id: 'kacho', label: '課長級', labelEn: 'Section head', order: 2 }],
  [
    'categories',
    { id: 'ai', label: 'AI導入', labelEn: 'AI導入', order: 2, validFrom: '2026-04-01' },
  ],
  ['holidays', { id: '2026-11-20', label: '県民の日（架空）', dayKind: 'closed' }],
  ['thesaurus', { id: 'stamp', terms: ['押印', 'はんこ', '認印', '判子'] }],
  ['members', { personId: person, name: '山田 太郎（架空）', role: 'head', departmentId: 'soumu' }],
  [
    'channels',
    {
      id: 'soumu',
      label: '総務部',
      purpose: 'department',
      departmentId: 'soumu',
      teamId: 't',
      channelId: '19:c@thread.tacv2',
    },
  ],
] as const)('a row of %s says what was filled in and no more', (kind, row) => {
  const entered = enter(kind);
  if (!entered.ok) throw new Error('not entered');
  const { trail: _, ...values } = entered.value;
  expect(values).toEqual(row);
});

const [soumu] = sampleRows.departments;
const present = { masterId: 'soumu', label: '総務部', labelEn: 'soumu', sortOrder: '1' };
const desk = actAs('secretariat');

function changeSoumu(form: MasterForm, row = soumu) {
  if (!row) throw new Error('no department in the sample');
  return changeMaster('departments', row, { ...present, ...form }, sampleRows, desk);
}

test('a department is ended by its last day; its id and name stay', () => {
  const ended = changeSoumu({ validTo: '2027-03-31' });
  expect(ended.ok && ended.value).toMatchObject({ id: 'soumu', validTo: '2027-03-31' });
  expect(ended.ok && ended.value.trail?.map(({ kind }) => kind)).toEqual(['found', 'changed']);
});

test('a name in force is not changed, because older proposals would read otherwise', () => {
  expect(faultsOf(changeSoumu({ label: '総務企画部' }))).toEqual(['label fixed']);
  expect(faultsOf(changeSoumu({ validFrom: '2027-04-01' }))).toEqual(['validFrom fixed']);
  expect(faultsOf(changeSoumu({ masterId: 'soumu2' }))).toEqual(['masterId fixed']);
});

test('a section in force stays with its department', () => {
  const [bunsho] = sampleRows.sections;
  if (!bunsho) throw new Error('no section in the sample');
  const form = { masterId: 'bunsho', label: '文書課', labelEn: 'bunsho', sortOrder: '1' };
  const moved = { ...form, department: 'doboku' };
  expect(faultsOf(changeMaster('sections', bunsho, moved, sampleRows, desk))).toEqual([
    'department fixed',
  ]);
});

test('a name that is not in force yet may change', () => {
  if (!soumu) throw new Error('no department in the sample');
  const later = { ...soumu, validFrom: '2027-04-01' };
  const renamed = changeSoumu({ label: '総務企画部', validFrom: '2027-04-01' }, later);
  expect(faultsOf(renamed)).toEqual([]);
});

test('a misspelt name is corrected with a reason, which stands in the trail', () => {
  const reason = '登録のときの誤字を直すため';
  const corrected = changeSoumu({ label: '総務局', reason });
  expect(corrected.ok && corrected.value.trail?.at(-1)).toMatchObject({
    kind: 'changed',
    after: { label: '総務局' },
    reason,
  });
  expect(faultsOf(changeSoumu({ label: '総務局', reason: '誤字' }))).toEqual(['reason too-short']);
});

test('a reason has ten to five hundred characters, and a blank one is none', () => {
  const corrected = (reason: string) => faultsOf(changeSoumu({ label: '総務局', reason }));
  expect(corrected('理'.repeat(10))).toEqual([]);
  expect(corrected('理'.repeat(500))).toEqual([]);
  expect(corrected('理'.repeat(501))).toEqual(['reason too-long']);
  expect(corrected(' ')).toEqual(['label fixed']);
  const ended = changeSoumu({ validTo: '2027-03-31', reason: ' ' });
  expect(ended.ok && ended.value.trail?.at(-1)).not.toHaveProperty('reason');
});

test('a row is in force from its first day on, and its first day may be moved back to today', () => {
  if (!soumu) throw new Error('no department in the sample');
  const since = (validFrom: string) => ({ ...soumu, validFrom });
  const renamed = (validFrom: string) =>
    faultsOf(changeSoumu({ label: '総務企画部', validFrom }, since(validFrom)));
  expect(renamed('2026-10-05')).toEqual(['label fixed']);
  expect(renamed('2026-10-06')).toEqual([]);
  expect(faultsOf(changeSoumu({ validFrom: '2026-10-05' }))).toEqual([]);
  expect(faultsOf(changeSoumu({ validFrom: '2026-10-06' }))).toEqual(['validFrom fixed']);
});

test.each(['jobGrades', 'categories'] as const)(
  'what is filed under %s keeps its name too',
  (kind) => {
    const [row] = sampleRows[kind];
    if (!row) throw new Error('no row in the sample');
    const form = { masterId: row.id, label: '別の名前', labelEn: row.labelEn, sortOrder: '1' };
    const result = changeMaster(kind, row, form, sampleRows, desk);
    expect(faultsOf(result)).toEqual(['label fixed']);
  },
);

test('nobody but a keeper changes a row', () => {
  if (!soumu) throw new Error('no department in the sample');
  const form = { ...present, validTo: '2027-03-31' };
  const result = changeMaster('departments', soumu, form, sampleRows, actAs('owner'));
  expect(faultsOf(result)).toEqual(['not-permitted']);
});

test('nothing changed is said, not recorded', () => {
  expect(faultsOf(changeSoumu({}))).toEqual(['nothing-changed']);
});

test('a person may hold a role twice, at different times, and not twice at once', () => {
  const first = enter('members');
  if (!first.ok) throw new Error('not entered');
  const [row] = [first.value];
  const rows = { ...sampleRows, members: 'personId' in row ? [row] : [] };
  const again = (changes: MasterForm) =>
    enterMaster('members', { ...good.members, ...changes }, rows, actAs('administrator'));
  expect(faultsOf(again({}))).toEqual(['person already-there']);
  expect(faultsOf(again({ validFrom: '2027-04-01' }))).toEqual([]);
});
