import type { Act } from '../../../src/domain/act.js';
import type { Figures } from '../../../src/domain/figures/figures.js';
import { figuresOf } from '../../../src/domain/figures/figures.js';
import {
  correctPublishedProgress,
  firstPublication,
  publicationKey,
} from '../../../src/domain/releases/progress-publication.js';
import { mayKnowOfSet } from '../../../src/domain/releases/release-permissions.js';
import { asReleased, previewRelease } from '../../../src/domain/releases/release-preview.js';
import type { ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { recordRelease } from '../../../src/domain/releases/replay-release-set.js';
import { cancelRelease, scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import {
  askQuietTime,
  confirmQuietTime,
  declineQuietTime,
} from '../../../src/domain/releases/waive-quiet-time.js';
import {
  createReleaseSet,
  editReleaseSet,
} from '../../../src/domain/releases/write-release-set.js';
import type { Result } from '../../../src/domain/result.js';
import { proposerOf, ReleaseDesk, systemAt } from '../../support/release-desk.js';
import { channels, otherSecretary } from '../../support/release-house.js';
import { sampleMasters } from '../../support/sample-masters.js';
import {
  after as acted,
  allowedValue,
  sampleNow,
  secretary,
  secretaryAct,
} from '../../support/sample-proposals.js';

const dayMs = 86_400_000;
let desk: ReleaseDesk;
beforeEach(() => {
  desk = new ReleaseDesk();
});

const staffAct: Act = { by: { id: 'staff', name: '葉月 そら' }, at: sampleNow };
const otherAct: Act = { ...secretaryAct, by: otherSecretary };
const ownAct: Act = { ...secretaryAct, by: { id: proposerOf(1), name: '若葉' } };
const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const faultsOf = (result: Result<unknown>) =>
  result.ok || result.refusal.code !== 'invalid-fields'
    ? []
    : result.refusal.fields.map(({ field, rule }) => `${field} ${rule}`);
const form = { title: ' 11月の公表 ', campaign: 'fy2026', withProgress: true };

test('a set is made by the secretariat, with a title and a campaign that is there', () => {
  const make = (changes: object, act = secretaryAct) =>
    createReleaseSet('s', { ...form, ...changes }, act, desk.context);
  expect(allowedValue(make({}))).toMatchObject({
    id: 's',
    title: '11月の公表',
    campaignId: 'fy2026',
    withProgress: true,
    state: 'draft',
    items: [],
    trail: [{ seq: 1, kind: 'created', by: secretary, occurredAt: sampleNow }],
  });
  expect(codeOf(make({}, staffAct))).toBe('not-permitted');
  const owner = { ...staffAct, roles: [{ role: 'owner' as const, departmentId: 'soumu' }] };
  expect(codeOf(make({}, owner))).toBe('not-permitted');
  expect(faultsOf(make({ title: undefined, campaign: undefined }))).toEqual([
    'title required',
    'campaign required',
  ]);
  expect(faultsOf(make({ title: 'あ'.repeat(60) }))).toEqual([]);
  expect(faultsOf(make({ title: 'あ'.repeat(61), campaign: 'r9' }))).toEqual([
    'title too-long',
    'campaign not-a-choice',
  ]);
});

test('a set is edited while it is a draft, by whoever has no own idea in it', () => {
  const edit = (set: ReleaseSet, act = secretaryAct, changes: object = {}) =>
    editReleaseSet(set, { ...form, ...changes }, act, desk.context);
  expect(allowedValue(edit(desk.filled()))).toMatchObject({
    title: '11月の公表',
    withProgress: true,
  });
  expect(faultsOf(edit(desk.filled(), secretaryAct, { title: '' }))).toEqual(['title required']);
  expect(codeOf(edit(desk.filled(), staffAct))).toBe('not-permitted');
  expect(codeOf(edit(desk.filled(), ownAct))).toBe('conflict-of-interest');
  expect(edit(desk.scheduled())).toEqual({
    ok: false,
    refusal: { code: 'release-set-closed', state: 'scheduled' },
  });
});

test('a set is scheduled between now and a year ahead, on a whole second, and never within the time to undo', () => {
  const schedule = (publishAt?: number) =>
    scheduleRelease(desk.filled(), publishAt, secretaryAct, desk.context);
  const planned = (publishAt?: number) => allowedValue(schedule(publishAt)).plan;
  expect(planned()).toEqual({
    publishAt: sampleNow + 10_000,
    by: secretary,
    roles: [{ role: 'secretariat' }],
    seq: 3,
  });
  expect(planned(sampleNow)?.publishAt).toBe(sampleNow + 10_000);
  expect(planned(sampleNow + 60_999)?.publishAt).toBe(sampleNow + 60_000);
  expect(planned(sampleNow + 366 * dayMs)?.publishAt).toBe(sampleNow + 366 * dayMs);
  expect(faultsOf(schedule(sampleNow - 1))).toEqual(['publishAt too-early']);
  expect(faultsOf(schedule(sampleNow + 366 * dayMs + 1))).toEqual(['publishAt too-late']);
  expect(codeOf(scheduleRelease(desk.scheduled(), undefined, secretaryAct, desk.context))).toBe(
    'release-set-closed',
  );
  expect(codeOf(scheduleRelease(desk.empty(), undefined, secretaryAct, desk.context))).toBe(
    'release-set-empty',
  );
  const asked = allowedValue(askQuietTime(desk.filled(), secretaryAct, desk.context));
  expect(codeOf(scheduleRelease(asked, undefined, secretaryAct, desk.context))).toBe(
    'quiet-time-unconfirmed',
  );
});

test('a set is cancelled until its release has begun, with a reason or without', () => {
  const cancel = (set: ReleaseSet, reason?: string, act = otherAct) =>
    cancelRelease(set, reason, act, desk.context);
  expect(allowedValue(cancel(desk.filled(), ' 延期のため '))).toMatchObject({
    state: 'cancelled',
    cancelled: { reason: '延期のため', at: sampleNow },
  });
  const bare = allowedValue(cancel(desk.scheduled(), ' '));
  expect(bare.trail.at(-1)).not.toHaveProperty('reason');
  expect(faultsOf(cancel(desk.filled(), 'あ'.repeat(501)))).toEqual(['reason too-long']);
  expect(faultsOf(cancel(desk.filled(), 'あ'.repeat(500)))).toEqual([]);
  expect(codeOf(cancel(desk.filled(), undefined, staffAct))).toBe('not-permitted');
  const begun = recordRelease(desk.scheduled(), systemAt(sampleNow), {
    kind: 'release-begun',
    posts: [],
  });
  expect(cancel(begun)).toMatchObject({
    refusal: { code: 'release-set-closed', state: 'releasing' },
  });
});

test('two people agree on sending in quiet time, and either takes it back', () => {
  const asked = allowedValue(askQuietTime(desk.filled(), secretaryAct, desk.context));
  expect(asked.quietTime).toEqual({ askedBy: secretary });
  expect(codeOf(confirmQuietTime(asked, secretaryAct, desk.context))).toBe('same-person');
  expect(codeOf(confirmQuietTime(asked, staffAct, desk.context))).toBe('not-permitted');
  const confirmed = allowedValue(confirmQuietTime(asked, otherAct, desk.context));
  expect(confirmed.quietTime).toEqual({ askedBy: secretary, confirmedBy: otherSecretary });
  expect(codeOf(confirmQuietTime(confirmed, otherAct, desk.context))).toBe('nothing-to-confirm');
  expect(codeOf(confirmQuietTime(desk.filled(), otherAct, desk.context))).toBe(
    'nothing-to-confirm',
  );
  const declined = allowedValue(declineQuietTime(confirmed, otherAct, desk.context));
  expect(declined).not.toHaveProperty('quietTime');
  expect(codeOf(declineQuietTime(declined, otherAct, desk.context))).toBe('nothing-to-confirm');
  expect(codeOf(declineQuietTime(confirmed, staffAct, desk.context))).toBe('not-permitted');
  expect(codeOf(askQuietTime(desk.filled(), staffAct, desk.context))).toBe('not-permitted');
  expect(codeOf(askQuietTime(desk.scheduled(), secretaryAct, desk.context))).toBe(
    'release-set-closed',
  );
});

test('a set exists for the secretariat, and for who has an own idea in it once it is released', () => {
  const knows = (set: ReleaseSet, act: Act) => mayKnowOfSet(set, act, desk.context);
  expect(knows(desk.filled(), secretaryAct)).toBe(true);
  expect(knows(desk.filled(), staffAct)).toBe(false);
  expect(knows(desk.filled(), ownAct)).toBe(false);
  expect(knows(desk.empty(), ownAct)).toBe(true);
  const audience = { people: [], channels: [], asOf: sampleNow };
  const over = recordRelease(desk.filled(), systemAt(sampleNow), {
    kind: 'released',
    audience,
    exceptions: [],
    hasProgress: false,
  });
  expect(knows(over, ownAct)).toBe(true);
  expect(knows(over, staffAct)).toBe(false);
});

test('a preview shows who would be told of each item, and counts people once', () => {
  const shown = previewRelease(desk.filled(), secretaryAct, desk.context);
  expect(
    shown.items.map(({ progress, people }) => [progress, ...people.map(({ as }) => as)]),
  ).toEqual([
    ['waiting', 'proposer', 'supporter', 'supporter'],
    ['waiting', 'proposer', 'supporter'],
  ]);
  expect(shown).toMatchObject({ people: 3, cards: 5 });
  expect(shown.posts.map(({ channelId }) => channelId)).toEqual([channels.staff, channels.soumu]);
  expect(shown.items[0]).not.toHaveProperty('problem');
  expect(shown.items[0]).not.toHaveProperty('exception');
});

test('what could not be published is shown with the reason, and nobody is told of it', () => {
  const set = desk.filled();
  desk.change(1, (proposal) =>
    acted(proposal, 'hide', { hidden: 'yes', reason: '個人の事情が書かれているためです。' }),
  );
  const shown = previewRelease(set, secretaryAct, desk.context);
  expect(shown.items[0]).toMatchObject({ problem: { code: 'changed-since-chosen' }, people: [] });
  expect(shown).toMatchObject({ people: 2, cards: 2 });
  expect(shown.posts.every(({ items }) => items.length === 1)).toBe(true);
});

test('once it is scheduled what counts is what was listed as an exception', () => {
  const { id } = desk.item(1);
  const set = recordRelease(desk.scheduled(), systemAt(sampleNow), {
    kind: 'excepted',
    exceptions: [{ kind: 'proposal', id, code: 'taken-out' }],
  });
  const shown = previewRelease(set, ownAct, desk.context);
  expect(shown.items[0]).toMatchObject({ exception: 'taken-out', people: [] });
  expect(shown.items[0]).not.toHaveProperty('problem');
  expect(shown).toMatchObject({ people: 2, cards: 2 });
});

test('the progress is told to all staff, whatever else is in the set', () => {
  expect(previewRelease(desk.empty(true), secretaryAct, desk.context).posts).toEqual([
    { channelId: channels.staff, as: 'staff', items: [] },
  ]);
  expect(previewRelease(desk.empty(), secretaryAct, desk.context).posts).toEqual([]);
});

test('a channel that is an office’s and all staff’s is told as one of all staff', () => {
  const [all, soumu] = desk.context.channelMap;
  if (!all || !soumu) throw new Error('no channels');
  const context = { ...desk.context, channelMap: [all, { ...soumu, channelId: all.channelId }] };
  const { posts } = previewRelease(desk.filled(), secretaryAct, context);
  expect(posts.map(({ channelId, as }) => [channelId, as])).toEqual([[channels.staff, 'staff']]);
});

test('a proposal is drawn as it would be once the set is released', () => {
  const shown = asReleased(desk.filled(), desk.proposal(1), sampleNow + 5);
  expect(shown.published).toMatchObject({ status: 'decided', at: sampleNow + 5 });
  expect(shown.trail.at(-1)).toMatchObject({
    kind: 'published',
    notify: true,
    release: { setId: 's', title: '11月の公表' },
    audience: { people: [], channels: [] },
  });
});

describe('the progress that is published with a set', () => {
  const figures = (): Figures =>
    figuresOf(
      { proposals: [], masters: sampleMasters, endorsersOf: () => [], isForAllStaff: () => true },
      'published',
    );
  const first = () => firstPublication(desk.filled(), figures(), secretaryAct);
  const correct = (reason: string, seen = 1, act = otherAct) =>
    correctPublishedProgress(first(), seen, reason, figures(), act);

  test('is its first version, under the id of the set', () => {
    expect(first()).toEqual({
      publicationId: 's',
      version: 1,
      campaignId: 'fy2026',
      title: '11月の公表',
      asOf: sampleNow,
      by: secretary,
      figures: figures(),
    });
    expect(publicationKey('s', 2)).toBe('s:2');
  });

  test('is corrected as the next version, with the reason and who corrected it', () => {
    const later = { ...otherAct, at: sampleNow + 1000 };
    expect(correct(' 分類を直したため ', 1, later)).toEqual({
      ok: true,
      value: {
        ...first(),
        version: 2,
        asOf: sampleNow + 1000,
        by: otherSecretary,
        correction: { reason: '分類を直したため' },
      },
    });
  });

  test('is corrected by the secretariat alone, on the version that was seen, with a reason', () => {
    expect(codeOf(correct('理由', 1, staffAct))).toBe('not-permitted');
    expect(codeOf(correct('理由', 2))).toBe('changed-meanwhile');
    expect(faultsOf(correct(' '))).toEqual(['reason required']);
    expect(faultsOf(correct('あ'.repeat(500)))).toEqual([]);
    expect(faultsOf(correct('あ'.repeat(501)))).toEqual(['reason too-long']);
  });
});
