import { mastersAnswer, refusalAnswer } from '../../src/contract/common-answers.js';
import { masterAnswer, masterRowAnswer } from '../../src/contract/keep-answers.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const asSecretary = { as: 'secretary' } as const;
const asAdministrator = { as: 'administrator' } as const;

async function rowsOf(kind: string, as: 'secretary' | 'administrator' = 'secretary') {
  const answer = await api.call('GET', `/api/admin/masters/${kind}`, { as });
  return masterAnswer.parse(answer.body);
}

async function rowOf(kind: string, key: string) {
  const row = (await rowsOf(kind)).rows.find((each) => each.key === key);
  if (!row) throw new Error(`no ${kind} ${key}`);
  return row;
}

const newDepartment = {
  masterId: 'shin',
  label: '総務企画部',
  sortOrder: '2',
  validFrom: '2027-04-01',
};

test('a department is entered and can be read at once, with who entered it', async () => {
  const entered = await api.call('POST', '/api/admin/masters/departments', {
    ...asSecretary,
    body: { form: newDepartment },
  });
  expect(entered.status).toBe(200);
  const row = await rowOf('departments', 'shin');
  expect(masterRowAnswer.parse(entered.body)).toEqual(row);
  expect(row).toMatchObject({
    values: { id: 'shin', label: '総務企画部', labelEn: '総務企画部', order: 2 },
    isValidToday: false,
    trail: [{ seq: 1, kind: 'entered', byName: 'secretary' }],
  });
  expect(row.trail[0]?.text).toContain('有効期間の初日=2027-04-01');
  // It is no choice before its day.
  const masters = await api.call('GET', '/api/masters', asSecretary);
  const { departments, notValidToday } = mastersAnswer.parse(masters.body);
  expect(departments.map(({ id }) => id)).not.toContain('shin');
  expect(notValidToday.departments.map(({ id }) => id)).toContain('shin');
});

test('a department is ended; the row typed by hand gets its earlier state into the trail', async () => {
  const before = await rowOf('departments', 'soumu');
  const form = { masterId: 'soumu', label: '総務部', labelEn: 'soumu', sortOrder: '1' };
  const ended = await api.call('POST', '/api/admin/masters/departments/soumu', {
    ...asSecretary,
    body: { form: { ...form, validTo: '2027-03-31' }, version: before.version },
  });
  expect(ended.status).toBe(200);
  const row = await rowOf('departments', 'soumu');
  expect(row.trail.map(({ kind, text }) => [kind, text])).toEqual([
    ['found', 'ID=soumu、名称=総務部、英語名=soumu、並び順=1'],
    ['changed', '有効期間の末日=2027-03-31'],
  ]);
});

test('what somebody else changed meanwhile is not overwritten unread', async () => {
  const { version } = await rowOf('departments', 'soumu');
  const form = { masterId: 'soumu', label: '総務部', labelEn: 'soumu', sortOrder: '1' };
  const change = (order: string) =>
    api.call('POST', '/api/admin/masters/departments/soumu', {
      ...asSecretary,
      body: { form: { ...form, sortOrder: order }, version },
    });
  expect((await change('5')).status).toBe(200);
  const late = await change('7');
  expect(late.status).toBe(409);
  expect(refusalAnswer.parse(late.body)).toMatchObject({
    code: 'changed-meanwhile',
    present: { values: { order: 5 } },
    lastChange: { at: expect.any(Number), byName: expect.stringMatching(/./) },
  });
});

test('a change by another process is seen through the conditional write', async () => {
  const { version } = await rowOf('departments', 'soumu');
  const [stored] = [...api.kept.masters.departments.items.values()];
  if (!stored) throw new Error('no department');
  // Somebody types into the list in SharePoint; the register has not learnt of it.
  await api.kept.masters.departments.store.replace(stored, { ...stored.value, order: 9 });
  const form = { masterId: 'soumu', label: '総務部', labelEn: 'soumu', sortOrder: '3' };
  const refused = await api.call('POST', '/api/admin/masters/departments/soumu', {
    ...asSecretary,
    body: { form, version },
  });
  expect(refused.status).toBe(409);
  expect((await rowOf('departments', 'soumu')).values['order']).toBe(9);
});

