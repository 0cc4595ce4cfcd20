import { scheduleRelease } from '../../../src/domain/releases/schedule-release.js';
import { lastSeq } from '../../../src/domain/trail-entry.js';
import { publications } from '../../../src/graph/lists/publications.js';
import { releaseSets } from '../../../src/graph/lists/release-sets.js';
import { actOnReleaseSet } from '../../../src/usecases/act-on-release-set.js';
import { chooseForRelease } from '../../../src/usecases/choose-for-release.js';
import { correctProgress } from '../../../src/usecases/correct-progress.js';
import { makeReleaseSet } from '../../../src/usecases/make-release-set.js';
import { haveDecided, newHouse, openHouseProcess } from '../../support/release-house.js';
import { secretary } from '../../support/sample-proposals.js';

const id = '50000000-0000-4000-8000-000000000001';

/** Every state of a set's life, and both versions of its progress. */
async function lived() {
  const house = newHouse();
  const proposals = await haveDecided(house, 3);
  const process = openHouseProcess(house);
  const { ports } = process;
  const states = () => [...house.sets.items.values()].map(({ value }) => value);
  const form = { title: '11月の公表', campaign: 'fy2026', withProgress: true };
  await makeReleaseSet(ports, secretary, id, form);
  const seen = () => ({ id, seq: lastSeq(states()[0]?.trail ?? []) });
  const items = proposals.map(({ number, trail }, index) => ({
    kind: 'proposal' as const,
    number,
    seq: index === 0 ? 1 : lastSeq(trail),
  }));
  const before = states();
  const { refused } = await chooseForRelease(ports, secretary, seen(), items);
  expect(refused.map(({ refusal }) => refusal.code)).toEqual(['changed-since-chosen']);
  await actOnReleaseSet(ports, secretary, seen(), (set, act, context) =>
    scheduleRelease(set, undefined, act, context),
  );
  const scheduled = states();
  house.now += 60_000;
  for (let round = 0; round < 4; round += 1) await process.sweep();
  house.now += 60_000;
  for (let round = 0; round < 4; round += 1) await process.sweep();
  await correctProgress(ports, secretary, { publicationId: id, version: 1 }, '数え直しました');
  return { sets: [...before, ...scheduled, ...states()], versions: ports.register.publications() };
}

test('what is written of release sets and progress publications reads back the same', async () => {
  const { sets, versions } = await lived();
  expect(sets.map(({ state }) => state)).toEqual(['draft', 'scheduled', 'released']);
  for (const set of sets)
    expect(releaseSets.fromFields(releaseSets.toFields(set), '1')).toEqual(set);
  expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  for (const version of versions) {
    expect(publications.fromFields(publications.toFields(version), '1')).toEqual(version);
  }
});

test('a column that was changed by hand is not believed', async () => {
  const { sets, versions } = await lived();
  const [set] = sets;
  const [version] = versions;
  if (!set || !version) throw new Error('there is nothing to read');
  expect(() =>
    releaseSets.fromFields({ ...releaseSets.toFields(set), State: 'released' }, '1'),
  ).toThrow(/State/);
  expect(() =>
    publications.fromFields({ ...publications.toFields(version), PublishedVersion: 7 }, '1'),
  ).toThrow(/PublicationKey/);
});
