import fc from 'fast-check';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { compareProposalNumbers } from '../../src/domain/proposal-number.js';
import { createRegister } from '../../src/register/register.js';
import type { Register, RegisterWriter, Stored } from '../../src/usecases/ports.js';
import { publishedProposal, receivedProposal, sampleNow } from '../support/sample-proposals.js';

/** In these tests the revision is the version. */
const versionOf = (revision: string) => (revision === '?' ? undefined : Number(revision));

function open() {
  const register = createRegister({ versionOf });
  const port: Register & RegisterWriter = register;
  return { register, port };
}

function stored<T>(value: T, itemId: string, version: number | '?'): Stored<T> {
  return { value, itemId, revision: String(version) };
}

const change = <T>(held: Stored<T>) => ({
  kind: 'stored' as const,
  stored: held,
  version: versionOf(held.revision),
});

const token = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const numbered = (n: number, changes: Partial<Proposal> = {}): Proposal => ({
  ...receivedProposal({ id: token(n), number: `R8-${String(n).padStart(4, '0')}` }),
  ...changes,
});
const of = (person: string, proposal: Proposal): Proposal => ({
  ...proposal,
  proposer: { ...proposal.proposer, personId: person },
});

test('a proposal is found by id and by number, and is in the order of numbers', () => {
  const { register } = open();
  for (const n of [3, 10_000, 1, 9_999, 2]) {
    register.changes.proposals(change(stored(numbered(n), String(n), 1)));
  }
  expect(register.proposal(token(3))?.itemId).toBe('3');
  expect(register.proposalByNumber('R8-10000')?.itemId).toBe('10000');
  expect(register.proposals().map(({ itemId }) => itemId)).toEqual([
    '1',
    '2',
    '3',
    '9999',
    '10000',
  ]);
  expect(register.highestSequence(2026)).toBe(10_000);
  expect(register.highestSequence(2027)).toBe(0);
});

test('own proposals come newest first and follow their changes', () => {
  const { register } = open();
  register.changes.proposals(change(stored(of('a', numbered(1)), '1', 1)));
  register.changes.proposals(change(stored(of('b', numbered(2)), '2', 1)));
  register.changes.proposals(change(stored(of('a', numbered(3)), '3', 1)));
  expect(register.proposalsOf('a').map(({ itemId }) => itemId)).toEqual(['3', '1']);
  register.changes.proposals(change(stored(of('b', numbered(1)), '1', 2)));
  expect(register.proposalsOf('a').map(({ itemId }) => itemId)).toEqual(['3']);
  expect(register.proposalsOf('b').map(({ itemId }) => itemId)).toEqual(['2', '1']);
  expect(register.proposalsOf('c')).toEqual([]);
});

test('a due publication is listed until it is carried out or undone', () => {
  const { register } = open();
  const due = { ...publishedProposal(), publicationDue: { due: sampleNow, seq: 3 } };
  register.changes.proposals(change(stored(due, '1', 1)));
  expect(register.duePublications()).toHaveLength(1);
  register.tookProposal(stored(publishedProposal(), '1', 2));
  expect(register.duePublications()).toEqual([]);
});

const ledgerRow: LedgerRow = {
  key: 'event|people|0',
  proposalId: token(1),
  seq: 2,
  state: 'sending',
  by: 'p',
  epoch: 1,
  until: sampleNow,
  recipients: [],
};

test('an open ledger row is listed until it is closed', () => {
  const { register } = open();
  register.tookLedgerRow(stored(ledgerRow, '1', 1));
  expect(register.openLedgerRows()).toHaveLength(1);
  register.tookLedgerRow(stored({ ...ledgerRow, state: 'closed' }, '1', 2));
  expect(register.openLedgerRows()).toEqual([]);
  expect(register.ledgerRow(ledgerRow.key)?.value.state).toBe('closed');
  expect(register.lostLedgerRows()).toEqual([]);
});

test('a ledger row that is gone, or open again after it was closed, is told as lost until it is settled', () => {
  const { register } = open();
  const closed: LedgerRow = { ...ledgerRow, state: 'closed' };
  register.tookLedgerRow(stored(closed, '1', 1));
  register.tookLedgerRow(stored({ ...closed, key: 'event|people|1' }, '2', 1));
  register.changes.notices({ kind: 'gone', itemId: '2' });
  register.changes.notices({ kind: 'gone', itemId: '3' });
  register.changes.notices(change(stored({ ...ledgerRow, state: 'due' }, '1', 2)));
  const lost = register.lostLedgerRows();
  expect(lost.map(({ key, state }) => [key, state])).toEqual([
    ['event|people|1', 'closed'],
    ['event|people|0', 'due'],
  ]);
  expect(register.lostLedgerRows()).toEqual(lost);
  for (const row of lost) register.settledLostLedgerRow(row);
  expect(register.lostLedgerRows()).toEqual([]);
  expect(register.ledgerLosses()).toBe(2);
  expect(register.ledgerRows().map(({ key }) => key)).toEqual(['event|people|0']);
});

