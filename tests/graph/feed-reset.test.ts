import { done } from '../support/proposal-in-status.js';
import { proposal, proposalFeed } from './proposal-feed.js';

const { office, follow, stored, itemPath } = proposalFeed();

/** Has the service forget every link of the list: the next poll is answered with 410. */
async function resync(): Promise<void> {
  const response = await fetch(`${office().standIn.origin}/control/graph/resync`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ list: 'MebukiProposals' }),
  });
  expect(response.status).toBe(200);
}

test('after a reset the list is enumerated again: gone items leave, own writes stay', async () => {
  const first = await stored(1);
  await stored(2);
  const { feed, register, numbers, store } = await follow();
  await feed.pollNow();
  await office().raw.send('DELETE', await itemPath(first.itemId));
  // From here on delta tells late: the own write below is not in the enumeration yet.
  office().standIn.deps.profile.set('gentle', { deltaLagMs: [60_000, 60_000] });
  const own = await store.create(proposal(3));
  if (own.kind === 'stored') register.tookProposal(own.stored);
  await resync();
  expect(await feed.pollNow()).toBe(true);
  expect(numbers()).toEqual(['R8-0002', 'R8-0003']);
});

test('after a reset an own write that somebody deleted before delta told of it leaves too', async () => {
  await stored(1);
  const { feed, register, numbers, store } = await follow();
  await feed.pollNow();
  office().standIn.deps.profile.set('gentle', { deltaLagMs: [60_000, 60_000] });
  const own = await store.create(proposal(2));
  if (own.kind !== 'stored') throw new Error(`it was ${own.kind}`);
  register.tookProposal(own.stored);
  await office().raw.send('DELETE', await itemPath(own.stored.itemId));
  await resync();
  expect(await feed.pollNow()).toBe(true);
  expect(numbers()).toEqual(['R8-0001']);
});

test.each([1, 3, 25])(
  'after a reset that set %i items back, what they are now is believed, and what is written then stays',
  async (count) => {
    const items = [];
    for (let n = 1; n <= count; n += 1) items.push(await stored(n));
    const { feed, register, store } = await follow();
    await feed.pollNow();
    const later = (revision: string) => revision.replace(/,\d+/, ',900');
    for (const each of items) {
      const value = done(each.value, 'begin-review');
      register.tookProposal({ ...each, value, revision: later(each.revision) });
    }
    await resync();
    expect(await feed.pollNow()).toBe(true);
    const statuses = () => register.proposals().map(({ value }) => value.status);
    expect(statuses()).toStrictEqual(items.map(() => 'received'));
    const [first] = items;
    if (!first) throw new Error('there is one');
    office().standIn.deps.profile.set('gentle', { deltaLagMs: [60_000, 60_000] });
    const own = await store.replace(first, done(first.value, 'begin-review'));
    if (own.kind !== 'stored') throw new Error(`it was ${own.kind}`);
    register.tookProposal(own.stored);
    expect(await feed.pollNow()).toBe(true);
    expect(statuses()[0]).toBe('reviewing');
  },
);
