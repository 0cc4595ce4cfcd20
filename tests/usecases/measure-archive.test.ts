import fc from 'fast-check';
import type { Measure } from '../../src/domain/measures/measure.js';
import { noticesOfMeasure } from '../../src/domain/measures/measure-notices.js';
import {
  longestMeasureTrail,
  shortenMeasuresAbove,
} from '../../src/domain/measures/measure-room.js';
import { replayMeasure } from '../../src/domain/measures/replay-measure.js';
import { longestTrail, trailLength } from '../../src/domain/trail-archive.js';
import { createRegister } from '../../src/register/register.js';
import { actOnMeasure } from '../../src/usecases/act-on-measure.js';
import type { MeasureOutcome } from '../../src/usecases/change-measure.js';
import type { MeasurePorts } from '../../src/usecases/measure-ports.js';
import { releaseDueMeasures } from '../../src/usecases/release-due-measures.js';
import { openMeasureArchive } from '../../src/usecases/trail-archive.js';
import { propertyTimeoutMs, runs } from '../support/domain-runs.js';
import { fakeMeasureArchive } from '../support/fake-archive.js';
import { fakeList } from '../support/fake-store.js';
import { MeasureWorld, rightMeasure, worldPeople } from '../support/measure-world.js';
import { type Death, dyingAt, mortal } from '../support/release-office.js';

const versionOf = (revision: string): number => Number(/,(\d+)/.exec(revision)?.[1] ?? 0);
const { by: secretary } = worldPeople.secretary;

/** One published measure in a list, and processes that work on it. */
async function openOffice() {
  const world = new MeasureWorld();
  world.published('m');
  const measures = fakeList<Measure>(({ id }) => id);
  const archive = fakeMeasureArchive();
  await measures.store.create(world.measure('m'));
  const stored = (): Measure => {
    const [item] = [...measures.items.values()];
    if (!item) throw new Error('no measure');
    return item.value;
  };

  /** A process that has read the list, and may die at one of its writes. */
  function openProcess(death?: Death, areToldOf: (key: string) => boolean = () => true) {
    const register = createRegister({ versionOf });
    for (const item of measures.items.values()) register.tookMeasure(item);
    const died = dyingAt(death);
    const ports: MeasurePorts = {
      clock: { now: () => world.now },
      measureStores: {
        measures: mortal(measures.store, died),
        casebookRules: fakeList<Measure>(({ id }) => id).store,
      },
      measureArchive: openMeasureArchive({
        ...archive.store,
        create: mortal(archive.list.store, died).create,
      }),
      register: {
        ...register,
        members: () => world.members,
        campaigns: () => [world.campaign],
        channelMap: () => world.measureContext.channelMap,
        masters: () => world.measureContext.masters,
        ledgerRow: (key: string) =>
          areToldOf(key)
            ? {
                itemId: '1',
                revision: 'r',
                value: {
                  key,
                  proposalId: 'm',
                  seq: 1,
                  state: 'closed',
                  by: '',
                  epoch: 0,
                  until: 0,
                  recipients: [],
                },
              }
            : undefined,
      },
      writer: register,
    };
    const edit = (title: string): Promise<MeasureOutcome> =>
      actOnMeasure(ports, secretary, { id: 'm' }, 'edit', {
        ...rightMeasure,
        title,
        measureContent: `${title}。${'資料は画面に映す。'.repeat(100)}`.slice(0, 1_000),
      });
    const publish = async (): Promise<void> => {
      await actOnMeasure(ports, secretary, { id: 'm' }, 'publish', {});
      world.now += 10_000;
      await releaseDueMeasures(ports, () => {});
    };
    return { edit, publish, whole: () => ports.measureArchive.whole(stored()) };
  }
  return { archive, stored, openProcess };
}

const titlesOf = ({ trail }: Measure): readonly string[] =>
  trail.flatMap((entry) => (entry.kind === 'edited' ? [entry.content.title] : []));

