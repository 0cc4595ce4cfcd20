import { refusalAnswer } from '../../src/contract/common-answers.js';
import {
  campaignAnswer,
  campaignPreview,
  campaignsAnswer,
} from '../../src/contract/keep-answers.js';
import { type ApiUnderTest, openApi } from './support/api-under-test.js';

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.close());

const as = { as: 'secretary' } as const;
const opensAt = Date.parse('2026-12-01T00:00:00+09:00');
const closesAt = Date.parse('2027-01-16T00:00:00+09:00');
const draft = {
  id: 'r8-2',
  title: '窓口の改善（架空）',
  opensAt,
  closesAt,
  visibility: 'at-once',
  themes: [
    { id: 'mado', label: '窓口', labelEn: 'Counters' },
    { id: 'tel', label: '電話', labelEn: '', ownerDepartmentId: 'soumu', ownerSectionId: 'bunsho' },
  ],
  targetDepartments: ['soumu'],
  requiredFields: ['expectedEffect'],
  graceMinutes: 30,
  reportDate: '2027-02-01',
  calendar: [{ post: 'halfway', isOff: true }],
  reportClasses: { 'partially-realised': 'under-examination' },
};

const enter = () => api.call('POST', '/api/admin/campaigns', { ...as, body: { draft } });

test('a campaign is entered with all its settings and read back', async () => {
  const entered = await enter();
  expect(entered.status).toBe(200);
  const read = await api.call('GET', '/api/admin/campaigns/r8-2', as);
  const campaign = campaignAnswer.parse(read.body);
  expect(campaignAnswer.parse(entered.body)).toEqual(campaign);
  expect(campaign.draft).toEqual({
    ...draft,
    themes: [draft.themes[0], { ...draft.themes[1], labelEn: '電話' }],
    isSample: false,
  });
  expect(campaign.trail).toMatchObject([{ kind: 'entered', byName: 'secretary' }]);
  const list = campaignsAnswer.parse((await api.call('GET', '/api/admin/campaigns', as)).body);
  expect(list.campaigns.map(({ id, isOpen }) => [id, isOpen])).toEqual([
    ['r8-2', false],
    ['demo', true],
  ]);
});

test('the preview shows form, posts and report as they will be, and keeps nothing', async () => {
  const answer = await api.call('POST', '/api/admin/campaigns/preview', { ...as, body: { draft } });
  const preview = campaignPreview.parse(answer.body);
  const field = (name: string) => preview.form.find((each) => each.field === name);
  expect(field('theme')).toMatchObject({
    isRequired: true,
    choices: [
      { id: 'mado', label: '窓口' },
      { id: 'tel', label: '電話' },
    ],
  });
  expect(field('expectedEffect')).toMatchObject({ isRequired: true, most: 1000 });
  expect(field('effectHoursPerYear')).toMatchObject({ isRequired: false });
  expect(field('department')?.choices?.map(({ id }) => id)).toEqual(['soumu']);
  expect(
    preview.calendar.map(({ post, at }) => [
      post,
      new Date(at + 9 * 3_600_000).toISOString().slice(0, 16),
    ]),
  ).toEqual([
    ['opening', '2026-12-01T09:00'],
    ['one-week-left', '2027-01-08T09:00'],
    ['last-day', '2027-01-15T09:00'],
    ['thanks', '2027-01-18T09:00'],
  ]);
  expect(preview.calendar[0]).toMatchObject({ id: 'r8-2:opening', isPrepared: true });
  expect(preview.reportClasses.find(({ status }) => status === 'partially-realised')).toMatchObject(
    {
      label: '一部実現',
      reportClass: 'under-examination',
    },
  );
  expect(preview).toMatchObject({ graceMinutes: 30, limitPerHour: 20, limitPerPerson: 100 });
  expect(api.kept.campaigns.items.size).toBe(1);
  const english = await api.call('POST', '/api/admin/campaigns/preview', {
    ...as,
    body: { draft },
    headers: { 'Accept-Language': 'en' },
  });
  expect(english.text).toContain('Expected effect');
});

test('a wrong draft is refused setting by setting', async () => {
  const body = { draft: { ...draft, closesAt: opensAt, targetDepartments: ['nowhere'] } };
  for (const path of ['/api/admin/campaigns', '/api/admin/campaigns/preview']) {
    const answer = await api.call('POST', path, { ...as, body });
    expect(answer.status).toBe(422);
    expect(Object.keys(refusalAnswer.parse(answer.body).fields ?? {}).toSorted()).toEqual([
      'closesAt',
      'targetDepartments',
    ]);
  }
  const unknown = { draft: { ...draft, mood: 'good' } };
  expect((await api.call('POST', '/api/admin/campaigns', { ...as, body: unknown })).status).toBe(
    400,
  );
});

test('the same id twice is refused', async () => {
  await enter();
  expect((await enter()).status).toBe(422);
});

test('a campaign is changed by who saw it as it is', async () => {
  const { version } = campaignAnswer.parse((await enter()).body);
  const change = (title: string) =>
    api.call('POST', '/api/admin/campaigns/r8-2', {
      ...as,
      body: { draft: { ...draft, id: 'other', title }, version },
    });
  const changed = await change('窓口と電話の改善（架空）');
  expect(changed).toMatchObject({ status: 200, body: { draft: { id: 'r8-2' } } });
  expect(await change('また別の名前（架空）')).toMatchObject({
    status: 409,
    body: {
      code: 'changed-meanwhile',
      present: { draft: { title: '窓口と電話の改善（架空）' } },
      lastChange: { at: expect.any(Number), byName: expect.stringMatching(/./) },
    },
  });
  const missing = { ...as, body: { draft, version } };
  expect((await api.call('POST', '/api/admin/campaigns/none', missing)).status).toBe(404);
});

test('a copy takes the settings into a new period', async () => {
  await enter();
  const own = {
    id: 'r9',
    title: '来年の募集（架空）',
    opensAt: opensAt + 1,
    closesAt: closesAt + 1000,
  };
  const copied = await api.call('POST', '/api/admin/campaigns/r8-2/copy', { ...as, body: own });
  expect(campaignAnswer.parse(copied.body).draft).toMatchObject({
    id: 'r9',
    title: '来年の募集（架空）',
    graceMinutes: 30,
    targetDepartments: ['soumu'],
  });
  const missing = await api.call('POST', '/api/admin/campaigns/none/copy', { ...as, body: own });
  expect(missing.status).toBe(404);
});

test('a campaign typed into SharePoint by hand is changed with its earlier state in the trail', async () => {
  const read = campaignAnswer.parse((await api.call('GET', '/api/admin/campaigns/demo', as)).body);
  expect(read.trail).toEqual([]);
  const changed = await api.call('POST', '/api/admin/campaigns/demo', {
    ...as,
    body: { draft: { ...read.draft, graceMinutes: 0 }, version: read.version },
  });
  const { trail } = campaignAnswer.parse(changed.body);
  expect(trail.map(({ kind }) => kind)).toEqual(['found', 'changed']);
  expect(trail[1]?.text).toBe('締切後の猶予（分）=0');
});
