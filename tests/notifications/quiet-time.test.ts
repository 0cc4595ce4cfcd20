import type { Proposal } from '../../src/domain/proposal.js';
import {
  newWorld,
  openProcess,
  rowsOf,
  startProcess,
  type World,
} from '../support/telling-world.js';

const hourMs = 3_600_000;

/** The office of a test, whose quiet time is on for nine hours. */
function quietWorld(): World {
  const world = newWorld();
  world.quiet = { from: world.now, until: world.now + 9 * hourMs };
  return world;
}

function endQuiet(world: World): void {
  world.now = world.quiet?.until ?? world.now;
}

/** The same publication, of a release set that two people said may be told in quiet time. */
function despiteQuietTime(proposal: Proposal): Proposal {
  const release = { setId: 's', title: '第1弾', despiteQuietTime: true } as const;
  const trail = proposal.trail.map((entry) =>
    entry.kind === 'published' ? { ...entry, release } : entry,
  );
  return { ...proposal, trail };
}

test('in quiet time nothing is claimed or sent; all is pending, and told once it ends', async () => {
  const world = quietWorld();
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  expect([world.sends, rowsOf(world)]).toEqual([[], []]);
  expect(teller.balance()).toMatchObject({ pending: 3, delivered: 0 });
  expect(teller.quietUntil()).toBe(world.quiet?.until);
  endQuiet(world);
  await teller.sweep();
  expect(world.sends).toHaveLength(3);
  expect(teller.balance()).toMatchObject({ pending: 0, delivered: 3 });
});

test('what waits for the end of quiet time is told by the process that begins meanwhile', async () => {
  const world = quietWorld();
  await startProcess(world, 'one').sweep();
  world.now += 4 * hourMs;
  await startProcess(world, 'two').sweep();
  endQuiet(world);
  await startProcess(world, 'three').sweep();
  expect(world.sends).toHaveLength(3);
  expect(world.losses).toEqual([]);
});

test('a receipt is told at any hour', async () => {
  const world = quietWorld();
  const { teller } = openProcess(world, 'one');
  await teller.tellReceipt({ value: world.proposal, itemId: '1', revision: 'r' });
  expect(world.sends).toHaveLength(1);
});

test('a row that has to be tried again waits too, that of a receipt does not', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const { teller } = openProcess(world, 'one');
  await teller.tellReceipt({ value: world.proposal, itemId: '1', revision: 'r' });
  await teller.sweep();
  const sentBefore = world.sends.length;
  world.quiet = { from: world.now, until: world.now + 9 * hourMs };
  world.conversationKnown = true;
  world.now += hourMs;
  await teller.sweep();
  await teller.sweep();
  expect(world.sends).toHaveLength(sentBefore + 1);
  endQuiet(world);
  await teller.sweep();
  expect(rowsOf(world).map(({ state }) => state)).toEqual(rowsOf(world).map(() => 'closed'));
});

test('what two people said so of is told in quiet time, to people and channels, also when tried again', async () => {
  const world = quietWorld();
  world.proposal = despiteQuietTime(world.proposal);
  world.conversationKnown = false;
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  const placesOf = () => world.sends.map(({ place }) => place).toSorted();
  const channels = placesOf();
  world.conversationKnown = true;
  world.now += hourMs;
  await teller.sweep();
  // Of the beginning review nobody said so.
  expect([channels.length, placesOf().length]).toEqual([1, 2]);
});

test('a row lost at night holds nothing that waits for the morning', async () => {
  const world = newWorld();
  const { teller, register, lose } = openProcess(world, 'one');
  await teller.tellReceipt({ value: world.proposal, itemId: '1', revision: 'r' });
  world.quiet = { from: world.now - 24 * hourMs, until: world.now + 9 * hourMs };
  await teller.sweep();
  world.now += hourMs;
  lose(() => true);
  await teller.sweep();
  expect(register.openLedgerRows().map(({ value }) => value.state)).toEqual(['held']);
  endQuiet(world);
  await teller.sweep();
  expect(world.sends).toHaveLength(4);
  expect(
    rowsOf(world)
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['closed', 'closed', 'closed', 'held']);
});

test('a round that lasts into quiet time stops there, and goes on when it ends', async () => {
  const world = newWorld();
  const { teller } = openProcess(world, 'one');
  const before = world.now;
  // It begins between the claim and the send.
  world.ledger.onCall = () => {
    world.quiet ??= { from: before, until: before + 9 * hourMs };
  };
  await teller.sweep();
  await teller.sweep();
  expect(world.sends).toEqual([]);
  expect(new Set(rowsOf(world).map(({ state }) => state))).toEqual(new Set(['due']));
  endQuiet(world);
  await teller.sweep();
  expect(world.sends).toHaveLength(3);
  expect(rowsOf(world).map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
});

test('one proposal that cannot be read keeps nobody else from being told', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const { teller } = openProcess(world, 'one');
  await teller.sweep();
  const whole = world.proposal;
  world.proposal = Object.defineProperty({ ...whole }, 'trail', {
    get: () => {
      throw new Error('the trail is damaged');
    },
  });
  world.now += hourMs;
  await expect(teller.sweep()).resolves.toBeUndefined();
  world.proposal = whole;
  world.conversationKnown = true;
  world.now += hourMs;
  await teller.sweep();
  expect(world.sends).toHaveLength(3);
});
