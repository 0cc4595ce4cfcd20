import { yearOfEra } from '../../src/domain/era.js';
import { validOn } from '../../src/domain/masters.js';
import { holdersOf, type Member } from '../../src/domain/member.js';
import { valuesBeforeImport } from '../../src/domain/recorded.js';
import { type ReportClass, reportClassOf } from '../../src/domain/report-class.js';
import { statuses } from '../../src/domain/status.js';

const entry = (id: string, order: number) => ({ id, label: id, labelEn: id, order });

test('what may be chosen stands in its order, however it was entered', () => {
  const entries = [entry('c', 3), entry('a', 1), entry('b', 2)];
  expect(validOn(entries, '2026-10-05').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a role is held for one department', () => {
  const head: Member = { personId: 'x', name: '楠木', role: 'head', departmentId: 'soumu' };
  const held = (departmentId: string) =>
    holdersOf([head], { role: 'head', departmentId }, '2026-10-05').length;
  expect([held('soumu'), held('doboku')]).toEqual([1, 0]);
});

test('a report sums every status up in one of three classes', () => {
  const of = (sought: ReportClass) =>
    statuses.filter((status) => reportClassOf(undefined, status) === sought);
  expect(of('realised')).toEqual(['partially-realised', 'realised']);
  expect(of('under-examination')).toEqual([
    'received',
    'clarifying',
    'reviewing',
    'decided',
    'started',
  ]);
  expect(of('other')).toEqual(['difficult', 'out-of-scope', 'withdrawn']);
});

test('the first year of an era is a year, the one before it none', () => {
  expect(yearOfEra('R', 1)).toBe(2019);
  expect(yearOfEra('R', 0)).toBeUndefined();
  expect(yearOfEra('X', 1)).toBeUndefined();
});

test('a row that an import entered had no values before, and one it did not write is not its', () => {
  const base = { occurredAt: 0, recordedAt: 0, by: { id: 'a', name: '事務局' } };
  const entered = {
    ...base,
    kind: 'entered',
    seq: 1,
    after: { label: '総務部' },
    token: 't',
  } as const;
  const row = { label: '総務部', trail: [entered] };
  expect(valuesBeforeImport(row, 't')).toEqual({ before: {}, after: { label: '総務部' } });
  expect(valuesBeforeImport(row, 'u')).toBeUndefined();
  expect(valuesBeforeImport({}, 't')).toBeUndefined();
});
