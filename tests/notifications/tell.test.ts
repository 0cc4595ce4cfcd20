import fc from 'fast-check';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { NoticePorts } from '../../src/notifications/notice-ports.js';
import { openTeller, type Teller } from '../../src/notifications/tell.js';
import type { SendOutcome } from '../../src/usecases/messenger.js';
import type { Register, Stored } from '../../src/usecases/ports.js';
import { type FakeList, fakeList } from '../support/fake-store.js';
import { publishedProposal, sampleNow } from '../support/sample-proposals.js';

const accepted: SendOutcome = { kind: 'accepted', activityId: 'a' };
const ambiguous: SendOutcome = { kind: 'ambiguous', why: 'timeout' };

interface World {
  readonly ledger: FakeList<LedgerRow>;
  readonly proposal: Proposal;
  readonly sends: { readonly place: string; readonly outcome: SendOutcome }[];
  now: number;
  /** Answers of the connector in order; accepted when used up. */
  answers: SendOutcome[];
  conversationActive: boolean;
  readonly unreachable: string[];
  readonly faults: string[];
}

function newWorld(): World {
  return {
    ledger: fakeList<LedgerRow>((row) => row.key),
    proposal: publishedProposal(),
    sends: [],
    now: sampleNow,
    answers: [],
    conversationActive: true,
    unreachable: [],
    faults: [],
  };
}

/** One process: a register of its own, the ledger shared. `knowsLedger` is what a started process reads first. */
function startProcess(world: World, name: string): Teller {
  const rows = new Map<string, Stored<LedgerRow>>(
    [...world.ledger.items.values()].map((row) => [row.value.key, row]),
  );
  const conversation = (personId: string) => ({
    itemId: '1',
    revision: 'r',
    value: {
      personId,
      conversationId: 'a:1',
      serviceUrl: 'https://smba.trafficmanager.net/jp/',
      botId: '28:bot',
      userId: '29:1',
      locale: 'ja' as const,
      active: world.conversationActive,
      updatedAt: 0,
    },
  });
  const register = {
    proposal: () => ({ value: world.proposal, itemId: '1', revision: 'r' }),
    conversation,
    ledgerRow: (key: string) => rows.get(key),
    openLedgerRows: () => [...rows.values()].filter((row) => row.value.state !== 'closed'),
  } as Partial<Register> as Register;
  const send = async (place: string): Promise<SendOutcome> => {
    const outcome = world.answers.shift() ?? accepted;
    world.sends.push({ place, outcome });
    return outcome;
  };
  const ports: NoticePorts = {
    clock: { now: () => world.now },
    register,
    writer: {
      tookProposal: () => {},
      tookProfile: () => {},
      tookConversation: () => {},
      tookLedgerRow: (row) => rows.set(row.value.key, row),
    },
    ledger: world.ledger.store,
    lease: { holder: name, epoch: world.now, held: () => true },
    compose: () => ({ card: {}, summary: '' }),
    sender: {
      toPerson: (to) => send(to.personId),
      toChannel: (channelId) => send(channelId),
    },
    onUnreachable: async (to) => {
      world.unreachable.push(to.personId);
    },
    onFault: (what) => world.faults.push(what),
  };
  const teller = openTeller(ports);
  teller.look(world.proposal);
  return teller;
}

const rowsOf = (world: World) => [...world.ledger.items.values()].map((row) => row.value);
const outcomesOf = (world: World) =>
  rowsOf(world).flatMap((row) => row.recipients.map((recipient) => recipient.outcome));

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
  await teller.sweep();
  expect(outcomesOf(world)).toEqual(['delivered', 'delivered', 'delivered']);
});

test('a person who blocked the app is undeliverable, named once, and tried no more', async () => {
  const world = newWorld();
  world.answers = [{ kind: 'refused', why: 'blocked' }];
  const teller = startProcess(world, 'one');
  await teller.sweep();
  expect(world.unreachable).toEqual([world.proposal.proposer.personId]);
  world.now += 600_000;
  await teller.sweep();
  expect(world.sends.length).toBe(3);
  expect(outcomesOf(world).filter((outcome) => outcome === 'undeliverable').length).toBe(1);
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
