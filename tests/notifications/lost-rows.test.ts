import { wholeSecond } from '../../src/domain/instant.js';
import { openProcess, rowsOf, type World } from '../support/telling-world.js';
import { minuteMs, toldWorld } from '../support/told-world.js';

const lostSince = (world: World) => [...world.marks.items.values()][0]?.value.lostAt;
const statesOf = (world: World) => rowsOf(world).map(({ state }) => state);

test('a lost row whose trail cannot be read waits until it can, and holds nothing that came since', async () => {
  const world = await toldWorld();
  const { teller, register, lose } = openProcess(world, 'two');
  const whole = world.proposal;
  world.proposal = Object.defineProperty({ ...whole }, 'trail', {
    get: () => {
      throw new Error('the trail is damaged');
    },
  });
  lose(() => true);
  await teller.sweep();
  const lostAt = lostSince(world);
  expect([lostAt, register.lostLedgerRows().length]).toEqual([wholeSecond(world.now), 3]);
  world.now += minuteMs;
  await teller.sweep();
  expect([lostSince(world), register.lostLedgerRows().length]).toEqual([lostAt, 3]);
  world.proposal = whole;
  world.now += minuteMs;
  await teller.sweep();
  expect(register.lostLedgerRows()).toEqual([]);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.sends).toHaveLength(3);
});

test('a loss whose mark cannot be written is remembered until it is', async () => {
  const world = await toldWorld();
  const { teller, register, lose } = openProcess(world, 'two');
  await teller.sweep();
  const { replace } = world.marks.store;
  world.marks.store.replace = async () => {
    throw new Error('Graph is away');
  };
  lose(() => true);
  await teller.sweep();
  expect(register.lostLedgerRows()).toHaveLength(3);
  world.marks.store.replace = replace;
  world.now += minuteMs;
  await teller.sweep();
  expect(register.lostLedgerRows()).toEqual([]);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.sends).toHaveLength(3);
});
