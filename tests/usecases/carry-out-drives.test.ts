import type { Proposal } from '../../src/domain/proposal.js';
import { carryOutDrives } from '../../src/usecases/carry-out-drives.js';
import type { Stored } from '../../src/usecases/ports.js';
import { MeasureWorld } from '../support/measure-world.js';
import { type House, newHouse, openHouseProcess } from '../support/release-house.js';

const [sound, broken] = ['R8-0001', 'R8-0002'] as const;
const minuteMs = 60_000;

/** A house in which a measure is to bring two proposals forward. */
async function houseWithDrive(): Promise<House> {
  const world = new MeasureWorld();
  world.published('m');
  for (const number of [sound, broken]) {
    world.decided(number);
    world.link(number, 'm', 'part');
  }
  world.act('m', 'secondSecretary', 'ask-realisation', { realisedOn: '2026-10-05' });
  const house = newHouse();
  house.now = world.now;
  for (const proposal of world.proposals.values()) await house.proposals.store.create(proposal);
  await house.measures.store.create(world.measure('m'));
  return house;
}

test('a proposal that cannot be written is an exception in the end, and keeps nothing waiting', async () => {
  const house = await houseWithDrive();
  const { ports } = openHouseProcess(house);
  const { store } = ports;
  const failing = {
    ...ports,
    store: {
      ...store,
      replace: (stored: Stored<Proposal>, next: Proposal) =>
        next.number === broken
          ? Promise.reject(new Error('the list refuses it'))
          : store.replace(stored, next),
    },
  };
  const faults: string[] = [];
  const sweep = () => carryOutDrives(failing, (what) => void faults.push(what));
  const end = () => ports.register.measure('m')?.value.drives[0]?.end;
  await sweep();
  house.now += 10 * minuteMs;
  await sweep();
  expect(end()).toBeUndefined();
  expect(faults).toHaveLength(2);
  house.now += 60 * minuteMs;
  await sweep();
  expect(end()).toMatchObject({ done: 1, exceptions: [{ number: broken, code: 'failed' }] });
  expect(ports.register.proposalByNumber(sound)?.value.status).toBe('partially-realised');
});
