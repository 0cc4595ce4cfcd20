import { credentialFinding } from '../../../src/domain/health/credential-finding.js';
import { type Finding, stateOf, subjectOf, worstOf } from '../../../src/domain/health/finding.js';
import { type OfficeRows, officeFindingsOn } from '../../../src/domain/health/office-findings.js';
import type { Member, Role } from '../../../src/domain/member.js';

const today = '2026-11-23';

test.each([
  ['2027-01-23', 'credential-lasts', 61],
  ['2027-01-22', 'credential-ends-soon', 60],
  ['2026-12-23', 'credential-ends-soon', 30],
  ['2026-11-30', 'credential-ends-soon', 7],
  ['2026-11-23', 'credential-ends-soon', 0],
  ['2026-11-22', 'credential-ended', -1],
])('a credential whose last day is %s is told as %s', (lastDay, code, days) => {
  expect(credentialFinding('certificate', lastDay, today)).toEqual({
    code,
    kind: 'certificate',
    lastDay,
    days,
  });
});

const department = (id: string, validTo?: string) => ({
  id,
  label: `${id}部`,
  labelEn: id,
  order: 1,
  ...(validTo && { validTo }),
});

const member = (role: Role, departmentId?: string, validTo?: string): Member => ({
  personId: `${role}-${departmentId ?? ''}`,
  name: role,
  role,
  ...(departmentId && { departmentId }),
  ...(validTo && { validTo }),
});

const channel = (
  purpose: 'staff-updates' | 'department' | 'secretariat',
  departmentId?: string,
) => ({
  id: `${purpose}-${departmentId ?? ''}`,
  purpose,
  teamId: 'team',
  channelId: 'channel',
  label: purpose,
  ...(departmentId && { departmentId }),
});

const profile = (personId: string, departmentId: string) => ({
  personId,
  name: personId,
  departmentId,
  gradeId: 'staff',
  officeKind: 'head-office' as const,
});

const whole: OfficeRows = {
  departments: [department('a'), department('b'), department('old', '2026-03-31')],
  members: [member('administrator'), member('head', 'a'), member('head', 'b')],
  channels: [
    channel('staff-updates'),
    channel('secretariat'),
    channel('department', 'a'),
    channel('department', 'b'),
  ],
  profiles: [profile('p', 'a')],
};

const codes = (rows: Partial<OfficeRows>): readonly string[] =>
  officeFindingsOn({ ...whole, ...rows }, today).map(({ code }) => code);

test('an office in which everyone can be served and reached lacks nothing; a closed department needs nobody', () => {
  expect(codes({})).toEqual([
    'has-administrator',
    'departments-headed',
    'offices-known',
    'channels-mapped',
  ]);
});

test('an office whose only administrator has left has none', () => {
  expect(codes({ members: [member('administrator', undefined, '2026-11-22')] })).toContain(
    'no-administrator',
  );
});

test('departments without head and channel are named', () => {
  const findings = officeFindingsOn(
    {
      ...whole,
      members: [member('administrator'), member('head', 'a'), member('head', 'b', '2026-10-01')],
      channels: [channel('department', 'b')],
    },
    today,
  );
  expect(findings).toContainEqual({ code: 'department-without-head', departments: ['b部'] });
  expect(findings).toContainEqual({ code: 'department-without-channel', departments: ['a部'] });
  expect(findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['no-channel-for-staff', 'no-channel-for-secretariat']),
  );
});

test('offices that people stand under and the masters do not hold are told, the most people first', () => {
  const profiles = [profile('p', 'gone'), profile('q', 'old'), profile('r', 'old')];
  expect(officeFindingsOn({ ...whole, profiles }, today)).toEqual(
    expect.arrayContaining([
      { code: 'office-unknown', office: 'old', people: 2 },
      { code: 'office-unknown', office: 'gone', people: 1 },
    ]),
  );
  expect(codes({ profiles }).indexOf('offices-known')).toBe(-1);
});

test('the worst of several findings is what counts; a check that failed is a fault of its subject', () => {
  const failed: Finding = { code: 'check-failed', subject: 'lists', said: '…' };
  expect([subjectOf(failed), stateOf(failed)]).toEqual(['lists', 'fault']);
  expect(worstOf([])).toBe('sound');
  expect(worstOf([{ code: 'settings-sound' }, { code: 'folder-unproved' }])).toBe('attention');
  expect(worstOf([failed, { code: 'folder-unproved' }])).toBe('fault');
});
