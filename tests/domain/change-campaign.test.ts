import type { Campaign } from '../../src/domain/campaign.js';
import { acceptsForm, limitsOf, openCampaign } from '../../src/domain/campaign.js';
import { type CampaignDraft, campaignBounds } from '../../src/domain/campaign-draft.js';
import { copyDraft, putCampaign } from '../../src/domain/change-campaign.js';
import { startOfDay } from '../../src/domain/instant.js';
import { reportClassOf } from '../../src/domain/report-class.js';
import type { Result } from '../../src/domain/result.js';
import { sampleMasters } from '../support/sample-masters.js';
import { actAs, officeMorning } from '../support/sample-office.js';

const context = { masters: sampleMasters, at: officeMorning };
const theme = { id: 'paper', label: '紙を減らす', labelEn: 'Less paper' };
const draft: CampaignDraft = {
  id: 'r8',
  title: '働き方改革',
  opensAt: startOfDay('2026-10-10'),
  closesAt: startOfDay('2026-11-01'),
  visibility: 'after-review-begins',
};
const desk = actAs('secretariat');

const put = (changes: Partial<CampaignDraft>, present?: Campaign): Result<Campaign> =>
  putCampaign({ ...draft, ...changes }, present, desk, context);

function faultsOf(result: Result<Campaign>): readonly string[] {
  if (result.ok) return [];
  const { refusal } = result;
  return refusal.code === 'invalid-fields'
    ? refusal.fields.map(({ field, rule }) => `${field} ${rule}`)
    : [refusal.code];
}

function made(result: Result<Campaign>): Campaign {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.refusal));
}

test('a campaign says only what is particular to it, and who entered it', () => {
  const campaign = made(
    put({ graceMinutes: 10, limitPerHour: 20, themes: [], requiredFields: [], calendar: [] }),
  );
  const { trail, ...values } = campaign;
  expect(values).toEqual({ ...draft, isSample: false });
  expect(trail).toMatchObject([{ seq: 1, kind: 'entered', by: desk.by }]);
});

test.each([
  [{ id: 'Ａ!' }, 'masterId unusable-characters'],
  [{ title: ' ' }, 'campaignTitle required'],
  [{ title: 'あ'.repeat(61) }, 'campaignTitle too-long'],
  [{ id: `r8-${'x'.repeat(37)}` }, ''],
  [{ id: `r8-${'x'.repeat(38)}` }, 'masterId unusable-characters'],
  [{ id: '-r8' }, 'masterId unusable-characters'],
  [{ closesAt: draft.opensAt }, 'closesAt too-early'],
  [{ graceMinutes: 0 }, ''],
  [{ graceMinutes: 1440 }, ''],
  [{ graceMinutes: 1441 }, 'graceMinutes out-of-range'],
  [{ limitPerHour: 1 }, ''],
  [{ limitPerPerson: 1000 }, ''],
  [{ limitPerPerson: 1001 }, 'limitPerPerson out-of-range'],
  [{ limitPerHour: 0 }, 'limitPerHour out-of-range'],
  [{ limitPerPerson: 1.5 }, 'limitPerPerson out-of-range'],
  [{ reportDate: '2026-10-31' }, ''],
  [{ reportDate: '2026-10-30' }, 'reportDate too-early'],
  [{ reportDate: '2026-02-30' }, 'reportDate not-a-day'],
  [{ targetDepartments: ['nowhere'] }, 'targetDepartments not-a-choice'],
  [{ themes: [theme, theme] }, 'themes already-there'],
  [{ themes: [{ ...theme, label: '' }] }, 'themes required'],
  [{ themes: [{ ...theme, id: '' }] }, 'themes unusable-characters'],
  [{ themes: [{ ...theme, ownerDepartmentId: 'doboku', ownerSectionId: 'minato' }] }, ''],
  [
    { themes: [{ ...theme, ownerDepartmentId: 'soumu', ownerSectionId: 'minato' }] },
    'themes not-a-choice',
  ],
  [{ themes: [{ ...theme, ownerSectionId: 'minato' }] }, 'themes not-a-choice'],
  [{ themes: [{ ...theme, ownerDepartmentId: 'soumu' }] }, ''],
  [{ themes: [{ ...theme, ownerDepartmentId: 'nowhere' }] }, 'themes not-a-choice'],
  [{ themes: [{ ...theme, label: '紙|電子' }] }, 'themes unusable-characters'],
  [{ themes: [{ ...theme, labelEn: 'a|b' }] }, 'themes unusable-characters'],
  [{ themes: [{ ...theme, label: 'あ'.repeat(60) }] }, ''],
  [{ themes: [{ ...theme, labelEn: 'a'.repeat(61) }] }, 'themes too-long'],
  [{ calendar: [{ post: 'thanks', text: '{name}様' }] }, 'calendar not-a-choice'],
  [{ calendar: [{ post: 'thanks', text: '{title} {until}' }] }, ''],
  [{ calendar: [{ post: 'thanks', text: 'あ'.repeat(1001) }] }, 'calendar too-long'],
  [{ calendar: [{ post: 'thanks', text: '{count}件' }] }, ''],
  [
    {
      calendar: [
        { post: 'thanks', isOff: true },
        { post: 'thanks', text: 'x' },
      ],
    },
    'calendar already-there',
  ],
] as const)('a draft with %j: %s', (changes, fault) => {
  expect(faultsOf(put(changes))).toEqual(fault === '' ? [] : [fault]);
});

