import { knownWithinMs } from '../../src/domain/notice-mark.js';
import {
  ambiguous,
  newWorld,
  openProcess,
  outcomesOf,
  rowsOf,
  startProcess,
  type World,
} from '../support/telling-world.js';
import { dayMs, publishAgain } from '../support/told-world.js';

const hourMs = 3_600_000;

/** Lets quiet time pass over an office whose app was there when it began. */
async function afterQuiet(world: World, quietMs = 9 * hourMs): Promise<World> {
  world.quiet = { from: world.now - dayMs, until: world.now + quietMs };
  await startProcess(world, 'before').sweep();
  expect(world.sends).toEqual([]);
  world.now += quietMs;
  return world;
}

/** An office in which quiet time, which is over, held back three notices for one person. */
function nightWorld(quietMs?: number): Promise<World> {
  const world = newWorld();
  world.proposal = publishAgain(world.proposal, world.now);
  return afterQuiet(world, quietMs);
}

const clerkOf = ({ proposal }: World): string => proposal.proposer.personId;
const sendsToClerk = (world: World) =>
  world.sends.filter(({ place }) => place === clerkOf(world)).length;
const whysOfClerk = (world: World) =>
  rowsOf(world)
    .flatMap(({ recipients }) => recipients)
    .filter(({ id }) => id === clerkOf(world))
    .map(({ outcome, why }) => `${outcome} ${why ?? ''}`.trim())
    .toSorted();

test('what quiet time held back three times for one person comes in one card, and each row says so', async () => {
  const world = await nightWorld();
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1], 1]);
  expect(whysOfClerk(world)).toEqual(['delivered', 'delivered in-digest', 'delivered in-digest']);
  expect(teller.balance()).toMatchObject({ pending: 0, undeliverable: 0, delivered: 4 });
  world.now += knownWithinMs;
  await startProcess(world, 'two').sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1], 1]);
});

test('twice is told in two cards, and so is what happened while people were at work', async () => {
  const twice = await afterQuiet(newWorld());
  await startProcess(twice, 'one').sweep();
  expect([twice.digests, sendsToClerk(twice)]).toEqual([[], 2]);
  const atWork = await nightWorld();
  delete atWork.quiet;
  await startProcess(atWork, 'one').sweep();
  expect([atWork.digests, sendsToClerk(atWork)]).toEqual([[], 3]);
});

test('where it is unclear whether the card arrived, it is told again once, each event by itself', async () => {
  const world = await nightWorld();
  world.answers = [ambiguous, ambiguous];
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1], 1]);
  for (const _ of [1, 2, 3]) {
    world.now += 10 * 60_000;
    await teller.sweep();
  }
  expect(sendsToClerk(world)).toBe(4);
  expect(whysOfClerk(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('who has blocked the app is asked once, and all three are listed as not delivered', async () => {
  const world = await nightWorld();
  world.blocked = clerkOf(world);
  await startProcess(world, 'one').sweep();
  expect(sendsToClerk(world)).toBe(1);
  expect(world.unreachable).toEqual([clerkOf(world)]);
  expect(whysOfClerk(world)).toEqual(Array(3).fill('undeliverable blocked'));
});

test('of what a person may not know of any more nothing is said in the card either', async () => {
  const world = await nightWorld();
  world.compose = () => ({ withheld: 'not-visible' });
  await startProcess(world, 'one').sweep();
  expect([world.digests, world.sends]).toEqual([[], []]);
  expect(outcomesOf(world)).toEqual(Array(4).fill('suppressed'));
});

test('with fewer than three left to say each is told by itself', async () => {
  const world = await nightWorld();
  world.compose = (_told, { seq }) =>
    seq === 2 ? { withheld: 'not-visible' } : { card: {}, summary: '' };
  await startProcess(world, 'one').sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[], 2]);
});

test('patience begins when people may be told, however long quiet time was', async () => {
  const world = await nightWorld(4 * dayMs);
  world.conversationKnown = false;
  const refused = { kind: 'refused', why: 'forbidden' } as const;
  world.answers = [refused];
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  expect(outcomesOf(world)).not.toContain('undeliverable');
  world.now += 2 * dayMs;
  world.answers = [refused];
  await teller.sweep();
  expect(outcomesOf(world)).toContain('undeliverable');
});

const notSent = { kind: 'not-sent', why: 'throttled', retryAfterMs: 30_000 } as const;

test('a card that was not sent because Teams was busy is sent as one card later', async () => {
  const world = await nightWorld();
  const { teller } = openProcess(world, 'one');
  world.answers = [notSent, notSent];
  await teller.sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1], 1]);
  world.now += 5 * 60_000;
  await teller.sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1, 1], 2]);
  expect(whysOfClerk(world)).toEqual(['delivered', 'delivered in-digest', 'delivered in-digest']);
});

test('what is hidden once the card is on its way was told with it, and its row says so', async () => {
  const world = await nightWorld();
  world.proposal = publishAgain(world.proposal, world.now - 60_000);
  world.compose = () =>
    world.digests.length > 0 ? { withheld: 'not-visible' } : { card: {}, summary: '' };
  await startProcess(world, 'one').sweep();
  expect([world.digests, sendsToClerk(world)]).toEqual([[1], 1]);
  expect(whysOfClerk(world)).toEqual([
    'delivered',
    'delivered in-digest',
    'delivered in-digest',
    'delivered in-digest',
  ]);
});
