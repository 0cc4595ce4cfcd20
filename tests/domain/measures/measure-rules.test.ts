import { askRealisation, endDrive } from '../../../src/domain/measures/begin-drive.js';
import { driveProposal } from '../../../src/domain/measures/drive-proposal.js';
import type { Measure } from '../../../src/domain/measures/measure.js';
import { type MeasureActName, measureActNames } from '../../../src/domain/measures/measure-acts.js';
import {
  mayKnowOfMeasure,
  maySeeWorkingMeasure,
} from '../../../src/domain/measures/measure-visibility.js';
import {
  measureAudience,
  releaseMeasure,
  scheduleMeasure,
} from '../../../src/domain/measures/publish-measure.js';
import { inPublishedOrder } from '../../../src/domain/measures/published-measure.js';
import { replayMeasure } from '../../../src/domain/measures/replay-measure.js';
import { restingOn } from '../../../src/domain/measures/withdraw-measure.js';
import { createMeasure } from '../../../src/domain/measures/write-measure.js';
import { theSystem } from '../../../src/domain/person.js';
import { MeasureWorld, rightMeasure } from '../../support/measure-world.js';

let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
});

const today = { realisedOn: '2026-10-05' };
const reason = { reason: '運用をやめることにしました。' };
const system = () => ({ by: theSystem, at: world.now });

test('each act on a draft is refused to whoever does not work on it', () => {
  world.create('m', 'secretary');
  const refusals = measureActNames.map((name) => world.act('m', 'otherOwner', name, {}));
  expect(refusals).toEqual(measureActNames.map(() => 'not-permitted'));
});

test.each<[MeasureActName, string]>([
  ['ask-realisation', 'not-yet-published'],
  ['confirm-realisation', 'not-yet-published'],
  ['decline-realisation', 'not-yet-published'],
  ['publish-realised', 'not-yet-published'],
])('%s needs a published measure', (name, code) => {
  world.create('m', 'secretary');
  expect(world.act('m', 'secretary', name, { ...today, ...reason })).toBe(code);
});

test.each<[MeasureActName, object]>([
  ['ask-realisation', {}],
  ['ask-realisation', { realisedOn: '2026-10-06' }],
  ['decline-realisation', {}],
  ['withdraw', {}],
])('%s says what is missing in %j', (name, form) => {
  world.published('m');
  expect(world.act('m', 'secretary', name, form)).toBe('invalid-fields');
});

test('reinstating says what is missing too', () => {
  world.create('m', 'secretary');
  world.act('m', 'secretary', 'withdraw', reason);
  expect(world.act('m', 'secretary', 'reinstate', {})).toBe('invalid-fields');
  expect(world.act('m', 'otherOwner', 'reinstate', reason)).toBe('not-permitted');
});

test.each<[MeasureActName, object]>([
  ['ask-realisation', today],
  ['confirm-realisation', {}],
  ['decline-realisation', reason],
  ['publish-realised', {}],
])('%s has nothing to do where no proposal is linked', (name, form) => {
  world.published('m');
  expect(world.act('m', 'secretary', name, form)).toBe('nothing-to-drive');
});

function driving(): Measure {
  world.published('m');
  world.decided('R8-0001');
  world.link('R8-0001', 'm', 'whole');
  world.act('m', 'secretary', 'ask-realisation', today);
  return world.measure('m');
}

test('what a drive is to do is frozen with who asked and in which roles', () => {
  expect(driving().drives).toEqual([
    {
      step: 'ask',
      ...world.actOf('secretary'),
      at: world.now,
      seq: 4,
      numbers: ['R8-0001'],
      ...today,
    },
  ]);
});

test('whoever holds no role freezes none', () => {
  world.published('m');
  world.decided('R8-0001');
  world.link('R8-0001', 'm', 'whole');
  const { roles: _, ...act } = world.actOf('secretary');
  const refused = askRealisation(world.measure('m'), today, act, world.measureContext);
  expect(refused).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
});

test('a drive is ended once, and by the system alone', () => {
  const measure = driving();
  const end = { seq: 4, exceptions: [] };
  expect(endDrive(measure, world.actOf('secretary'), end)).toEqual({
    ok: false,
    refusal: { code: 'not-permitted' },
  });
  expect(endDrive(measure, system(), { ...end, seq: 3 })).toEqual({
    ok: false,
    refusal: { code: 'nothing-to-drive' },
  });
  const ended = endDrive(measure, system(), {
    seq: 4,
    exceptions: [{ number: 'R8-0001', code: 'merged' }],
  });
  if (!ended.ok) throw new Error(ended.refusal.code);
  expect(ended.value.drives[0]?.end).toMatchObject({ done: 0 });
  expect(endDrive(ended.value, system(), end)).toEqual({
    ok: false,
    refusal: { code: 'nothing-to-drive' },
  });
});

