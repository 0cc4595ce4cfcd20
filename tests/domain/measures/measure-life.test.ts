import { standingOf } from '../../../src/domain/measures/measure.js';
import { isHttpsLink } from '../../../src/domain/measures/measure-form.js';
import { releaseMeasure } from '../../../src/domain/measures/publish-measure.js';
import { shownVersions } from '../../../src/domain/measures/published-measure.js';
import { replayMeasure } from '../../../src/domain/measures/replay-measure.js';
import { createMeasure } from '../../../src/domain/measures/write-measure.js';
import { theSystem } from '../../../src/domain/person.js';
import { MeasureWorld, rightMeasure, rightRule } from '../../support/measure-world.js';

let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
});

const reason = { reason: '開始の月が一月ずれていました。' };

function faultsOf(changes: Record<string, string>): readonly string[] {
  const form = { ...rightMeasure, ...changes };
  const made = createMeasure('x', form, world.actOf('secretary'), world.measureContext);
  if (made.ok || made.refusal.code !== 'invalid-fields') return [];
  return made.refusal.fields.map(({ field, rule }) => `${field} ${rule}`);
}

test('the secretariat makes measures for any office, an owner and a head for their own', () => {
  expect(world.create('a', 'secretary', { ...rightMeasure, ownerDepartment: 'doboku' })).toBe(
    'allowed',
  );
  expect(world.create('b', 'owner')).toBe('allowed');
  expect(world.create('c', 'head')).toBe('allowed');
  expect(world.create('d', 'otherOwner')).toBe('not-permitted');
  expect(world.create('e', 'staff')).toBe('not-permitted');
  expect(world.act('a', 'owner', 'edit', rightMeasure)).toBe('not-permitted');
  expect(world.act('b', 'owner', 'edit', { ...rightMeasure, title: '紙を配らない協議' })).toBe(
    'allowed',
  );
  expect(world.act('b', 'owner', 'edit', { ...rightMeasure, ownerDepartment: 'doboku' })).toBe(
    'not-permitted',
  );
});

test('everything wrong in a form is told at once', () => {
  expect(
    faultsOf({
      title: '',
      measureContent: '',
      category: 'old',
      measureKind: 'law',
      startDate: '',
      wave: '0',
      materials: 'video|撮影|http://example.jp/',
      relistings: 'nowhere',
      campaign: 'none',
      measureRollout: '',
      ownerSection: 'minato',
    }),
  ).toEqual([
    'measureKind not-a-choice',
    'title required',
    'measureContent required',
    'category not-a-choice',
    'startDate required',
    'wave out-of-range',
    'campaign not-a-choice',
    'ownerSection not-a-choice',
    'measureRollout required',
    'materials not-a-link',
    'relistings not-a-choice',
  ]);
});

test.each([
  ['relistings', 'work\nwork', 'relistings not-a-choice'],
  ['relistings', 'work|見出し|余分', 'relistings not-a-choice'],
  ['relistings', Array.from({ length: 6 }, () => 'work').join('\n'), 'relistings too-many'],
  ['materials', 'book|題名|https://example.jp/', 'materials not-a-link'],
  ['materials', 'video||https://example.jp/', 'materials not-a-link'],
  ['materials', `video|${'長'.repeat(61)}|https://example.jp/`, 'materials not-a-link'],
  ['materials', '\u0007', 'materials unusable-characters'],
])('%s as %j is a fault', (field, typed, fault) => {
  expect(faultsOf({ [field]: typed })).toContain(fault);
});

test.each([
  ['https://example.jp/a?b=c#d', true],
  ['https://sharepoint.example.jp:8443/指針.pdf', true],
  ['https://example.jp', true],
  ['http://example.jp/', false],
  ['javascript:alert(1)', false],
  ['https://user@example.jp/', false],
  ['https://example.jp\\@evil.example/', false],
  ['https://-example.jp/', false],
  ['https://example.jp/ a', false],
  [`https://example.jp/${'a'.repeat(500)}`, false],
])('%s as a link: %s', (link, isSound) => {
  expect(isHttpsLink(link)).toBe(isSound);
});

