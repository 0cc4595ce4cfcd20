import { releaseMeasure } from '../../../src/domain/measures/publish-measure.js';
import {
  beginRelease,
  endRelease,
  exceptItems,
  exceptionsNow,
  itemsToPlace,
} from '../../../src/domain/releases/carry-out-release.js';
import { addItems, refuseItem } from '../../../src/domain/releases/choose-items.js';
import {
  displaceMeasure,
  displaceProposal,
  isPlanned,
  placeMeasure,
} from '../../../src/domain/releases/place-item.js';
import type { ReleaseContext } from '../../../src/domain/releases/release-context.js';
import { mostItems, type ReleaseItem } from '../../../src/domain/releases/release-item.js';
import { previewRelease } from '../../../src/domain/releases/release-preview.js';
import type { ReleaseSet } from '../../../src/domain/releases/release-set.js';
import { scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import { askQuietTime, confirmQuietTime } from '../../../src/domain/releases/waive-quiet-time.js';
import { createReleaseSet } from '../../../src/domain/releases/write-release-set.js';
import type { Result } from '../../../src/domain/result.js';
import { lastSeq } from '../../../src/domain/trail-entry.js';
import { MeasureWorld, rightMeasure } from '../../support/measure-world.js';
import { ReleaseDesk, systemAt } from '../../support/release-desk.js';
import {
  allowedValue,
  sampleContext,
  sampleNow,
  secretaryAct,
} from '../../support/sample-proposals.js';

let world: MeasureWorld;
beforeEach(() => {
  world = new MeasureWorld();
  world.create('m', 'secretary');
});

const codeOf = (result: Result<unknown>) => (result.ok ? 'allowed' : result.refusal.code);
const secretary = () => world.actOf('secretary');
const context = (): ReleaseContext => ({
  campaigns: world.measureContext.campaigns,
  channelMap: world.measureContext.channelMap,
  supportersOf: () => [],
  proposal: () => undefined,
  measure: (id) => world.measures.get(id),
});
const item = (id = 'm'): ReleaseItem => ({
  kind: 'measure',
  id,
  seq: lastSeq(world.measure(id).trail),
});

function scheduledSet(ids: readonly string[] = ['m']): ReleaseSet {
  const form = { title: '実現第1弾', campaign: 'demo', withProgress: false };
  const made = allowedValue(createReleaseSet('s', form, secretary(), context()));
  const items = ids.map(item);
  const filled = allowedValue(addItems(made, items, secretary(), context()));
  const asked = allowedValue(askQuietTime(filled, secretary(), context()));
  const agreed = allowedValue(confirmQuietTime(asked, world.actOf('secondSecretary'), context()));
  return allowedValue(scheduleRelease(agreed, undefined, secretary(), context()));
}

function placed(set: ReleaseSet, id = 'm'): string {
  if (!isPlanned(set)) throw new Error('it is not scheduled');
  return world.onMeasure(id, (measure) =>
    placeMeasure(
      set,
      item(id),
      measure,
      { members: world.members, at: world.now },
      world.measureContext,
    ),
  );
}

test('a measure is placed once, in the name of who scheduled the set, with the event as its cause', () => {
  const set = scheduledSet();
  expect(itemsToPlace(set, context())).toEqual([item()]);
  expect(placed(set)).toBe('allowed');
  expect(world.measure('m').trail.at(-1)).toMatchObject({
    kind: 'publication-scheduled',
    by: secretary().by,
    cause: 's:5',
    release: { setId: 's', title: '実現第1弾', despiteQuietTime: true },
  });
  expect(placed(set)).toBe('in-release-set');
  expect(itemsToPlace(set, context())).toEqual([]);
});

test('a measure that was changed since it was chosen is not placed', () => {
  const set = scheduledSet();
  const chosen = item();
  world.act('m', 'secretary', 'edit', { ...rightMeasure, title: '別の題名' });
  const now = { members: world.members, at: world.now };
  if (!isPlanned(set)) throw new Error('it is not scheduled');
  const result = placeMeasure(set, chosen, world.measure('m'), now, world.measureContext);
  expect(codeOf(result)).toBe('changed-since-chosen');
});

test('a measure is taken back by the product where it is placed, and else left alone', () => {
  const set = scheduledSet();
  const back = () => displaceMeasure(set, world.measure('m'), world.now, world.measureContext);
  expect(codeOf(back())).toBe('no-publication-to-undo');
  placed(set);
  const undone = allowedValue(back());
  expect(undone.trail.at(-1)).toMatchObject({ kind: 'publication-undone', cause: 's:5' });
  // What was asked for apart from any set is nobody's of the set to take back.
  world.measures.set('m', undone);
  world.act('m', 'secretary', 'publish');
  expect(codeOf(back())).toBe('no-publication-to-undo');
});

test('a proposal that somebody publishes apart from the set stays so', () => {
  const desk = new ReleaseDesk(1);
  const set = desk.scheduled();
  desk.place({ ...set, id: 'other' }, 1);
  expect(codeOf(displaceProposal(set, desk.proposal(1), sampleNow, sampleContext))).toBe(
    'no-publication-to-undo',
  );
});

test('channels are told of the measures among the items, of some if not of all', () => {
  world.create('n', 'secretary', { ...rightMeasure, title: '別の取組' });
  const set = scheduledSet(['m', 'n']);
  for (const id of ['m', 'n']) placed(set, id);
  const due = systemAt(world.now + 10_000);
  const begun = allowedValue(beginRelease(set, due, context()));
  expect(begun.posts.map(({ channelId, items }) => [channelId, items.length])).toEqual([
    ['19:all', 2],
    ['19:soumu', 2],
  ]);
  world.act('n', 'secretary', 'undo-publication');
  world.onMeasure('m', (measure) =>
    releaseMeasure(measure, due, {
      ...world.measureContext,
      releaseState: () => 'releasing' as const,
    }),
  );
  const listed = allowedValue(exceptItems(begun, exceptionsNow(begun, context()), due));
  const ended = allowedValue(endRelease(listed, due, context()));
  expect(ended.released?.audience.channels).toHaveLength(2);
  expect(ended.trail.at(-1)).toMatchObject({ kind: 'released', despiteQuietTime: true });
});

test('a preview tells channels of a measure and nobody in a chat', () => {
  const shown = previewRelease(scheduledSet(), secretary(), context());
  expect(shown).toMatchObject({
    people: 0,
    cards: 0,
    items: [{ progress: 'waiting', people: [] }],
  });
  expect(shown.posts).toHaveLength(2);
});

test('an own idea is refused before anything else about it could be told', () => {
  const desk = new ReleaseDesk(1);
  const changed = { ...desk.item(1), seq: 99 };
  const own = { ...secretaryAct, by: { id: 'proposer-1', name: '若葉' } };
  expect(refuseItem(changed, own, desk.context)?.code).toBe('conflict-of-interest');
  const set = desk.empty();
  expect(codeOf(addItems(set, [desk.item(1)], own, desk.context))).toBe('conflict-of-interest');
  expect(codeOf(addItems(desk.scheduled(), [], secretaryAct, desk.context))).toBe(
    'release-set-closed',
  );
});

test('an owner puts nothing into a set', () => {
  const owner = world.actOf('owner');
  expect(refuseItem(item(), owner, context())?.code).toBe('not-permitted');
});

test('a set has room for sixty items', () => {
  const ids = Array.from({ length: mostItems + 1 }, (_, index) => `m${index}`);
  for (const id of ids) world.create(id, 'secretary', { ...rightMeasure, title: `取組${id}` });
  const form = { title: '実現第1弾', campaign: 'demo', withProgress: false };
  const made = allowedValue(createReleaseSet('s', form, secretary(), context()));
  const all = ids.map(item);
  expect(codeOf(addItems(made, all.slice(1), secretary(), context()))).toBe('allowed');
  expect(addItems(made, all, secretary(), context())).toEqual({
    ok: false,
    refusal: { code: 'release-set-full', limit: mostItems },
  });
});