test('a number out of its bounds is refused with both of them', () => {
  const result = put({ graceMinutes: 1441 });
  expect(result.ok ? undefined : result.refusal).toEqual({
    code: 'invalid-fields',
    fields: [{ field: 'graceMinutes', rule: 'out-of-range', least: 0, limit: 1_440 }],
  });
});

test('at most twenty themes', () => {
  const themes = Array.from({ length: campaignBounds.themes + 1 }, (_, index) => ({
    ...theme,
    id: `t${index}`,
  }));
  expect(faultsOf(put({ themes }))).toEqual(['themes too-many']);
  expect(faultsOf(put({ themes: themes.slice(1) }))).toEqual([]);
});

test('every setting is kept as it was entered, in an order of its own', () => {
  const { trail: _, ...campaign } = made(
    put({
      ownersPublish: true,
      themes: [{ ...theme, ownerDepartmentId: 'doboku', ownerSectionId: 'minato' }],
      targetDepartments: ['soumu', 'doboku', 'soumu'],
      requiredFields: ['section', 'expectedEffect'],
      reportDate: '2026-12-01',
      calendar: [
        { post: 'thanks', text: ' ありがとうございました ' },
        { post: 'last-day', text: ' ' },
        { post: 'halfway', isOff: false },
        { post: 'opening', isOff: true },
      ],
      reportClasses: { 'partially-realised': 'under-examination' },
      isSample: true,
    }),
  );
  expect(campaign).toEqual({
    ...draft,
    ownersPublish: true,
    themes: [{ ...theme, ownerDepartmentId: 'doboku', ownerSectionId: 'minato' }],
    targetDepartments: ['doboku', 'soumu'],
    requiredFields: ['expectedEffect', 'section'],
    reportDate: '2026-12-01',
    calendar: [
      { post: 'opening', isOff: true },
      { post: 'thanks', text: 'ありがとうございました' },
    ],
    reportClasses: { 'partially-realised': 'under-examination' },
    isSample: true,
  });
});

test('an always open campaign has no last day, and headquarters may be reported to on any', () => {
  const { closesAt: _, ...always } = draft;
  const campaign = made(
    putCampaign({ ...always, reportDate: '2026-01-01' }, undefined, desk, context),
  );
  expect(campaign).not.toHaveProperty('closesAt');
  expect(campaign.reportDate).toBe('2026-01-01');
});

test('a theme without an English name is called in English as in Japanese', () => {
  expect(made(put({ themes: [{ ...theme, labelEn: ' ' }] })).themes).toEqual([
    { ...theme, labelEn: theme.label },
  ]);
});

test('invented data stays so until somebody says otherwise', () => {
  const sample = made(put({ isSample: true }));
  expect(made(put({ title: '別の題名' }, sample)).isSample).toBe(true);
  expect(made(put({ isSample: false }, sample)).isSample).toBe(false);
});

test('until it opens a campaign may change its first day and its themes', () => {
  const present = made(put({ themes: [theme] }));
  const opensAt = startOfDay('2026-10-12');
  expect(faultsOf(put({ opensAt, themes: [] }, present))).toEqual([]);
});

test('from its first instant on it may not', () => {
  const opened = { ...draft, opensAt: officeMorning, themes: [theme, { ...theme, id: 'ai' }] };
  const present = made(put(opened));
  const again = (changes: Partial<CampaignDraft>) => put({ ...opened, ...changes }, present);
  expect(faultsOf(again({ themes: [theme] }))).toEqual(['themes fixed']);
  expect(faultsOf(again({ opensAt: officeMorning + 1000 }))).toEqual(['opensAt fixed']);
  expect(faultsOf(put({ ...opened, themes: [] }, made(put({ ...opened, themes: [] }))))).toEqual([
    'nothing-changed',
  ]);
});

