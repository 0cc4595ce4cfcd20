import fc from 'fast-check';
import { openDrive } from '../../../src/domain/measures/drive.js';
import {
  firstPublishedAt,
  type Measure,
  makerOf,
  publishedVersion,
} from '../../../src/domain/measures/measure.js';
import { inPublishedOrder } from '../../../src/domain/measures/published-measure.js';
import { replayMeasure } from '../../../src/domain/measures/replay-measure.js';
import { withoutOldest } from '../../../src/domain/measures/shorten-measure.js';
import { lastSeq } from '../../../src/domain/trail-entry.js';
import { propertyTimeoutMs, runs } from '../../support/domain-runs.js';
import { lives, startingWorld, steps } from '../../support/measure-steps.js';
import { MeasureWorld, rightMeasure } from '../../support/measure-world.js';

/** What rules and lists ask of a measure, whatever part of its trail is in its item. */
function saidBy(measure: Measure) {
  const { trail, earlier: _e, versions: _v, drives, ...state } = measure;
  return {
    ...state,
    seq: lastSeq(trail),
    published: publishedVersion(measure),
    firstPublishedAt: firstPublishedAt(measure),
    madeBy: makerOf(measure),
    open: openDrive(measure),
    drives: drives.map(({ seq, step, by, end }) => ({ seq, step, by, endedAt: end?.at })),
  };
}

function shortenAll(world: MeasureWorld, cut: () => number): void {
  for (const [id, measure] of world.measures) {
    const count = Math.min(cut(), measure.trail.length - 1);
    if (count > 0) world.measures.set(id, withoutOldest(measure, count));
  }
}

function expectSame(short: Measure, whole: Measure): void {
  expect(saidBy(short)).toEqual(saidBy(whole));
  expect(short.trail).toEqual(whole.trail.slice(-short.trail.length));
  expect(replayMeasure(short.trail, short.earlier)).toEqual(short);
}

test(
  'a measure whose oldest entries are archived after any step is the same to every rule, and so is what becomes of it',
  () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat({ max: 4 })), (taken, cuts) => {
        const [plain, shortening] = [startingWorld(), startingWorld()];
        for (const each of taken) {
          const wanted = steps[each.what]?.(plain, each);
          expect(steps[each.what]?.(shortening, each)).toEqual(wanted);
          shortenAll(shortening, () => cuts.next().value ?? 0);
        }
        for (const id of plain.measures.keys()) {
          expectSame(shortening.measure(id), plain.measure(id));
        }
        const order = (world: MeasureWorld) =>
          inPublishedOrder([...world.measures.values()]).map(({ id }) => id);
        expect(order(shortening)).toEqual(order(plain));
        expect([...shortening.proposals]).toEqual([...plain.proposals]);
      }),
      runs('measures are shortened while they live', 60),
    );
  },
  propertyTimeoutMs,
);

test('of its archived versions the item keeps the last one, with its number', () => {
  const world = new MeasureWorld();
  world.published('m');
  for (const title of ['取組二', '取組三']) {
    world.act('m', 'secretary', 'edit', { ...rightMeasure, title });
    world.act('m', 'secretary', 'publish');
    world.now += 10_000;
    world.release();
  }
  const whole = world.measure('m');
  expect(whole.versions.map(({ version }) => version)).toEqual([1, 2, 3]);
  const short = withoutOldest(whole, whole.trail.length - 1);
  expect(short.versions.map(({ version }) => version)).toEqual([2, 3]);
  expect(short.earlier).toMatchObject({ through: whole.trail.length - 1 });
});

test('entries that do not follow on what was archived are no trail', () => {
  const world = new MeasureWorld();
  world.published('m');
  const short = withoutOldest(world.measure('m'), 1);
  expect(() => replayMeasure(short.trail.slice(1), short.earlier)).toThrow('entry 2 is missing');
  expect(() => replayMeasure(world.measure('m').trail, short.earlier)).toThrow(
    'entry 2 is missing',
  );
  expect(() => replayMeasure(short.trail)).toThrow('begins with the making');
});