test('a long trail keeps its latest entries, the oldest lie in the archive, and the whole has every version', async () => {
  const office = await openOffice();
  const process = office.openProcess();
  const titles = Array.from({ length: 60 }, (_, n) => `${n}番目の題名`);
  for (const [n, title] of titles.entries()) {
    expect((await process.edit(title)).kind).toBe('changed');
    if (n % 10 === 9) await process.publish();
  }
  const stored = office.stored();
  expect(trailLength(stored.trail)).toBeLessThanOrEqual(shortenMeasuresAbove);
  expect(stored.earlier?.through).toBeGreaterThan(30);
  expect(stored.versions.at(-1)).toMatchObject({ version: 7 });
  expect(stored.versions.length).toBeLessThan(7);
  for (const { value } of office.archive.list.items.values()) {
    expect(trailLength(value.entries)).toBeLessThanOrEqual(longestTrail);
  }
  const whole = await office.openProcess().whole();
  expect(titlesOf(whole)).toEqual(titles);
  expect(whole.versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(replayMeasure(whole.trail)).toEqual(whole);
});

const death: fc.Arbitrary<Death> = fc.record({
  write: fc.integer({ min: 1, max: 3 }),
  when: fc.constantFrom('before' as const, 'after' as const),
});

test(
  'whatever write a process dies at, the whole trail replays and each edit that was told as written is there once',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(death, { nil: undefined, freq: 3 }), { minLength: 40, maxLength: 60 }),
        async (lives) => {
          const office = await openOffice();
          const told: string[] = [];
          for (const [n, at] of lives.entries()) {
            const title = `${n}番目の題名`;
            const outcome = await office
              .openProcess(at)
              .edit(title)
              .catch(() => undefined);
            if (outcome?.kind === 'changed') told.push(title);
          }
          const whole = await office.openProcess().whole();
          const titles = titlesOf(whole);
          expect(new Set(titles).size).toBe(titles.length);
          expect(told.filter((title) => !titles.includes(title))).toEqual([]);
          expect(replayMeasure(whole.trail)).toEqual(whole);
          const { trail, earlier } = office.stored();
          expect(replayMeasure(trail, earlier)).toEqual(office.stored());
        },
      ),
      runs('a process dies while the trail of a measure is shortened', 6),
    );
  },
  propertyTimeoutMs,
);

test('two processes that shorten the same trail leave one whole trail', async () => {
  const office = await openOffice();
  const first = office.openProcess();
  let n = 0;
  while (trailLength(office.stored().trail) < shortenMeasuresAbove - 1_500) {
    await first.edit(`${n++}番目の題名`);
  }
  const [one, two] = [office.openProcess(), office.openProcess()];
  await Promise.all([one.edit('こちらの題名'), two.edit('あちらの題名')]);
  expect(office.stored().earlier).toBeDefined();
  const whole = await office.openProcess().whole();
  expect(titlesOf(whole)).toHaveLength(n + 2);
  expect(replayMeasure(whole.trail)).toEqual(whole);
});

test('a publication whose notices may still be open stays; then acts of people are refused, and go on later', async () => {
  const office = await openOffice();
  const untold = office.openProcess(undefined, () => false);
  let outcome: MeasureOutcome | undefined;
  for (let n = 0; outcome?.kind !== 'refused' && n < 100; n += 1) {
    outcome = await untold.edit(`${n}番目の題名`);
  }
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'trail-full' } });
  const { trail } = office.stored();
  expect(trail.some((entry) => noticesOfMeasure('m', entry).length > 0)).toBe(true);
  expect(trailLength(trail)).toBeLessThanOrEqual(longestMeasureTrail);
  expect(trailLength(trail)).toBeGreaterThan(shortenMeasuresAbove);
  expect((await office.openProcess().edit('お知らせが届いた後の題名')).kind).toBe('changed');
  expect(trailLength(office.stored().trail)).toBeLessThan(shortenMeasuresAbove);
});

test('what cannot be read whole now is a failure, never a measure with fewer versions', async () => {
  const office = await openOffice();
  const process = office.openProcess();
  for (let n = 0; n < 40; n += 1) await process.edit(`${n}番目の題名`);
  const [item] = [...office.archive.list.items.keys()];
  office.archive.list.items.delete(item ?? '');
  await expect(office.openProcess().whole()).rejects.toThrow('cannot be read whole');
});