test('an open campaign may end now, and one that is over may be corrected', () => {
  const opened = { ...draft, opensAt: startOfDay('2026-09-01') };
  const ending = put({ ...opened, closesAt: officeMorning }, made(put(opened)));
  expect(faultsOf(ending)).toEqual([]);
  const over = made(put({ ...opened, closesAt: startOfDay('2026-09-10') }));
  expect(faultsOf(put({ ...opened, closesAt: startOfDay('2026-09-11') }, over))).toEqual([]);
  const { closesAt: _, ...always } = opened;
  expect(faultsOf(putCampaign(always, made(put(opened)), desk, context))).toEqual([]);
});

test('only the secretariat and the administrator run campaigns', () => {
  for (const roles of [[], ['owner'], ['head'], ['executive']] as const) {
    expect(faultsOf(putCampaign(draft, undefined, actAs(...roles), context))).toEqual([
      'not-permitted',
    ]);
  }
  expect(putCampaign(draft, undefined, actAs('administrator'), context).ok).toBe(true);
});

test('an opened campaign keeps its first day and its themes, which may be closed', () => {
  const opened = { ...draft, opensAt: startOfDay('2026-09-15'), themes: [theme] };
  const present = made(put(opened));
  const again = (changes: Partial<CampaignDraft>) => put({ ...opened, ...changes }, present);
  expect(faultsOf(again({ opensAt: startOfDay('2026-09-16') }))).toEqual(['opensAt fixed']);
  expect(faultsOf(again({ themes: [] }))).toEqual(['themes fixed']);
  expect(faultsOf(again({ closesAt: officeMorning - 1000 }))).toEqual(['closesAt too-early']);
  expect(faultsOf(again({}))).toEqual(['nothing-changed']);
  const closed = made(again({ themes: [{ ...theme, isClosed: true }] }));
  expect(closed.trail).toHaveLength(2);
});

test('a closed theme may keep a section that is no longer there', () => {
  const gone = { ...theme, ownerDepartmentId: 'nowhere', isClosed: true };
  expect(faultsOf(put({ themes: [gone] }))).toEqual([]);
});

test('a copy takes the settings and not the report date, the trail or closed themes', () => {
  const source = made(
    put({
      themes: [theme, { ...theme, id: 'old', isClosed: true }],
      limitPerHour: 5,
      reportDate: '2026-12-01',
      isSample: true,
    }),
  );
  const copy = copyDraft(source, {
    id: 'r9',
    title: '次の募集',
    opensAt: startOfDay('2027-09-01'),
  });
  expect(copy).toEqual({
    id: 'r9',
    title: '次の募集',
    opensAt: startOfDay('2027-09-01'),
    visibility: 'after-review-begins',
    themes: [theme],
    limitPerHour: 5,
  });
});

test('a copy has a last day of its own where it is given one, and no theme where there was none', () => {
  const period = { opensAt: startOfDay('2027-09-01'), closesAt: startOfDay('2027-10-01') };
  const copy = copyDraft(made(put({})), { id: 'r9', title: '次の募集', ...period });
  expect(copy).toMatchObject({ ...period, themes: [] });
});

test('grace and limits are the campaign’s own where it has some', () => {
  const campaign = made(put({ graceMinutes: 60, limitPerHour: 2, limitPerPerson: 3 }));
  const closesAt = campaign.closesAt ?? 0;
  expect(acceptsForm(campaign, closesAt - 1, closesAt + 59 * 60_000)).toBe(true);
  expect(acceptsForm(campaign, closesAt - 1, closesAt + 60 * 60_000)).toBe(false);
  expect(limitsOf(campaign)).toEqual({ hour: 2, campaign: 3 });
  expect(limitsOf(undefined)).toEqual({ hour: 20, campaign: 100 });
  expect(acceptsForm({ ...campaign, graceMinutes: 0 }, closesAt - 1, closesAt)).toBe(false);
});

test('a campaign for some departments is not offered to others', () => {
  const some = made(put({ targetDepartments: ['doboku'] }));
  const all = { ...some, id: 'all', closesAt: (some.closesAt ?? 0) + 1, targetDepartments: [] };
  const at = some.opensAt;
  expect(openCampaign([some, all], at, 'doboku')?.id).toBe('r8');
  expect(openCampaign([some, all], at, 'soumu')?.id).toBe('all');
  expect(openCampaign([some, all], at)?.id).toBe('r8');
});

test('statuses are counted in the classes the campaign says, others as usual', () => {
  const campaign = made(put({ reportClasses: { 'partially-realised': 'under-examination' } }));
  expect(reportClassOf(campaign, 'partially-realised')).toBe('under-examination');
  expect(reportClassOf(campaign, 'realised')).toBe('realised');
  expect(reportClassOf(undefined, 'partially-realised')).toBe('realised');
  expect(reportClassOf(undefined, 'started')).toBe('under-examination');
  expect(reportClassOf(undefined, 'difficult')).toBe('other');
});
