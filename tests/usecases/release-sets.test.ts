import type { acts } from '../../src/domain/acts.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import { replayRelease } from '../../src/domain/releases/replay-release-set.js';
import { cancelRelease, scheduleRelease } from '../../src/domain/releases/schedule-release.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import { actOnReleaseSet } from '../../src/usecases/act-on-release-set.js';
import { chooseForRelease } from '../../src/usecases/choose-for-release.js';
import { correctProgress } from '../../src/usecases/correct-progress.js';
import { makeReleaseSet } from '../../src/usecases/make-release-set.js';
import {
  channels,
  type House,
  type HouseProcess,
  haveDecided,
  newHouse,
  openHouseProcess,
  otherSecretary,
} from '../support/release-house.js';
import { sampleNow, secretary } from '../support/sample-proposals.js';

const setId = '50000000-0000-4000-8000-000000000001';
const minuteMs = 60_000;

function setOf(house: House): ReleaseSet {
  const [set] = [...house.sets.items.values()].map(({ value }) => value);
  if (!set) throw new Error('there is no set');
  return set;
}

const proposalsOf = (house: House): readonly Proposal[] =>
  [...house.proposals.items.values()].map(({ value }) => value);

async function choose(process: HouseProcess, house: House, items: readonly Proposal[]) {
  return chooseForRelease(
    process.ports,
    secretary,
    { id: setId, seq: lastSeq(setOf(house).trail) },
    items.map(({ number, trail }) => ({ kind: 'proposal', number, seq: lastSeq(trail) })),
  );
}

/** A house with a scheduled set of so many proposals. */
async function scheduled(count: number, withProgress = true): Promise<House> {
  const house = newHouse();
  const proposals = await haveDecided(house, count);
  const process = openHouseProcess(house);
  const form = { title: '11月の公表', campaign: 'fy2026', withProgress };
  await makeReleaseSet(process.ports, secretary, setId, form);
  if (count > 0) await choose(process, house, proposals);
  const seen = { id: setId, seq: lastSeq(setOf(house).trail) };
  const outcome = await actOnReleaseSet(process.ports, secretary, seen, (set, act, context) =>
    scheduleRelease(set, sampleNow + minuteMs, act, context),
  );
  expect(outcome.kind).toBe('changed');
  return house;
}

/** Sweeps until nothing is written any more. */
async function sweepToRest(process: HouseProcess, house: House): Promise<void> {
  for (let before = -1; before !== house.writes && !process.isDead(); ) {
    before = house.writes;
    await process.sweep();
  }
}

/** What may not depend on where the power was cut. */
function outcomeOf(house: House) {
  const { state, exceptions, released, posts } = setOf(house);
  return {
    state,
    exceptions,
    channels: released?.audience.channels,
    posts,
    published: proposalsOf(house).map(({ trail }) =>
      trail
        .filter(({ kind }) => kind === 'published')
        .map((entry) => 'release' in entry && entry.release),
    ),
    open: proposalsOf(house).filter(({ publicationDue }) => publicationDue).length,
    publications: [...house.publications.items.values()].map(({ value }) => [
      value.version,
      value.figures.received,
      value.figures.tracks.undecided,
    ]),
  };
}

async function releasedWhole(count: number) {
  const house = await scheduled(count);
  const process = openHouseProcess(house);
  await sweepToRest(process, house);
  const writesBefore = house.writes;
  house.now += 2 * minuteMs;
  await sweepToRest(process, house);
  expect(process.faults).toEqual([]);
  return { house, writesBefore };
}

test('a set is published at its instant: items, one post per channel, personal cards, a snapshot', async () => {
  const { house } = await releasedWhole(3);
  const tag = { setId, title: '11月の公表' };
  expect(outcomeOf(house)).toEqual({
    state: 'released',
    exceptions: [],
    channels: [
      { channelId: channels.staff, as: 'staff' },
      { channelId: channels.soumu, as: 'owner' },
    ],
    posts: [
      expect.objectContaining({ channelId: channels.staff, as: 'staff' }),
      expect.objectContaining({ channelId: channels.soumu, as: 'owner' }),
    ],
    published: [[tag], [tag], [tag]],
    open: 0,
    publications: [[1, 3, 0]],
  });
  for (const { trail, proposer } of proposalsOf(house)) {
    const published = trail.find((entry) => entry.kind === 'published');
    expect(published).toMatchObject({
      audience: { people: [{ personId: proposer.personId, as: 'proposer' }], channels: [] },
    });
  }
  const set = setOf(house);
  expect(replayRelease(set.trail)).toEqual(set);
});