test('a second run on the same proposal says that it was done', () => {
  const measure = driving();
  world.drive();
  const [drive] = measure.drives;
  if (!drive) throw new Error('nothing was driven');
  const again = driveProposal(
    measure,
    drive,
    world.proposal('R8-0001'),
    world.now,
    world.proposalContext(),
  );
  expect(again).toEqual({ ok: false, refusal: { code: 'already-driven' } });
});

test('what was declined is not confirmed, and keeps the words of who declined', () => {
  driving();
  world.drive();
  world.act('m', 'head', 'decline-realisation', reason);
  world.drive();
  expect(world.proposal('R8-0001').trail.at(-1)).toMatchObject({
    kind: 'confirmation-declined',
    ...reason,
    by: world.actOf('head').by,
    cause: 'm:6',
  });
  expect(world.act('m', 'head', 'confirm-realisation')).toBe('nothing-to-drive');
});

test('what somebody else declined meanwhile is an exception of the confirmation', () => {
  driving();
  world.drive();
  world.act('m', 'head', 'confirm-realisation');
  world.propose('R8-0001', 'secondSecretary', 'decline-confirmation', reason);
  world.drive();
  expect(world.measure('m').drives.at(-1)?.end).toMatchObject({
    done: 0,
    exceptions: [{ number: 'R8-0001', code: 'nothing-to-confirm' }],
  });
});

test('work that has begun is not begun again', () => {
  world.published('m');
  world.decided('R8-0001');
  world.link('R8-0001', 'm', 'part');
  const start = { startedOn: '2026-10-05', firstAction: '様式を集める。' };
  world.propose('R8-0001', 'secretary', 'start-work', start);
  world.act('m', 'secretary', 'ask-realisation', today);
  world.drive();
  expect(world.proposal('R8-0001')).toMatchObject({ status: 'partially-realised', start });
});

test('publishing with proposals to follow waits for the drive before', () => {
  driving();
  world.act('m', 'secretary', 'edit', { ...rightMeasure, title: '別の題名' });
  expect(world.act('m', 'secretary', 'publish', today)).toBe('drive-open');
  expect(world.act('m', 'secretary', 'publish', { realisedOn: 'x' })).not.toBe('allowed');
  expect(world.act('m', 'secretary', 'publish')).toBe('allowed');
});

test('a publication that would follow begins no second drive, and none without proposals', () => {
  world.create('m', 'secretary');
  world.act('m', 'secretary', 'publish', today);
  world.now += 10_000;
  world.release();
  expect(world.measure('m').drives).toEqual([]);
  expect(world.measure('m').versions).toHaveLength(1);
});

test('a withdrawal proposes nothing as realised', () => {
  world.published('m');
  world.decided('R8-0001');
  world.link('R8-0001', 'm', 'part');
  world.act('m', 'secretary', 'withdraw', reason);
  world.act('m', 'secretary', 'publish', today);
  world.now += 10_000;
  world.release();
  expect(world.measure('m').drives).toEqual([]);
});

test('a release set gives its instant and its name to the publication', () => {
  world.create('m', 'secretary');
  const release = { setId: 's', title: '実現第1弾' };
  const set = { release, publishAt: world.now + 60_000 };
  const act = world.actOf('secretary');
  const made = scheduleMeasure(world.measure('m'), {}, act, world.measureContext, set);
  if (!made.ok) throw new Error(made.refusal.code);
  expect(made.value.publicationDue).toEqual({ due: world.now + 60_000, seq: 2, release });
  const releaseIn = (state: 'scheduled' | 'releasing', at: number) =>
    releaseMeasure(
      made.value,
      { by: theSystem, at },
      {
        ...world.measureContext,
        releaseState: () => state,
      },
    );
  const nothing = { ok: false, refusal: { code: 'nothing-to-publish' } };
  expect(releaseIn('releasing', world.now + 59_000)).toEqual(nothing);
  expect(releaseIn('scheduled', world.now + 60_000)).toEqual(nothing);
  const released = releaseIn('releasing', world.now + 60_000);
  if (!released.ok) throw new Error(released.refusal.code);
  expect(released.value.trail.at(-1)).toMatchObject({ kind: 'published', notify: true, release });
});