test('an own write is not undone by an earlier state that comes late', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1, { status: 'reviewing' }), '1', 5));
  register.changes.proposals(change(stored(numbered(1), '1', 4)));
  expect(register.proposal(token(1))?.value.status).toBe('reviewing');
  register.changes.proposals(change(stored(numbered(1), '1', 6)));
  expect(register.proposal(token(1))?.value.status).toBe('received');
});

test('a state whose order is unknown was read fresh and is taken', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1), '1', 5));
  register.changes.proposals(change(stored(numbered(1, { status: 'reviewing' }), '1', '?')));
  expect(register.proposal(token(1))?.value.status).toBe('reviewing');
});

test('what is gone leaves every view', () => {
  const { register } = open();
  register.tookProposal(stored(of('a', numbered(1)), '1', 1));
  register.changes.proposals({ kind: 'gone', itemId: '1' });
  register.changes.proposals({ kind: 'gone', itemId: 'never seen' });
  expect(register.proposal(token(1))).toBeUndefined();
  expect(register.proposalByNumber('R8-0001')).toBeUndefined();
  expect(register.proposals()).toEqual([]);
  expect(register.proposalsOf('a')).toEqual([]);
});

const empty = (column: string) => ({ column, problem: { code: 'empty' } }) as const;

test('an item that becomes unreadable keeps its last readable state and is named', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1), '1', 1));
  register.changes.proposals({ kind: 'unreadable', itemId: '1', fault: empty('Status') });
  register.changes.members({ kind: 'unreadable', itemId: '9', fault: empty('Role') });
  expect(register.proposal(token(1))).toBeDefined();
  expect(register.itemFaults()).toEqual([
    { list: 'proposals', itemId: '1', problem: { code: 'unreadable', ...empty('Status') } },
    { list: 'members', itemId: '9', problem: { code: 'unreadable', ...empty('Role') } },
  ]);
  register.changes.proposals(change(stored(numbered(1), '1', 3)));
  register.changes.members({ kind: 'gone', itemId: '9' });
  expect(register.itemFaults()).toEqual([]);
});

test('of two items of one key the one that came later is shown, and the other is named', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1), '1', 1));
  register.tookProposal(stored(numbered(1), '2', 1));
  const doubled = { code: 'doubled', key: token(1), otherItemId: '2' };
  expect(register.itemFaults()).toEqual([{ list: 'proposals', itemId: '1', problem: doubled }]);
  register.changes.proposals({ kind: 'gone', itemId: '2' });
  expect(register.itemFaults()).toEqual([]);
});

test('a repaired item is no deviation any more, also where its state was already held', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1), '1', 3));
  register.changes.proposals({ kind: 'unreadable', itemId: '1', fault: empty('Status') });
  register.changes.proposals(change(stored(numbered(1), '1', 3)));
  expect(register.itemFaults()).toEqual([]);
});

test('masters come in their order, and as the same object until one changes', () => {
  const { register } = open();
  const entry = (id: string, order: number) => ({ id, label: id, labelEn: id, order });
  register.changes.departments(change(stored(entry('b', 2), '1', 1)));
  register.changes.departments(change(stored(entry('a', 1), '2', 1)));
  const masters = register.masters();
  expect(masters.departments.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(register.masters()).toBe(masters);
  register.changes.categories(change(stored(entry('paperless', 1), '1', 1)));
  expect(register.masters().categories).toHaveLength(1);
});

test('views stay the same array until something changes', () => {
  const { register } = open();
  register.tookProposal(stored(numbered(1), '1', 1));
  const proposals = register.proposals();
  expect(register.proposals()).toBe(proposals);
  register.tookProposal(stored(numbered(2), '2', 1));
  expect(register.proposals()).toHaveLength(2);
  expect(proposals).toHaveLength(1);
});

test('whatever comes in whatever order, the highest version of each item is held, in order', () => {
  const events = fc.array(
    fc.record({ n: fc.integer({ min: 1, max: 12 }), version: fc.integer({ min: 1, max: 9 }) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(events, (given) => {
      const { register } = open();
      const newest = new Map<number, number>();
      for (const { n, version } of given) {
        register.changes.proposals(change(stored(numbered(n), String(n), version)));
        newest.set(n, Math.max(version, newest.get(n) ?? 0));
      }
      const held = register.proposals();
      expect(held.map(({ itemId, revision }) => [Number(itemId), Number(revision)])).toEqual(
        [...newest].sort(([a], [b]) => a - b),
      );
      const numbers = held.map(({ value }) => value.number);
      expect(numbers).toEqual(numbers.toSorted(compareProposalNumbers));
    }),
  );
});

test('ten thousand proposals are read and changed without sorting each time', () => {
  const { register } = open();
  for (let n = 1; n <= 10_000; n += 1) {
    register.changes.proposals(change(stored(numbered(n), String(n), 1)));
  }
  for (let n = 1; n <= 200; n += 1) {
    register.tookProposal(stored(numbered(n, { status: 'reviewing' }), String(n), 2));
    expect(register.proposals()).toHaveLength(10_000);
  }
});
