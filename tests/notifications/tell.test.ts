import fc from 'fast-check';
import {
  ambiguous,
  newWorld,
  outcomesOf,
  rowsOf,
  startProcess,
  type World,
} from '../support/telling-world.js';

test('each event is told once at each place, and the ledger closes', async () => {
  const world = newWorld();
  const teller = startProcess(world, 'one');
  await teller.sweep();
  await teller.sweep();
  // T4 to the proposer; the publication to the proposer and to the staff channel.
  expect(world.sends.length).toBe(3);
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
  expect(rowsOf(world).every((row) => row.state === 'closed')).toBe(true);
});

test('a process that starts later sends nothing again', async () => {
  const world = newWorld();
  await startProcess(world, 'one').sweep();
  await startProcess(world, 'two').sweep();
  expect(world.sends.length).toBe(3);
});

test('two processes that sweep at once send each notice once', async () => {
  const world = newWorld();
  const [one, two] = [startProcess(world, 'one'), startProcess(world, 'two')];
  await Promise.all([one.sweep(), two.sweep(), one.sweep(), two.sweep()]);
  expect(world.sends.length).toBe(3);
});

test('an ambiguous send is repeated once, after a minute, and then stands as unconfirmed', async () => {
  const world = newWorld();
  world.answers = Array.from({ length: 6 }, () => ambiguous);
  const teller = startProcess(world, 'one');
  await teller.sweep();
  await teller.sweep();
  expect(world.sends.length).toBe(3);
  for (const _ of [1, 2, 3]) {
    world.now += 71_000;
    await teller.sweep();
  }
  expect(world.sends.length).toBe(6);
  expect(outcomesOf(world)).toEqual(['unconfirmed', 'unconfirmed', 'unconfirmed']);
});

test('a send that had no effect is tried again at the time it was asked for, and does not count', async () => {
  const world = newWorld();
  world.answers = Array.from({ length: 9 }, () => ({
    kind: 'not-sent',
    why: 'throttled',
    retryAfterMs: 30_000,
  }));
  const teller = startProcess(world, 'one');
  for (const _ of [1, 2, 3]) {
    await teller.sweep();
    world.now += 29_000;
    await teller.sweep();
    world.now += 2_000;
  }
  expect(world.sends.length).toBe(9);
  expect(world.told[0]).toBe('due throttled');
  await teller.sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a person who blocked the app is undeliverable, named, and tried no more', async () => {
  const world = newWorld();
  const clerk = world.proposal.proposer.personId;
  world.blocked = clerk;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  expect(new Set(world.unreachable)).toEqual(new Set([clerk]));
  world.now += 600_000;
  await teller.sweep();
  expect(world.sends.length).toBe(3);
  const outcomes = rowsOf(world).flatMap((row) => row.recipients);
  expect(outcomes.filter((each) => each.id === clerk).map((each) => each.outcome)).toEqual([
    'undeliverable',
    'undeliverable',
  ]);
});

test('a person who is not known yet is waited for, and told as soon as the chat is known', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  world.now += 3_600_000;
  const calls: string[] = [];
  world.ledger.onCall = (call) => calls.push(call);
  await teller.sweep();
  expect(world.sends.map((send) => send.place)).toEqual(['19:all@thread.tacv2']);
  expect(calls).toEqual([]);
  world.conversationKnown = true;
  await teller.sweep();
  expect(world.sends.length).toBe(3);
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a person who stays unknown for a week is listed as undeliverable, with the reason', async () => {
  const world = newWorld();
  world.conversationKnown = false;
  const teller = startProcess(world, 'one');
  await teller.sweep();
  world.now += 8 * 86_400_000;
  await teller.sweep();
  const recipients = rowsOf(world).flatMap((row) => row.recipients);
  expect(recipients.filter((each) => each.outcome === 'undeliverable').length).toBe(2);
  expect(recipients.find((each) => each.outcome === 'undeliverable')?.why).toBe('no-conversation');
});

