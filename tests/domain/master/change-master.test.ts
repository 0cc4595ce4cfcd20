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
  ['sections', { department: 'nowhere' }, 'department not-a-choice'],
  ['holidays', { closedDay: '11/20' }, 'closedDay not-a-day'],
  ['holidays', { dayKind: 'half' }, 'dayKind not-a-choice'],
  ['thesaurus', { terms: '押印' }, 'terms too-few'],
  [
    'thesaurus',
    { terms: Array.from({ length: 51 }, (_, i) => `語${i}`).join('、') },
    'terms too-many',
  ],
  ['members', { person: 'hanako' }, 'person unusable-characters'],
  ['members', { role: 'boss' }, 'role not-a-choice'],
  ['members', { department: '' }, 'department required'],
  ['members', { department: '', role: 'executive' }, ''],
  ['channels', { department: '' }, 'department required'],
  ['channels', { department: '', purpose: 'staff-updates' }, ''],
  ['channels', { channelId: '' }, 'channelId required'],
] as const)('%s with %j: %s', (kind, changes, fault) => {
  expect(faultsOf(enter(kind, changes))).toEqual(fault === '' ? [] : [fault]);
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
