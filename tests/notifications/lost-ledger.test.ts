import type { HeldWord } from '../../src/domain/notice-hold.js';
import { knownWithinMs, type NoticeMark } from '../../src/domain/notice-mark.js';
import { settleHeldNotices } from '../../src/usecases/settle-held-notices.js';
import { receivedProposal } from '../support/sample-proposals.js';
import {
  ambiguous,
  newWorld,
  openProcess,
  outcomesOf,
  type Process,
  rowsOf,
  startProcess,
  type World,
} from '../support/telling-world.js';
import { dayMs, minuteMs, publishAgain, toldWorld } from '../support/told-world.js';

async function settleAll(world: World, process: Process, word: HeldWord) {
  const ids = process.register
    .openLedgerRows()
    .flatMap(({ itemId, value }) => (value.state === 'held' ? [itemId] : []));
  const ports = { clock: { now: () => world.now }, ledger: world.ledger.store, ...process };
  return settleHeldNotices(ports, ['administrator'], ids, word);
}

const statesOf = (world: World) => rowsOf(world).map(({ state }) => state);

test('after the ledger was emptied nothing is sent again: all is held, said in one line, and stays so', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  const { teller } = openProcess(world, 'two');
  for (const _ of [1, 2, 3]) {
    await teller.sweep();
    world.now += dayMs;
  }
  await startProcess(world, 'three').sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  // Once when it was found, and once at the next start.
  expect(world.losses).toEqual([3, 3]);
  expect(teller.balance()).toEqual({
    delivered: 0,
    unconfirmed: 0,
    undeliverable: 0,
    suppressed: 0,
    held: 3,
    pending: 0,
  });
});

test('what an administrator releases is sent once, in this process and after a restart', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  const process = openProcess(world, 'two');
  await process.teller.sweep();
  world.now += minuteMs;
  const outcomes = await settleAll(world, process, 'release');
  expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['settled', 'settled', 'settled']);
  await startProcess(world, 'three').sweep();
  await process.teller.sweep();
  expect(world.sends).toHaveLength(6);
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('what an administrator dismisses is closed as suppressed and never sent', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  const process = openProcess(world, 'two');
  await process.teller.sweep();
  await settleAll(world, process, 'dismiss');
  await process.teller.sweep();
  await startProcess(world, 'three').sweep();
  expect(world.sends).toHaveLength(3);
  expect(outcomesOf(world)).toEqual(['suppressed', 'suppressed', 'suppressed']);
  expect(process.teller.balance()).toMatchObject({ suppressed: 3, held: 0, pending: 0 });
  expect(await settleAll(world, process, 'release')).toEqual([]);
});

test('nobody but an administrator settles, and nothing that is not held can be settled', async () => {
  const world = await toldWorld();
  const process = openProcess(world, 'two');
  const ports = { clock: { now: () => world.now }, ledger: world.ledger.store, ...process };
  const [id = ''] = world.ledger.items.keys();
  const codeOf = async (roles: readonly ('administrator' | 'secretariat')[], item: string) => {
    const [first] = await settleHeldNotices(ports, roles, [item], 'release');
    return first?.outcome.kind === 'refused' ? first.outcome.refusal.code : first?.outcome.kind;
  };
  expect(await codeOf(['secretariat'], id)).toBe('not-permitted');
  expect(await codeOf(['administrator'], id)).toBe('notice-not-held');
  expect(await codeOf(['administrator'], '999')).toBe('notice-not-held');
});

test('a held row is settled although its etag moved by itself', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  const process = openProcess(world, 'two');
  await process.teller.sweep();
  for (const [id, row] of world.ledger.items) {
    world.ledger.items.set(id, { ...row, revision: `${row.revision} bumped` });
  }
  const outcomes = await settleAll(world, process, 'dismiss');
  expect(outcomes.every(({ outcome }) => outcome.kind === 'settled')).toBe(true);
});

