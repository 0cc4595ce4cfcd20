import { accepted, newWorld, rowsOf, startProcess, type World } from '../support/telling-world.js';

/** How each notice to the proposer ended, or why it waits. */
const endsOf = (world: World) => {
  const { personId } = world.proposal.proposer;
  return rowsOf(world)
    .flatMap(({ recipients }) => recipients)
    .filter(({ id }) => id === personId)
    .map(({ outcome = 'open', why }) => `${outcome} ${why}`);
};

function blockedWorld(): World {
  const world = newWorld();
  world.blocked = world.proposal.proposer.personId;
  return world;
}

test('who blocked the chat is told in the activity feed, once for each notice', async () => {
  const world = blockedWorld();
  world.feedAnswers = [accepted, accepted];
  const teller = startProcess(world, 'one');
  await teller.sweep();
  await teller.sweep();
  expect(endsOf(world)).toStrictEqual(['delivered in-feed', 'delivered in-feed']);
  const { number, proposer } = world.proposal;
  const entry = `${proposer.personId} ${number}`;
  expect(world.feed).toStrictEqual([entry, entry]);
});

test('the chat that is known to be blocked is not tried again', async () => {
  const world = newWorld();
  world.conversationActive = false;
  world.feedAnswers = [accepted, { kind: 'refused', why: 'blocked' }];
  await startProcess(world, 'one').sweep();
  expect(endsOf(world).toSorted()).toStrictEqual(['delivered in-feed', 'undeliverable blocked']);
  expect(world.sends.map(({ place }) => place)).toStrictEqual(['19:all@thread.tacv2']);
});

test('an activity feed that asks to wait is waited for, and doubt ends as unconfirmed', async () => {
  const world = newWorld();
  world.conversationActive = false;
  const wait = { kind: 'not-sent', why: 'throttled', retryAfterMs: 30_000 } as const;
  const doubt = { kind: 'ambiguous', why: 'connection-lost' } as const;
  world.feedAnswers = [wait, wait, accepted, doubt, doubt];
  const teller = startProcess(world, 'one');
  await teller.sweep();
  for (const _ of [1, 2, 3]) {
    world.now += 75_000;
    await teller.sweep();
  }
  expect(endsOf(world).toSorted()).toStrictEqual([
    'delivered in-feed',
    'unconfirmed no-clear-answer',
  ]);
});

test('without a chat, the feed is tried for who has the app, and who has no account is tried no more', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const { personId } = world.proposal.proposer;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  expect(endsOf(world)).toStrictEqual(['open no-conversation', 'open no-conversation']);
  world.contacts.set(personId, 'has-app');
  world.feedAnswers = [accepted];
  world.now += 60_000;
  await teller.sweep();
  expect(endsOf(world).toSorted()).toStrictEqual(['delivered in-feed', 'open no-conversation']);
  expect(world.contacts.get(personId)).toBe('out-of-reach');
  const tried = world.feed.length;
  world.now += 3_600_000;
  await teller.sweep();
  expect(world.feed).toHaveLength(tried);
  world.contacts.set(personId, 'no-account');
  await teller.sweep();
  expect(endsOf(world).toSorted()).toStrictEqual(['delivered in-feed', 'undeliverable no-account']);
  expect(world.feed).toHaveLength(tried);
  expect(teller.balance()).toMatchObject({ delivered: 2, undeliverable: 1, pending: 0 });
});
