import type { Measure } from '../../src/domain/measures/measure.js';
import { shortenMeasuresAbove } from '../../src/domain/measures/measure-room.js';
import { replayMeasure } from '../../src/domain/measures/replay-measure.js';
import { trailLength } from '../../src/domain/trail-archive.js';
import { changeMeasure } from '../../src/usecases/change-measure.js';
import { openMeasureArchive } from '../../src/usecases/trail-archive.js';
import { MeasureWorld, rightMeasure } from '../support/measure-world.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const id = '30000000-0000-4000-8000-000000000001';
const edit = (title: string) => ({
  ...rightMeasure,
  title,
  measureContent: '資料は画面に映す。'.repeat(100),
});

/** A measure whose next change no longer fits its item. */
function longMeasure(): { readonly world: MeasureWorld; readonly measure: Measure } {
  const world = new MeasureWorld();
  world.create(id, 'secretary');
  for (let n = 0; trailLength(world.measure(id).trail) < shortenMeasuresAbove - 1_500; n += 1) {
    world.act(id, 'secretary', 'edit', edit(`${n}番目の題名`));
  }
  return { world, measure: world.measure(id) };
}

/** A process that has read the lists, with one edit that it can make. */
async function openProcess(world: MeasureWorld) {
  const { graph, register } = await office.connect();
  for (const feed of graph.feeds) await feed.pollNow();
  const measureArchive = openMeasureArchive(graph.stores.measureArchive);
  const clock = { now: () => world.now };
  const ports = { measureStores: graph.stores, measureArchive, register, writer: register, clock };
  const change = () =>
    changeMeasure(ports, id, (measure) => {
      world.measures.set(id, measure);
      world.act(id, 'secretary', 'edit', edit('最後の題名'));
      return { ok: true, value: world.measure(id) };
    });
  return { measureArchive, change, present: () => register.measure(id)?.value };
}

test.each(['before', 'after'] as const)(
  'a change cut off %s the archive item is made is made once by the next process, and the trail is whole',
  async (when) => {
    const { world, measure } = longMeasure();
    await office.graph.stores.measures.create(measure);
    const one = await openProcess(world);
    const path = `${(await office.listPath('MebukiMeasureArchive')).split('/').at(-1)}/items`;
    office.faults({
      match: { family: 'graph', method: 'POST', path, times: 1 },
      action:
        when === 'before'
          ? { kind: 'status', status: 503 }
          : { kind: 'after-commit-status', status: 503 },
    });
    await one.change().catch(() => undefined);
    const two = await openProcess(world);
    if (two.present()?.content.title !== '最後の題名') {
      expect((await two.change()).kind).toBe('changed');
    }
    const three = await openProcess(world);
    const stored = three.present();
    if (!stored) throw new Error('no measure');
    expect(stored.trail[0]?.seq).toBeGreaterThan(1);
    expect(replayMeasure(stored.trail, stored.earlier)).toEqual(stored);
    const whole = await three.measureArchive.whole(stored);
    expect(whole.trail).toHaveLength(measure.trail.length + 1);
    expect(replayMeasure(whole.trail)).toEqual(whole);
  },
);

test('the list itself can be read: the item says where the beginning is, the archive has it in words', async () => {
  const { world, measure } = longMeasure();
  await office.graph.stores.measures.create(measure);
  expect((await (await openProcess(world)).change()).kind).toBe('changed');
  const textOf = async (list: string): Promise<string> => {
    const path = `${await office.listPath(list)}/items?$expand=fields`;
    const items = await office.raw.send('GET', path, { token: office.raw.provision });
    return String(items.body.value[0]?.fields?.['TrailText']);
  };
  expect(await textOf('MebukiMeasures')).toMatch(
    /^（1から\d+までの経過は「芽吹き 取組の経過の続き」にあります。）\n/,
  );
  expect(await textOf('MebukiMeasureArchive')).toMatch(/^1\. .*作成.*\n2\. .*編集/);
});