test('a ledger set back to an earlier day sends neither what is missing in it nor what it says is due', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  await startProcess(world, 'one').sweep();
  const earlier = new Map(world.ledger.items);
  world.conversationKnown = true;
  world.now += dayMs;
  world.proposal = publishAgain(world.proposal, world.now);
  const teller = startProcess(world, 'two');
  await teller.sweep();
  world.now += knownWithinMs + minuteMs;
  await teller.sweep();
  expect(world.sends).toHaveLength(4);
  world.ledger.items.clear();
  for (const [id, row] of earlier) world.ledger.items.set(id, row);
  world.now += dayMs;
  await startProcess(world, 'three').sweep();
  expect(world.sends).toHaveLength(4);
  expect(statesOf(world).toSorted()).toEqual(['closed', 'held', 'held', 'held']);
});

test('what happens after the loss is told as usual', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  await startProcess(world, 'two').sweep();
  world.now += minuteMs;
  world.proposal = publishAgain(world.proposal, world.now);
  world.now += 11_000;
  await startProcess(world, 'three').sweep();
  expect(world.sends).toHaveLength(4);
  expect(statesOf(world).toSorted()).toEqual(['closed', 'held', 'held', 'held']);
});

test('an event that was stored just before three days of standstill is told afterwards', async () => {
  const world = await toldWorld();
  world.now += dayMs;
  world.proposal = publishAgain(world.proposal, world.now);
  world.now += 3 * dayMs;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(4);
  expect(world.losses).toEqual([]);
});

test('a notice that waits for its person is told after days of standstill', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  world.now += knownWithinMs + minuteMs;
  await teller.sweep();
  world.now += 3 * dayMs;
  world.conversationKnown = true;
  await startProcess(world, 'two').sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a notice that could not even be written stays ahead of the mark', async () => {
  const world = newWorld();
  world.ledger.onCall = () => {
    throw new Error('Graph is away');
  };
  const teller = startProcess(world, 'one');
  await teller.sweep();
  world.now += dayMs;
  await teller.sweep();
  world.ledger.onCall = () => {};
  world.now += dayMs;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(3);
  expect(world.losses).toEqual([]);
});

test('a fresh office holds nothing, and an import that tells nobody leaves nothing to hold', async () => {
  const world = newWorld();
  const { trail } = world.proposal;
  const silent = trail.map((entry) =>
    entry.kind === 'published' ? { ...entry, notify: false } : entry,
  );
  world.proposal = { ...receivedProposal(), trail: silent.filter(({ seq }) => seq !== 2) };
  world.now += 400 * dayMs;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  expect([rowsOf(world), world.losses]).toEqual([[], []]);
  expect(Object.values(teller.balance())).toEqual([0, 0, 0, 0, 0, 0]);
});

test('the mark outlives the loss of the folder of the app, together with the ledger', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  world.localMark = undefined;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
});

test('where ledger and mark are both gone, the folder of the app still knows', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  world.marks.items.clear();
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
});

test('where ledger, mark and folder are all gone, what is older than a quarter of an hour is held', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  world.marks.items.clear();
  world.localMark = undefined;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
});

test('where only the mark is gone, nothing is lost and nothing is sent again', async () => {
  const world = await toldWorld();
  world.marks.items.clear();
  world.localMark = undefined;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['closed', 'closed', 'closed']);
  expect(world.marks.items.size).toBe(1);
});

test('a whole site set back to an earlier day sends nothing that was due on that day', async () => {
  const world = newWorld();
  world.answers = Array.from({ length: 3 }, () => ambiguous);
  const one = startProcess(world, 'one');
  await one.sweep();
  const [ledger, marks] = [new Map(world.ledger.items), new Map(world.marks.items)];
  world.now += knownWithinMs + minuteMs;
  await one.sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
  const sent = world.sends.length;
  for (const [id, row] of ledger) world.ledger.items.set(id, row);
  for (const [id, mark] of marks) world.marks.items.set(id, mark);
  world.now += dayMs;
  await startProcess(world, 'two').sweep();
  expect(world.sends).toHaveLength(sent);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.losses).toEqual([3]);
});