test('nothing of a set is published before its instant', async () => {
  const house = await scheduled(2);
  const process = openHouseProcess(house);
  await sweepToRest(process, house);
  house.now = sampleNow + minuteMs - 1_000;
  await sweepToRest(process, house);
  expect(setOf(house).state).toBe('scheduled');
  expect(proposalsOf(house).map(({ published }) => published.status)).toEqual([
    'reviewing',
    'reviewing',
  ]);
});

test('sixty items are published together, and one more needs a set of its own', async () => {
  const { house } = await releasedWhole(60);
  expect(outcomeOf(house).published.flat()).toHaveLength(60);
  expect(JSON.stringify(setOf(house).trail).length).toBeLessThan(45_000);
  const other = newHouse();
  const proposals = await haveDecided(other, 61);
  const process = openHouseProcess(other);
  const form = { title: '多い公表', campaign: 'fy2026', withProgress: false };
  await makeReleaseSet(process.ports, secretary, setId, form);
  const { outcome } = await choose(process, other, proposals);
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: { code: 'release-set-full', limit: 60 },
  });
  expect(setOf(other).items).toEqual([]);
});

describe('wherever the power is cut, a new process ends what was begun', () => {
  test.each(['before', 'after'] as const)('%s each write takes effect', async (effect) => {
    const { house: whole, writesBefore } = await releasedWhole(2);
    const wanted = outcomeOf(whole);
    const first = (await scheduled(2)).writes;
    const points = Array.from({ length: whole.writes - first }, (_, index) => first + index + 1);
    expect(points.length).toBeGreaterThanOrEqual(7);
    for (const at of points) {
      const house = await scheduled(2);
      house.cut = { at, effect };
      if (at > writesBefore) {
        await sweepToRest(openHouseProcess(house), house);
        house.now += 2 * minuteMs;
      }
      const dying = openHouseProcess(house);
      await sweepToRest(dying, house);
      expect({ at, isDead: dying.isDead() || house.writes >= at }).toEqual({ at, isDead: true });
      if (at <= writesBefore) house.now += 2 * minuteMs;
      const next = openHouseProcess(house);
      await sweepToRest(next, house);
      // What is placed late can be undone for ten seconds as well.
      house.now += minuteMs;
      await sweepToRest(next, house);
      expect({ at, ...outcomeOf(house) }).toEqual({ at, ...wanted });
    }
  });
});

test('two processes carry out one set as one would, however late each hears of the other', async () => {
  const house = await scheduled(4);
  const [one, two] = [openHouseProcess(house), openHouseProcess(house)];
  await Promise.all([one.sweep(), two.sweep()]);
  house.now += 2 * minuteMs;
  for (let round = 0; round < 6; round += 1) {
    await Promise.all([one.sweep(), two.sweep()]);
    if (round % 2 === 1) two.catchUp();
  }
  one.catchUp();
  await sweepToRest(one, house);
  const { house: whole } = await releasedWhole(4);
  expect(outcomeOf(house)).toEqual(outcomeOf(whole));
});

test('a set that is cancelled before it begins takes every item back, also what was placed meanwhile', async () => {
  const house = await scheduled(3);
  const slow = openHouseProcess(house);
  const process = openHouseProcess(house);
  await sweepToRest(process, house);
  const seen = { id: setId, seq: lastSeq(setOf(house).trail) };
  const cancelled = await actOnReleaseSet(process.ports, secretary, seen, (set, act, context) =>
    cancelRelease(set, '日程が変わったため', act, context),
  );
  expect(cancelled.kind).toBe('changed');
  await slow.sweep();
  await sweepToRest(process, house);
  house.now += 2 * minuteMs;
  slow.catchUp();
  process.catchUp();
  await sweepToRest(process, house);
  await sweepToRest(slow, house);
  expect(outcomeOf(house)).toMatchObject({
    state: 'cancelled',
    published: [[], [], []],
    open: 0,
    publications: [],
  });
});

