import { isDeepStrictEqual } from 'node:util';
import { tracks } from '../../src/domain/decision.js';
import { replay } from '../../src/domain/replay.js';
import { statuses } from '../../src/domain/status.js';
import { longestTrail } from '../../src/domain/trail-archive.js';
import { proposals as list } from '../../src/graph/lists/proposals.js';
import { campaignLife } from '../support/campaign-life.js';

let proposals: ReturnType<typeof campaignLife>['proposals'];
let campaign: ReturnType<typeof campaignLife>['campaign'];

beforeAll(() => {
  ({ proposals, campaign } = campaignLife());
});

const twoYearsMs = 2 * 366 * 86_400_000;

test('648 proposals live for two years, through every track and to every end', () => {
  expect(proposals).toHaveLength(648);
  const ends = new Set(proposals.map(({ status }) => status));
  const passing = ['received', 'clarifying', 'reviewing'];
  expect([...ends].sort()).toEqual(
    statuses.filter((status) => ends.has(status) || !passing.includes(status)).toSorted(),
  );
  const decided = proposals.flatMap(({ decision }) => decision?.track ?? []);
  expect([...new Set(decided)].sort()).toEqual([...tracks].sort());
  const last = Math.max(...proposals.map(({ trail }) => trail.at(-1)?.recordedAt ?? 0));
  expect(last).toBeGreaterThan(campaign.opensAt + 365 * 86_400_000);
  expect(last).toBeLessThan(campaign.opensAt + twoYearsMs);
});

test('replaying each of their trails from nothing gives the stored state', () => {
  const other = proposals.filter((each) => !isDeepStrictEqual(replay(each.trail), each));
  expect(other.map(({ number }) => number)).toEqual([]);
});

test('what their items hold reads back the same, and replays to it again', () => {
  for (const [index, proposal] of proposals.entries()) {
    const fields = JSON.parse(JSON.stringify(list.toFields(proposal)));
    const read = list.fromFields(fields, String(index));
    expect(isDeepStrictEqual(read, proposal)).toBe(true);
    expect(isDeepStrictEqual(replay(read.trail), proposal)).toBe(true);
  }
});

test('two years fit into an item each', () => {
  const longest = Math.max(...proposals.map(({ trail }) => JSON.stringify(trail).length));
  expect(longest).toBeLessThan(longestTrail);
});

test('the same seed gives the same campaign, another one another', () => {
  const twelve = (seed: number) => JSON.stringify(campaignLife({ seed, count: 12 }).proposals);
  expect(twelve(7)).toBe(twelve(7));
  expect(twelve(7)).not.toBe(twelve(8));
});