test('a delivered notice is recorded although the etag of its row moved by itself', async () => {
  const world = newWorld();
  const teller = startProcess(world, 'one');
  let bumps = 0;
  world.ledger.onCall = (call) => {
    if (call !== 'replace' || bumps === 3) return;
    bumps += 1;
    for (const [id, row] of world.ledger.items) {
      world.ledger.items.set(id, { ...row, revision: `${row.revision} bumped ${bumps}` });
    }
  };
  await teller.sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
  world.now += 200_000;
  await teller.sweep();
  expect(world.sends.length).toBe(3);
});

test('a refusal of the app itself is no end: sending pauses, says so, and goes on when it is mended', async () => {
  const world = newWorld();
  world.answers = Array.from({ length: 100 }, () => ({ kind: 'refused', why: 'forbidden' }));
  const teller = startProcess(world, 'one');
  for (let round = 0; round < 20; round += 1) {
    await teller.sweep();
    world.now += 6_000;
  }
  expect(world.told).toContain('paused forbidden');
  expect(world.sends.length).toBeLessThan(30);
  world.answers = [];
  world.now += 1_200_000;
  await teller.sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('what may pass is tried at growing distances', async () => {
  const world = newWorld();
  world.answers = Array.from({ length: 1_000 }, () => ({ kind: 'not-sent', why: 'unreachable' }));
  const teller = startProcess(world, 'one');
  for (let second = 0; second < 600; second += 1) {
    await teller.sweep();
    world.now += 1_000;
  }
  expect(world.sends.length).toBeGreaterThanOrEqual(3 * 5);
  expect(world.sends.length).toBeLessThanOrEqual(3 * 9);
});

test('a process that was suspended past its claim does not send', async () => {
  const world = newWorld();
  const teller = startProcess(world, 'one');
  world.ledger.onCall = (call) => {
    if (call === 'create') world.now += 65_000;
  };
  await teller.sweep();
  expect(world.sends).toEqual([]);
});

test('an outcome that the ledger cannot take at once is written later, and nothing is sent twice', async () => {
  const world = newWorld();
  const teller = startProcess(world, 'one');
  world.ledger.onCall = (call) => {
    if (call === 'replace') throw new Error('Graph is away');
  };
  await teller.sweep();
  world.now += 200_000;
  await teller.sweep();
  expect(world.faults.length).toBeGreaterThan(0);
  world.ledger.onCall = () => {};
  await teller.sweep();
  expect(world.sends.length).toBe(3);
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

type Step = 'sweep' | 'die' | 'wait' | 'ambiguous' | 'throttled' | 'graph-away';

const steps: readonly Step[] = ['sweep', 'die', 'wait', 'ambiguous', 'throttled', 'graph-away'];

/** Does to the world what a step says; the next sweep meets it. */
function prepare(world: World, step: Step): void {
  world.ledger.onCall = () => {
    if (step === 'graph-away') throw new Error('Graph is away');
  };
  if (step === 'ambiguous') world.answers.push(ambiguous);
  if (step === 'throttled') world.answers.push({ kind: 'not-sent', why: 'throttled' });
  if (step === 'wait') world.now += 71_000;
}

test('whatever dies and whenever, each place hears once, or once more where it was ambiguous', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), async (life) => {
      const world = newWorld();
      let teller = startProcess(world, 'first');
      for (const [index, step] of life.entries()) {
        if (step === 'die') teller = startProcess(world, `process ${index}`);
        prepare(world, step);
        await teller.sweep();
      }
      world.answers = [];
      for (const _ of [1, 2, 3]) {
        prepare(world, 'wait');
        await teller.sweep();
      }
      const rows = rowsOf(world);
      expect(rows.map((row) => row.state)).toEqual(['closed', 'closed', 'closed']);
      expect(rows.every((row) => (row.recipients[0]?.attempts ?? 0) <= 2)).toBe(true);
      const effective = world.sends.filter((send) => send.outcome.kind !== 'not-sent');
      expect(effective.length).toBeLessThanOrEqual(6);
    }),
    { numRuns: 200 },
  );
});
