import { noticesOfMeasure } from '../../../src/domain/measures/measure-notices.js';
import { releaseMeasure, scheduleMeasure } from '../../../src/domain/measures/publish-measure.js';
import { theSystem } from '../../../src/domain/person.js';
import { MeasureWorld, rightMeasure, worldNow } from '../../support/measure-world.js';

const id = '30000000-0000-4000-8000-000000000001';

function toldOf(world: MeasureWorld) {
  return world.measure(id).trail.flatMap((entry) =>
    noticesOfMeasure(id, entry).map(({ key, seq, place }) => ({
      key,
      seq,
      place: place.kind === 'channel' ? place.channel : place.people,
    })),
  );
}

test('the publication of a measure tells the channels of all staff and of its owner, nothing else does', () => {
  const world = new MeasureWorld();
  world.create(id, 'secretary', rightMeasure);
  world.act(id, 'secretary', 'publish');
  world.act(id, 'secretary', 'undo-publication');
  world.act(id, 'secretary', 'publish');
  expect(toldOf(world)).toEqual([]);
  world.now += 10_000;
  world.release();
  const { seq } = world.measure(id).trail.at(-1) ?? { seq: 0 };
  expect(toldOf(world)).toEqual([
    { key: `${id}:${seq}|channel|19:all`, seq, place: { channelId: '19:all', as: 'staff' } },
    { key: `${id}:${seq}|channel|19:soumu`, seq, place: { channelId: '19:soumu', as: 'owner' } },
  ]);
});

test('each version is told under keys of its own, a withdrawal as well', () => {
  const world = new MeasureWorld();
  world.published(id);
  world.act(id, 'secretary', 'withdraw', { reason: '制度が変わり、続ける理由がなくなったため。' });
  world.act(id, 'secretary', 'publish');
  world.now += 10_000;
  world.release();
  const keys = toldOf(world).map(({ key }) => key);
  expect(world.measure(id).versions).toHaveLength(2);
  expect(new Set(keys).size).toBe(4);
});

test('whom a publication tells is frozen in it: channels that change later change nothing', () => {
  const world = new MeasureWorld();
  world.published(id);
  const before = toldOf(world);
  Object.assign(world.measureContext, { channelMap: [] });
  expect(toldOf(world)).toEqual(before);
  world.published('30000000-0000-4000-8000-000000000002');
  expect(
    world
      .measure('30000000-0000-4000-8000-000000000002')
      .trail.flatMap((entry) => noticesOfMeasure(id, entry)),
  ).toEqual([]);
});

test('a channel of all staff that is also the owning department’s is told once, as one of all staff', () => {
  const world = new MeasureWorld();
  const { channelMap } = world.measureContext;
  const shared = channelMap.map((each) => ({ ...each, channelId: '19:one' }));
  Object.assign(world.measureContext, { channelMap: shared });
  world.published(id);
  expect(toldOf(world).map(({ place }) => place)).toEqual([{ channelId: '19:one', as: 'staff' }]);
});

test('what goes with a release set, and what was imported, tells nothing of its own', () => {
  const world = new MeasureWorld();
  world.create(id, 'secretary', rightMeasure);
  const release = { release: { setId: 'set', title: '公表' }, publishAt: worldNow };
  const context = { ...world.measureContext, releaseState: () => 'releasing' as const };
  world.onMeasure(id, (measure) =>
    scheduleMeasure(measure, {}, world.actOf('secretary'), context, release),
  );
  world.now += 10_000;
  const act = { by: theSystem, at: world.now };
  expect(world.onMeasure(id, (measure) => releaseMeasure(measure, act, context))).toBe('allowed');
  expect(world.measure(id).versions).toHaveLength(1);
  expect(toldOf(world)).toEqual([]);
  const other = new MeasureWorld();
  other.published(id);
  const imported = other
    .measure(id)
    .trail.map((entry) => (entry.kind === 'published' ? { ...entry, notify: false } : entry));
  expect(imported.flatMap((entry) => noticesOfMeasure(id, entry))).toEqual([]);
});