test('a publication of its own belongs to no release set', () => {
  world.published('m');
  expect(world.measure('m').trail.at(-1)).not.toHaveProperty('release');
  expect(world.measure('m').trail.at(-2)).not.toHaveProperty('release');
  expect(world.measure('m').trail.at(-2)).not.toHaveProperty('realise');
});

test('a channel that is both the staff’s and the owner’s is told once', () => {
  world.create('m', 'secretary');
  const [all, soumu] = world.measureContext.channelMap;
  if (!all || !soumu) throw new Error('there are no channels');
  const second = { ...all, id: 'second', channelId: '19:second' };
  const both = { ...soumu, id: 'both', channelId: '19:all' };
  const channelMap = [all, second, soumu, both];
  expect(measureAudience(world.measure('m'), { channelMap }, 7)).toEqual({
    people: [],
    channels: [
      { channelId: '19:all', as: 'staff' },
      { channelId: '19:second', as: 'staff' },
      { channelId: '19:soumu', as: 'owner' },
    ],
    asOf: 7,
  });
});

test('a draft is known to those who work on it, a published measure to everyone', () => {
  world.create('m', 'owner');
  const knows = () =>
    (['secretary', 'owner', 'head', 'otherOwner', 'staff'] as const).filter((who) =>
      mayKnowOfMeasure(world.measure('m'), world.actOf(who)),
    );
  expect(knows()).toEqual(['secretary', 'owner', 'head']);
  world.act('m', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  expect(knows()).toHaveLength(5);
  expect(maySeeWorkingMeasure(world.measure('m'), world.actOf('staff'))).toBe(false);
  expect(maySeeWorkingMeasure(world.measure('m'), world.actOf('head'))).toBe(true);
});

test('only what is or is about to be realised holds a measure', () => {
  world.published('m');
  for (const number of ['R8-0001', 'R8-0002', 'R8-0003', 'R8-0004', 'R8-0005']) {
    world.decided(number);
    world.link(number, 'm', 'whole');
  }
  const change = (number: string, changes: object) =>
    world.proposals.set(number, { ...world.proposal(number), ...changes });
  const { published } = world.proposal('R8-0003');
  const asked = { seq: 1, by: theSystem, at: 1 };
  change('R8-0001', { status: 'realised' });
  const { links } = world.proposal('R8-0003');
  change('R8-0003', {
    links: [],
    published: { ...published, links, status: 'partially-realised' },
  });
  change('R8-0002', { published: { ...published, links, status: 'started' } });
  change('R8-0004', { pending: { what: 'realised', realisation: today, ...asked } });
  const difficulty = { reason: '予算を待つため。', reexamineFiscalYear: 2027 };
  change('R8-0005', { pending: { what: 'difficult', difficulty, ...asked } });
  const resting = restingOn('m', world.measureContext).map(({ number }) => number);
  expect(resting).toEqual(['R8-0001', 'R8-0004', 'R8-0003']);
});

test('published first comes first, whatever was published since and however it is called', () => {
  world.published('c');
  world.published('a');
  world.act('c', 'secretary', 'edit', { ...rightMeasure, title: '別の題名' });
  world.act('c', 'secretary', 'publish');
  world.create('b1', 'secretary');
  world.create('b0', 'secretary');
  world.act('b1', 'secretary', 'publish');
  world.act('b0', 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  const ids = (measures: readonly Measure[]) => inPublishedOrder(measures).map(({ id }) => id);
  const all = [...world.measures.values()];
  expect(ids(all)).toEqual(['c', 'a', 'b0', 'b1']);
  expect(ids(all.toReversed())).toEqual(['c', 'a', 'b0', 'b1']);
});

test('a trail that begins later, or whose gap is named, is refused', () => {
  world.published('m');
  const { trail } = world.measure('m');
  const later = trail.slice(0, 1).map((entry) => ({ ...entry, seq: 2 }));
  expect(() => replayMeasure(later)).toThrow('begins with');
  expect(() => replayMeasure(trail.toSpliced(1, 1))).toThrow('entry 2 is missing');
});

test('a form without an office is nobody’s but the secretariat’s to fill in', () => {
  const { ownerDepartment: _, ...form } = rightMeasure;
  const make = (who: 'owner' | 'secretary') =>
    createMeasure('m', form, world.actOf(who), world.measureContext);
  expect(make('owner')).toEqual({ ok: false, refusal: { code: 'not-permitted' } });
  expect(make('secretary')).toMatchObject({ ok: false, refusal: { code: 'invalid-fields' } });
  const spaced = { ...rightMeasure, ownerDepartment: ' soumu ' };
  expect(world.create('m', 'owner', spaced)).toBe('allowed');
});