test('rows that vanish under a running process come back as held, at whatever age', async () => {
  const world = newWorld();
  const process = openProcess(world, 'one');
  await process.teller.sweep();
  process.lose(() => true);
  await process.teller.sweep();
  world.now += dayMs;
  await process.teller.sweep();
  expect(world.sends).toHaveLength(3);
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.losses).toEqual([3]);
});

test('the receipt of a kept form that vanishes from the ledger is held too, and can be released', async () => {
  const world = newWorld();
  const process = openProcess(world, 'one');
  world.proposal = receivedProposal();
  await process.teller.tellReceipt({ value: world.proposal, itemId: '1', revision: 'r' });
  process.lose(({ seq }) => seq === 1);
  await process.teller.sweep();
  const receipt = rowsOf(world).find(({ seq }) => seq === 1);
  expect(receipt?.state).toBe('held');
  world.now += minuteMs;
  await settleAll(world, process, 'release');
  await process.teller.sweep();
  expect(rowsOf(world).find(({ seq }) => seq === 1)?.state).toBe('closed');
});

test('while it is not known how far notices are derived, nothing is sent; then everything is', async () => {
  const world = newWorld();
  world.marks.onCall = () => {
    throw new Error('Graph is away');
  };
  const teller = startProcess(world, 'one');
  for (const _ of [1, 2, 3]) {
    await teller.sweep();
    world.now += 20_000;
  }
  expect(world.sends).toEqual([]);
  world.marks.onCall = () => {};
  await teller.sweep();
  expect(world.sends).toHaveLength(3);
});

test('a mark that a filter does not show yet is waited for, never made twice', async () => {
  const world = await toldWorld();
  world.ledger.items.clear();
  const { findByKey } = world.marks.store;
  world.marks.store.findByKey = async () => undefined;
  const teller = startProcess(world, 'two');
  await teller.sweep();
  expect(rowsOf(world)).toEqual([]);
  world.marks.store.findByKey = findByKey;
  await teller.sweep();
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.marks.items.size).toBe(1);
});

test('a row that the filter still shows and that is gone is not believed: its notice is held in the next round', async () => {
  const world = await toldWorld();
  const [gone] = [...world.ledger.items.values()];
  if (!gone) throw new Error('no row');
  world.ledger.items.clear();
  const { create, findByKey } = world.ledger.store;
  // An index that has not heard yet that the row is gone: it refuses a second one, and finds the first.
  world.ledger.store.create = async (row) =>
    row.key === gone.value.key ? { kind: 'refused' } : create(row);
  world.ledger.store.findByKey = async (key) => (key === gone.value.key ? gone : findByKey(key));
  const { teller, register } = openProcess(world, 'two');
  await teller.sweep();
  expect(statesOf(world)).toEqual(['held', 'held']);
  expect(register.ledgerRow(gone.value.key)).toBeUndefined();
  Object.assign(world.ledger.store, { create, findByKey });
  await teller.sweep();
  expect(statesOf(world)).toEqual(['held', 'held', 'held']);
  expect(world.sends).toHaveLength(3);
});

test('the mark is moved by one write for many notices', async () => {
  const world = newWorld();
  let writes = 0;
  world.marks.onCall = (call) => {
    if (call === 'replace') writes += 1;
  };
  world.now += minuteMs / 2;
  const teller = startProcess(world, 'one');
  for (let minute = 0; minute < 60; minute += 1) {
    await teller.sweep();
    world.now += minuteMs;
  }
  const [mark] = [...world.marks.items.values()];
  const last = world.proposal.trail.at(-1)?.recordedAt;
  expect(mark?.value).toEqual<NoticeMark>({ derivedThrough: last ?? 0 });
  expect(writes).toBe(1);
});
