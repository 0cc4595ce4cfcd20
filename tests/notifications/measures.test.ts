import type { MeasureEntry } from '../../src/domain/measures/measure-events.js';
import { measureStateOf } from '../../src/domain/measures/measure-state.js';
import { recordMeasure } from '../../src/domain/measures/replay-measure.js';
import { knownWithinMs } from '../../src/domain/notice-mark.js';
import { theSystem } from '../../src/domain/person.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import type { ComposedNotice } from '../../src/notifications/notice-ports.js';
import { channelNoticesAfter } from '../../src/notifications/told.js';
import type { Register } from '../../src/usecases/ports.js';
import { MeasureWorld } from '../support/measure-world.js';
import { dyingAt, mortal } from '../support/release-office.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleNow } from '../support/sample-proposals.js';
import {
  ambiguous,
  newWorld,
  openProcess,
  outcomesOf,
  rowsOf,
  startProcess,
  type World,
} from '../support/telling-world.js';

const id = '30000000-0000-4000-8000-000000000001';
const places = ['19:all', '19:soumu'];

/** A world with a measure that was just published, in which its proposal has been told already. */
async function publishedWorld(): Promise<World & Required<Pick<World, 'measure'>>> {
  const world = newWorld();
  await startProcess(world, 'zero').sweep();
  world.sends.splice(0);
  const measures = new MeasureWorld();
  measures.now = world.now;
  measures.published(id);
  world.now = measures.now;
  return Object.assign(world, { measure: measures.measure(id) });
}

const sentTo = ({ sends }: World): readonly string[] => sends.map(({ place }) => place);
const ownRows = (world: World) => rowsOf(world).filter(({ proposalId }) => proposalId === id);

test('a measure published on its own is told once in each of its channels, and its rows close', async () => {
  const world = await publishedWorld();
  const teller = startProcess(world, 'one');
  await teller.sweep();
  await teller.sweep();
  expect(sentTo(world)).toEqual(places);
  expect(ownRows(world).map(({ state }) => state)).toEqual(['closed', 'closed']);
  expect(teller.balance()).toMatchObject({ pending: 0, held: 0 });
});

test('a process that starts later, and two that sweep at once, send nothing twice', async () => {
  const world = await publishedWorld();
  const [one, two] = [startProcess(world, 'one'), startProcess(world, 'two')];
  await Promise.all([one.sweep(), two.sweep(), one.sweep(), two.sweep()]);
  await startProcess(world, 'three').sweep();
  expect([...sentTo(world)].sort()).toEqual(places);
});

test.each(['before', 'after'] as const)(
  'a process cut off %s any write to the ledger is followed by one that leaves no channel untold',
  async (when) => {
    for (let write = 1; write <= 4; write += 1) {
      const world = await publishedWorld();
      const store = mortal(world.ledger.store, dyingAt({ write, when }));
      await startProcess({ ...world, ledger: { ...world.ledger, store } }, 'one').sweep();
      for (let round = 0; round < 3; round += 1) {
        world.now += 71_000;
        await startProcess(world, `after ${round}`).sweep();
      }
      // What was under way may come once more; what was recorded never does.
      expect(new Set(sentTo(world))).toEqual(new Set(places));
      expect(sentTo(world).length).toBeLessThanOrEqual(4);
      expect(ownRows(world).every(({ state }) => state === 'closed')).toBe(true);
    }
  },
);

test('an ambiguous post is repeated once, and then stands as unconfirmed', async () => {
  const world = await publishedWorld();
  world.answers = Array.from({ length: 4 }, () => ambiguous);
  const teller = startProcess(world, 'one');
  for (let round = 0; round < 4; round += 1) {
    await teller.sweep();
    world.now += 71_000;
  }
  expect([...sentTo(world)].sort()).toEqual(['19:all', '19:all', '19:soumu', '19:soumu']);
  expect(outcomesOf(world).slice(-2)).toEqual(['unconfirmed', 'unconfirmed']);
});

test('rows about a measure that are lost are held, and not sent a second time', async () => {
  const world = await publishedWorld();
  const process = openProcess(world, 'one');
  await process.teller.sweep();
  world.now += knownWithinMs + 60_000;
  process.lose(({ proposalId }) => proposalId === id);
  await process.teller.sweep();
  expect(sentTo(world)).toHaveLength(2);
  expect(ownRows(world).map(({ state }) => state)).toEqual(['held', 'held']);
});

const register = {
  masters: () => sampleMasters,
  campaigns: () => [],
  proposal: () => undefined,
  measure: () => undefined,
} as Partial<Register> as Parameters<typeof composeNotices>[1];
const composed = composeNotices(cards, register, { now: () => sampleNow });

function compose(...what: Parameters<typeof composed>): ComposedNotice {
  const notice = composed(...what);
  if ('withheld' in notice) throw new Error(`withheld: ${notice.withheld}`);
  return notice;
}

test('the post shows the published version, nothing that is worked on since', async () => {
  const { measure } = await publishedWorld();
  const title = 'まだ公表していない題名';
  const edited = recordMeasure(
    measure,
    { by: theSystem, at: measure.createdAt },
    { kind: 'edited', content: { ...measure.content, title } },
  );
  expect(measureStateOf(edited).content.title).toBe(title);
  const [toStaff, toOwner] = channelNoticesAfter(edited, 0);
  if (!toStaff || !toOwner) throw new Error('nobody is told');
  for (const intent of [toStaff, toOwner]) {
    const { card, summary } = compose(edited, intent, 'ja');
    expect(JSON.stringify(card)).toContain(measure.content.title);
    expect(JSON.stringify({ card, summary })).not.toContain(title);
  }
  expect(JSON.stringify(compose(edited, toOwner, 'ja').card)).toContain('所管する取組');
  expect(compose(edited, toStaff, 'en').summary).toBe('A measure was published');
});

test('a measure of which nothing is published has no card', async () => {
  const measures = new MeasureWorld();
  measures.create(id, 'secretary');
  const world = await publishedWorld();
  const [intent] = channelNoticesAfter(world.measure, 0);
  const kinds = measures.measure(id).trail.map(({ kind }: MeasureEntry) => kind);
  expect(kinds).toEqual(['created']);
  expect(() => intent && compose(measures.measure(id), intent, 'ja')).toThrow(
    'nothing is published',
  );
});