test('cancelling and beginning: exactly one wins', async () => {
  const house = await scheduled(2);
  const process = openHouseProcess(house);
  await sweepToRest(process, house);
  const late = openHouseProcess(house);
  house.now += 2 * minuteMs;
  await sweepToRest(process, house);
  const seen = { id: setId, seq: lastSeq(setOf(house).trail) };
  const outcome = await actOnReleaseSet(late.ports, secretary, seen, (set, act, context) =>
    cancelRelease(set, undefined, act, context),
  );
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal: { code: 'release-set-closed', state: 'released' },
  });
});

test('what changed after it was chosen, or was taken out, is listed with its reason; the rest is published', async () => {
  const house = newHouse();
  const [changed, undone, kept] = await haveDecided(house, 3);
  if (!changed || !undone || !kept) throw new Error('three proposals are needed');
  const process = openHouseProcess(house);
  await makeReleaseSet(process.ports, secretary, setId, {
    title: '公表',
    campaign: 'fy2026',
    withProgress: false,
  });
  await choose(process, house, [changed, undone, kept]);
  const act = (number: string, name: keyof typeof acts, form = {}) =>
    actOnProposal(process.ports, secretary, { number }, name, form);
  const hidden = await act(changed.number, 'hide', {
    hidden: 'yes',
    reason: '特定の職場がわかる内容のため',
  });
  const noted = await act(kept.number, 'add-note', { note: '確認しました' });
  expect([hidden.kind, noted.kind]).toEqual(['changed', 'changed']);
  await actOnReleaseSet(
    process.ports,
    otherSecretary,
    { id: setId, seq: lastSeq(setOf(house).trail) },
    (set, by, context) => scheduleRelease(set, undefined, by, context),
  );
  await sweepToRest(process, house);
  expect(setOf(house).exceptions).toEqual([
    { kind: 'proposal', id: changed.id, code: 'changed-since-chosen' },
  ]);
  expect((await act(undone.number, 'undo-publication')).kind).toBe('changed');
  house.now += minuteMs;
  await sweepToRest(process, house);
  const set = setOf(house);
  expect(set.state).toBe('released');
  expect(set.exceptions.map(({ id, code }) => [id, code])).toEqual([
    [changed.id, 'changed-since-chosen'],
    [undone.id, 'taken-out'],
  ]);
  expect(outcomeOf(house).published.map((each) => each.length)).toEqual([0, 0, 1]);
});

test('a set of nothing but the progress publishes the figures, and a correction keeps the old version', async () => {
  const house = await scheduled(0);
  const process = openHouseProcess(house);
  house.now += 2 * minuteMs;
  await sweepToRest(process, house);
  expect(setOf(house).released?.audience.channels).toEqual([
    { channelId: channels.staff, as: 'staff' },
  ]);
  const first = process.ports.register.publications()[0];
  house.now += minuteMs;
  const seen = { publicationId: setId, version: 1 };
  const correct = (by = secretary, reason = '件数の数え方を直しました') =>
    correctProgress(process.ports, by, seen, reason);
  expect((await correct()).kind).toBe('corrected');
  expect((await correct()).kind).toBe('corrected');
  expect(await correct(otherSecretary, '別の理由')).toMatchObject({
    refusal: { code: 'changed-meanwhile' },
  });
  const versions = process.ports.register.publications();
  expect(versions.map(({ version, correction }) => [version, correction?.reason])).toEqual([
    [1, undefined],
    [2, '件数の数え方を直しました'],
  ]);
  expect(versions[0]).toEqual(first);
});

test('who is not of the secretariat any more publishes nothing by a set scheduled before', async () => {
  const house = await scheduled(2, false);
  const process = openHouseProcess(house, [otherSecretary]);
  await sweepToRest(process, house);
  expect(setOf(house).exceptions.map(({ code }) => code)).toEqual([
    'not-permitted',
    'not-permitted',
  ]);
  expect(proposalsOf(house).some(({ publicationDue }) => publicationDue)).toBe(false);
});
