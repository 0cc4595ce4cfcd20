import { scheduleRelease } from '../../src/domain/releases/schedule-release.js';
import { lastSeq } from '../../src/domain/trail-entry.js';
import { actOnProposal } from '../../src/usecases/act-on-proposal.js';
import { actOnReleaseSet } from '../../src/usecases/act-on-release-set.js';
import { chooseForRelease } from '../../src/usecases/choose-for-release.js';
import { makeReleaseSet } from '../../src/usecases/make-release-set.js';
import {
  type HouseProcess,
  haveDecided,
  newHouse,
  openHouseProcess,
} from '../support/release-house.js';
import { receivedProposal, sampleNow, secretary } from '../support/sample-proposals.js';

const setId = '50000000-0000-4000-8000-000000000001';
const minuteMs = 60_000;
const numbers = ['R8-0001', 'R8-0002'] as const;

const seenNow = ({ ports }: HouseProcess) => ({
  id: setId,
  seq: lastSeq(ports.register.releaseSet(setId)?.value.trail ?? []),
});

/** Schedules a set of both proposals for a minute later. */
async function schedule(process: HouseProcess): Promise<void> {
  const { ports } = process;
  const form = { title: '11月の公表', campaign: 'fy2026', withProgress: false };
  await makeReleaseSet(ports, secretary, setId, form);
  const items = numbers.map((number) => {
    const trail = ports.register.proposalByNumber(number)?.value.trail ?? [];
    return { kind: 'proposal' as const, number, seq: lastSeq(trail) };
  });
  const { refused } = await chooseForRelease(ports, secretary, seenNow(process), items);
  expect(refused).toEqual([]);
  await actOnReleaseSet(ports, secretary, seenNow(process), (set, by, context) =>
    scheduleRelease(set, sampleNow + minuteMs, by, context),
  );
}

async function sweep(process: HouseProcess): Promise<void> {
  for (let round = 0; round < 4; round += 1) await process.sweep();
}

test('a merge whose survivor is withdrawn before the release is taken out and listed; the rest is published', async () => {
  const house = newHouse();
  await haveDecided(house, 2);
  const survivor = receivedProposal({ id: 'survivor', number: 'R8-0009' });
  await house.proposals.store.create(survivor);
  const process = openHouseProcess(house);
  const { ports } = process;
  const form = { mergeInto: 'R8-0009', reason: '同じ様式についての提案のため、まとめます。' };
  const merged = await actOnProposal(ports, secretary, { number: numbers[0] }, 'merge', form);
  expect(merged.kind).toBe('changed');
  await schedule(process);
  await sweep(process);
  const { personId, name } = survivor.proposer;
  const proposer = { id: personId, name };
  const gone = await actOnProposal(ports, proposer, { number: 'R8-0009' }, 'withdraw', {});
  expect(gone.kind).toBe('changed');
  house.now += 2 * minuteMs;
  await sweep(process);
  const { register } = ports;
  const [first, second] = numbers.map((number) => register.proposalByNumber(number)?.value);
  expect(register.releaseSet(setId)?.value).toMatchObject({
    state: 'released',
    exceptions: [{ kind: 'proposal', id: first?.id, code: 'survivor-withdrawn' }],
  });
  expect(first?.published).not.toHaveProperty('mergedInto');
  expect([first?.published.status, second?.published.status]).toEqual(['reviewing', 'decided']);
});