test('what is written is kept, and an ended choice of before may stay', () => {
  world.create('m', 'secretary', {
    ...rightMeasure,
    ownerSection: 'bunsho',
    wave: '１',
    materials: 'guideline｜手引き｜https://example.jp/guide\ntemplate\t様式\thttps://example.jp/t',
    relistings: 'work|画面で協議する',
    campaign: 'demo',
  });
  const { content } = world.measure('m');
  expect(content).toEqual({
    kind: 'scheme',
    title: rightMeasure.title,
    content: rightMeasure.measureContent,
    categoryId: 'paperless',
    owner: { departmentId: 'soumu', sectionId: 'bunsho' },
    start: { precision: 'month', month: '2026-11' },
    rollout: 'office-wide',
    materials: [
      { kind: 'guideline', title: '手引き', link: 'https://example.jp/guide' },
      { kind: 'template', title: '様式', link: 'https://example.jp/t' },
    ],
    wave: 1,
    relistings: [{ categoryId: 'work', title: '画面で協議する' }],
    campaignId: 'demo',
  });
  const old = { ...world.measure('m'), content: { ...content, categoryId: 'old' } };
  world.measures.set('m', old);
  expect(world.act('m', 'secretary', 'edit', { ...rightMeasure, category: 'old' })).toBe('allowed');
});

test('a rule stays a rule, and nothing else becomes one', () => {
  world.create('m', 'secretary');
  world.create('r', 'secretary', rightRule);
  expect(world.act('m', 'secretary', 'edit', rightRule)).toBe('invalid-fields');
  expect(world.act('r', 'secretary', 'edit', rightMeasure)).toBe('invalid-fields');
  expect(world.measure('r').content.content).toBeUndefined();
});

test('publishing takes two steps, with ten seconds in between', () => {
  world.create('m', 'secretary');
  expect(world.act('m', 'secretary', 'undo-publication')).toBe('no-publication-to-undo');
  expect(world.act('m', 'secretary', 'publish')).toBe('allowed');
  expect(world.act('m', 'secretary', 'publish')).toBe('publication-pending');
  expect(world.act('m', 'secretary', 'edit', rightMeasure)).toBe('publication-pending');
  world.now += 9_000;
  world.release();
  expect(world.measure('m').versions).toEqual([]);
  world.now += 1_000;
  world.release();
  world.release();
  expect(world.measure('m').versions).toMatchObject([{ version: 1, at: world.now }]);
  expect(world.measure('m').trail.at(-1)).toMatchObject({
    kind: 'published',
    by: theSystem,
    audience: {
      people: [],
      channels: [
        { channelId: '19:all', as: 'staff' },
        { channelId: '19:soumu', as: 'owner' },
      ],
    },
  });
  expect(world.act('m', 'secretary', 'publish')).toBe('nothing-to-publish');
  expect(world.act('m', 'secretary', 'undo-publication')).toBe('no-publication-to-undo');
});

test('only the system releases', () => {
  world.create('m', 'secretary');
  world.act('m', 'secretary', 'publish');
  const released = releaseMeasure(
    world.measure('m'),
    { ...world.actOf('secretary'), at: world.now + 10_000 },
    world.measureContext,
  );
  expect(released).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
});

test('an owner publishes where the campaign says so, and nowhere else', () => {
  world.create('m', 'secretary', { ...rightMeasure, campaign: 'demo' });
  expect(world.act('m', 'owner', 'publish')).toBe('not-permitted');
  const context = {
    ...world.measureContext,
    campaigns: world.measureContext.campaigns.map((each) => ({ ...each, ownersPublish: true })),
  };
  Object.assign(world, { measureContext: context });
  expect(world.act('m', 'otherOwner', 'publish')).toBe('not-permitted');
  expect(world.act('m', 'owner', 'publish')).toBe('allowed');
});

test('a day in the future cannot be the day on which proposals were realised', () => {
  world.create('m', 'secretary');
  expect(world.act('m', 'secretary', 'publish', { realisedOn: '2026-10-06' })).toBe(
    'invalid-fields',
  );
});