test('a name in force, an unknown row, an unknown master and a wrong form are refused in words', async () => {
  const { version } = await rowOf('departments', 'soumu');
  const form = { masterId: 'soumu', label: '総務企画部', labelEn: 'soumu', sortOrder: '1' };
  const renamed = await api.call('POST', '/api/admin/masters/departments/soumu', {
    ...asSecretary,
    body: { form, version },
  });
  expect(renamed.status).toBe(422);
  expect(refusalAnswer.parse(renamed.body).fields?.['label']).toMatch(/^名称は変更できません/);
  const body = { form, version };
  const missing = await api.call('POST', '/api/admin/masters/departments/none', {
    ...asSecretary,
    body,
  });
  expect(missing).toMatchObject({ status: 404, body: { code: 'no-such-row' } });
  for (const path of ['/api/admin/masters/proposals', '/api/admin/masters/proposals/x']) {
    expect((await api.call('POST', path, { ...asSecretary, body })).status).toBe(
      path.endsWith('x') ? 404 : 400,
    );
  }
  expect((await api.call('GET', '/api/admin/masters/toString', asSecretary)).status).toBe(404);
  const wrong = await api.call('POST', '/api/admin/masters/departments', {
    ...asSecretary,
    body: { form: { masterId: 'x', mood: 'good' } },
  });
  expect(wrong.status).toBe(400);
});

test('roles and channels are read by the secretariat and changed by the administrator', async () => {
  const member = {
    person: '0b6f1a52-0000-4000-8000-0000000000aa',
    personName: '山田 太郎（架空）',
    role: 'head',
    department: 'soumu',
    validFrom: '2026-10-01',
  };
  const enter = (as: 'secretary' | 'administrator') =>
    api.call('POST', '/api/admin/masters/members', { as, body: { form: member } });
  expect((await enter('secretary')).status).toBe(403);
  expect((await enter('administrator')).status).toBe(200);
  const read = await rowsOf('members');
  expect(read.mayChange).toBe(false);
  expect(read.rows.map(({ key }) => key)).toContain(
    `${member.person}|head|soumu|${member.validFrom}`,
  );
  const key = encodeURIComponent(`${member.person}|head|soumu|${member.validFrom}`);
  const { version } = (await rowsOf('members', 'administrator')).rows.at(-1) ?? { version: '' };
  const ended = await api.call('POST', `/api/admin/masters/members/${key}`, {
    ...asAdministrator,
    body: { form: { ...member, validTo: '2027-03-31' }, version },
  });
  expect(ended).toMatchObject({ status: 200, body: { values: { validTo: '2027-03-31' } } });
});

test('a create whose answer was lost is found again, and is one row', async () => {
  const { departments } = api.kept.masters;
  const { create } = departments.store;
  let lost = true;
  departments.store.create = async (row) => {
    const outcome = await create(row);
    if (!lost) return outcome;
    lost = false;
    return { kind: 'unknown' };
  };
  const entered = await api.call('POST', '/api/admin/masters/departments', {
    ...asSecretary,
    body: { form: newDepartment },
  });
  expect(entered.status).toBe(200);
  const ids = [...departments.items.values()].map(({ value }) => value.id);
  expect(ids.filter((id) => id === 'shin')).toHaveLength(1);
});

test('a day of the holidays master moves the days that are counted', async () => {
  const before = await api.call('GET', '/api/masters', asSecretary);
  const form = { closedDay: '2026-10-06', label: '創立記念日（架空）', dayKind: 'closed' };
  const entered = await api.call('POST', '/api/admin/masters/holidays', {
    ...asSecretary,
    body: { form },
  });
  expect(entered.status).toBe(200);
  expect(before.status).toBe(200);
  expect((await rowsOf('holidays')).rows).toMatchObject([
    { key: '2026-10-06', values: { dayKind: 'closed' } },
  ]);
});
