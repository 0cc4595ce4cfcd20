import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import { openFirstContact } from '../../src/notifications/first-contact.js';
import type { InstallOutcome } from '../../src/usecases/people-apps.js';
import type { Register, Stored } from '../../src/usecases/ports.js';

const dayMs = 86_400_000;

function rowFor(
  ids: readonly string[],
  why = 'no-conversation',
  state: LedgerRow['state'] = 'due',
): Stored<LedgerRow> {
  const recipients = ids.map((id) => ({ id, attempts: 0, why }));
  const holder = { state, by: 'one', epoch: 1, until: 0 };
  return {
    itemId: '1',
    revision: 'r',
    value: { key: 'k', proposalId: 'p', seq: 2, recipients, ...holder },
  };
}

function openContact(rows: Stored<LedgerRow>[]) {
  const world = {
    now: 1_000_000,
    isQuiet: false,
    owner: 'owner' as string | undefined,
    answers: [] as InstallOutcome[],
    asked: [] as string[],
    notAllowed: 0,
    faults: [] as string[],
  };
  const contact = openFirstContact({
    clock: { now: () => world.now },
    register: {
      openLedgerRows: () => rows,
      conversation: () => undefined,
      someoneReached: () => world.owner,
    } satisfies Pick<Register, 'openLedgerRows' | 'conversation' | 'someoneReached'>,
    quietUntil: (at) => (world.isQuiet ? at + 1 : undefined),
    install: async (personId, owner) => {
      world.asked.push(`${personId} by ${owner}`);
      return world.answers.shift() ?? { kind: 'installed' };
    },
    onNotAllowed: () => {
      world.notAllowed += 1;
    },
    onFault: (what) => world.faults.push(what),
  });
  const later = async (milliseconds: number): Promise<void> => {
    world.now += milliseconds;
    await contact.sweep();
  };
  return { world, contact, later };
}

test('everybody whom a notice waits for is asked for once a day, and nobody else', async () => {
  const rows = [
    rowFor(['a', 'b']),
    rowFor(['b']),
    rowFor(['c'], 'throttled'),
    rowFor(['d'], 'no-conversation', 'held'),
  ];
  const { world, contact, later } = openContact(rows);
  world.answers = [{ kind: 'has-app' }, { kind: 'no-account' }];
  await later(0);
  await later(10_000);
  expect(world.asked).toStrictEqual(['a by owner', 'b by owner']);
  expect(['a', 'b', 'c'].map(contact.stateOf)).toStrictEqual(['has-app', 'no-account', undefined]);
  await later(dayMs + 1);
  expect(world.asked).toHaveLength(4);
  expect(contact.stateOf('a')).toBe('asked');
});

test('a few are asked for in a round, and the others in the next', async () => {
  const { world, later } = openContact([rowFor(Array.from({ length: 50 }, (_, n) => `p${n}`))]);
  await later(0);
  await later(1_000);
  expect(world.asked).toHaveLength(20);
  await later(5_000);
  expect(world.asked).toHaveLength(40);
});

test('without the permission nobody is asked for until the next day', async () => {
  const { world, contact, later } = openContact([rowFor(['a', 'b'])]);
  world.answers = [{ kind: 'not-allowed' }];
  await later(0);
  await later(dayMs / 2);
  expect([world.asked.length, world.notAllowed, contact.stateOf('a')]).toStrictEqual([
    1,
    1,
    undefined,
  ]);
  await later(dayMs / 2);
  expect(world.asked).toHaveLength(3);
});

test('a refusal that may pass ends the round, and the same person is asked for again', async () => {
  const { world, later } = openContact([rowFor(['a', 'b'])]);
  world.answers = [{ kind: 'not-now', retryAfterMs: 90_000 }];
  await later(0);
  await later(60_000);
  expect(world.asked).toHaveLength(1);
  await later(30_000);
  expect(world.asked.slice(1)).toStrictEqual(['a by owner', 'b by owner']);
});

test('in quiet time, and where nobody has the app yet, nobody is asked for', async () => {
  const { world, later } = openContact([rowFor(['a'])]);
  world.isQuiet = true;
  await later(0);
  world.isQuiet = false;
  world.owner = undefined;
  await later(10_000);
  expect(world.asked).toStrictEqual([]);
});