test('a correction adds a version marked 訂正 and leaves the old one readable', () => {
  world.create('m', 'secretary');
  const corrected = { ...rightMeasure, startDate: '2026-12', ...reason };
  expect(world.act('m', 'secretary', 'correct', corrected)).toBe('not-yet-published');
  world.act('m', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(world.act('m', 'secretary', 'correct', { ...rightMeasure, ...reason })).toBe(
    'nothing-to-publish',
  );
  expect(world.act('m', 'secretary', 'correct', { ...corrected, reason: '誤り' })).toBe(
    'invalid-fields',
  );
  expect(world.act('m', 'secretary', 'correct', corrected)).toBe('allowed');
  expect(shownVersions(world.measure('m'))).toHaveLength(1);
  world.act('m', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  const [first, second] = shownVersions(world.measure('m'));
  expect(first).toMatchObject({
    version: 1,
    isCorrected: true,
    state: { content: { start: { month: '2026-11' } } },
  });
  expect(second).toMatchObject({
    version: 2,
    isCorrected: false,
    correction: reason,
    state: { content: { start: { month: '2026-12' } } },
  });
  expect(world.measure('m').correction).toBeUndefined();
});

test('what is edited after publication is a version too, but no correction', () => {
  world.published('m');
  world.act('m', 'secretary', 'correct', { ...rightMeasure, title: '別の題名', ...reason });
  world.act('m', 'secretary', 'edit', rightMeasure);
  expect(world.measure('m').correction).toBeUndefined();
  world.act('m', 'secretary', 'edit', { ...rightMeasure, measureRollout: 'beyond' });
  world.act('m', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(shownVersions(world.measure('m')).map(({ correction }) => correction)).toEqual([
    undefined,
    undefined,
  ]);
});

test('a withdrawn draft is gone, a published measure only with its next version', () => {
  const withdrawal = { reason: '別の取組にまとめることにした。' };
  world.create('draft', 'owner');
  expect(standingOf(world.measure('draft'))).toBe('draft');
  expect(world.act('draft', 'owner', 'reinstate', withdrawal)).toBe('measure-not-withdrawn');
  expect(world.act('draft', 'owner', 'withdraw', { reason: '不要' })).toBe('invalid-fields');
  expect(world.act('draft', 'owner', 'withdraw', withdrawal)).toBe('allowed');
  expect(standingOf(world.measure('draft'))).toBeUndefined();
  expect(world.act('draft', 'owner', 'edit', rightMeasure)).toBe('measure-withdrawn');
  expect(world.act('draft', 'secretary', 'publish')).toBe('nothing-to-publish');
  world.published('m');
  expect(standingOf(world.measure('m'))).toBe('published');
  world.act('m', 'owner', 'withdraw', withdrawal);
  expect(standingOf(world.measure('m'))).toBe('draft');
  world.act('m', 'secretary', 'publish');
  expect(world.act('m', 'owner', 'reinstate', withdrawal)).toBe('publication-pending');
  world.now += 10_000;
  world.release();
  expect(standingOf(world.measure('m'))).toBeUndefined();
  expect(shownVersions(world.measure('m')).map(({ state }) => state.withdrawn)).toEqual([
    undefined,
    withdrawal,
  ]);
  expect(world.act('m', 'owner', 'reinstate', withdrawal)).toBe('allowed');
  expect(standingOf(world.measure('m'))).toBe('draft');
  world.act('m', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(standingOf(world.measure('m'))).toBe('published');
  expect(world.measure('m').versions).toHaveLength(3);
});

test('a trail replayed from nothing gives the measure, and a broken one is refused', () => {
  world.published('m');
  const { trail } = world.measure('m');
  expect(replayMeasure(trail)).toEqual(world.measure('m'));
  expect(() => replayMeasure([])).toThrow('begins with');
  expect(() => replayMeasure(trail.slice(1))).toThrow('begins with');
  expect(() => replayMeasure([...trail.slice(0, 1), ...trail.slice(2)])).toThrow('missing');
  const again = trail.slice(0, 1).map((entry) => ({ ...entry, seq: 2 }));
  expect(() => replayMeasure([...trail.slice(0, 1), ...again])).toThrow('again');
});

test('only the secretariat says which campaign a measure came out of', () => {
  expect(world.create('m', 'owner', { ...rightMeasure, campaign: 'demo' })).toBe('invalid-fields');
  expect(world.create('m', 'owner')).toBe('allowed');
  const named = { ...rightMeasure, campaign: 'demo' };
  expect(world.act('m', 'owner', 'edit', named)).toBe('invalid-fields');
  expect(world.act('m', 'secretary', 'edit', named)).toBe('allowed');
  expect(world.act('m', 'owner', 'edit', { ...rightMeasure, title: '紙を配らない協議' })).toBe(
    'allowed',
  );
  expect(world.measure('m').content).toMatchObject({
    title: '紙を配らない協議',
    campaignId: 'demo',
  });
  expect(world.act('m', 'owner', 'edit', named)).toBe('allowed');
});
