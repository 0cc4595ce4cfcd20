import type { ReleaseSet } from '../../src/domain/releases/release-set.js';
import { scheduleRelease } from '../../src/domain/releases/schedule-release.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnReleaseSet } from '../../src/usecases/act-on-release-set.js';
import { chooseForRelease } from '../../src/usecases/choose-for-release.js';
import { makeMeasure } from '../../src/usecases/make-measure.js';
import { makeReleaseSet } from '../../src/usecases/make-release-set.js';
import { rightMeasure } from '../support/measure-world.js';
import {
  channels,
  type HouseProcess,
  haveDecided,
  newHouse,
  openHouseProcess,
} from '../support/release-house.js';
import { secretary } from '../support/sample-proposals.js';

const setId = '50000000-0000-4000-8000-000000000001';

async function sweep(process: HouseProcess): Promise<void> {
  for (let round = 0; round < 4; round += 1) await process.sweep();
}

test('a measure is published with its set, told by the one post of each channel and by nothing of its own', async () => {
  const house = newHouse();
  const [proposal] = await haveDecided(house, 1);
  const process = openHouseProcess(house);
  const { ports } = process;
  const measureId = '30000000-0000-4000-8000-000000000001';
  expect((await makeMeasure(ports, secretary, measureId, rightMeasure)).kind).toBe('changed');
  const setNow = (): ReleaseSet => {
    const set = ports.register.releaseSet(setId)?.value;
    if (!set) throw new Error('there is no set');
    return set;
  };
  const form = { title: '公表', campaign: 'fy2026', withProgress: false };
  await makeReleaseSet(ports, secretary, setId, form);
  const seen = () => ({ id: setId, seq: lastSeq(setNow().trail) });
  const measure = () => ports.register.measure(measureId)?.value;
  const { refused } = await chooseForRelease(ports, secretary, seen(), [
    { kind: 'measure', id: measureId, seq: lastSeq(measure()?.trail ?? []) },
    { kind: 'measure', id: 'nothing', seq: 1 },
    { kind: 'proposal', number: 'R8-0001', seq: lastSeq(proposal?.trail ?? []) },
  ]);
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['no-such-measure']);
  await actOnReleaseSet(ports, secretary, seen(), (set, act, context) =>
    scheduleRelease(set, undefined, act, context),
  );
  await sweep(process);
  expect(measure()?.publicationDue?.release?.setId).toBe(setId);
  house.now += 60_000;
  await sweep(process);
  expect(setNow()).toMatchObject({ state: 'released', exceptions: [] });
  expect(measure()?.versions).toHaveLength(1);
  expect(measure()?.trail.at(-1)).toMatchObject({ kind: 'published', audience: { channels: [] } });
  const posts = setNow().posts.map(({ channelId, items }) => [channelId, items.length]);
  expect(posts).toEqual([
    [channels.staff, 2],
    [channels.soumu, 2],
  ]);
});
