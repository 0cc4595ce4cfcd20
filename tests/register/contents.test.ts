import type { HeldChange } from '../../src/register/held.js';
import { createRegister } from '../../src/register/register.js';
import { receivedProposal } from '../support/sample-proposals.js';

const versionOf = (revision: string) => Number(revision);
const named = (n: number) => ({
  id: `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});

type Register = ReturnType<typeof createRegister>;

function have({ changes }: Register, itemId: string, n: number, revision = '1'): void {
  const stored = { value: receivedProposal(named(n)), itemId, revision };
  changes.proposals({ kind: 'stored', stored, version: versionOf(revision) });
}

/** Another register that was told the contents of the first. */
function copied(register: Register): Register {
  const copy = createRegister({ versionOf });
  const takers: Readonly<Record<string, (change: HeldChange<never>) => void>> = copy.changes;
  for (const [list, shelf] of Object.entries(register.contents)) {
    for (const itemId of shelf.itemIds()) {
      for (const change of shelf.changesOf(itemId)) takers[list]?.(change as HeldChange<never>);
    }
  }
  return copy;
}

test('every list that is held can be told', () => {
  const { contents, changes } = createRegister({ versionOf });
  expect(Object.keys(contents).toSorted()).toStrictEqual(Object.keys(changes).toSorted());
});

test('of several items of one key the same one is shown, and the same comes to light when it goes', () => {
  const register = createRegister({ versionOf });
  have(register, '1', 7);
  have(register, '2', 8);
  have(register, '3', 7);
  // The first of the two changes, and is the later one by that.
  have(register, '1', 7, '2');
  const copy = copied(register);
  expect(copy.proposal(named(7).id)?.itemId).toBe(register.proposal(named(7).id)?.itemId);
  expect(copy.itemFaults()).toStrictEqual(register.itemFaults());
  for (const each of [register, copy]) each.changes.proposals({ kind: 'gone', itemId: '1' });
  expect(copy.proposal(named(7).id)?.itemId).toBe('3');
  expect(copy.proposals().map(({ itemId }) => itemId)).toStrictEqual(
    register.proposals().map(({ itemId }) => itemId),
  );
});

test('an item that cannot be read keeps its last readable state, or stays a fault alone', () => {
  const register = createRegister({ versionOf });
  const fault = { column: 'Status', problem: { code: 'empty' } } as const;
  have(register, '1', 1);
  register.changes.proposals({ kind: 'unreadable', itemId: '1', fault });
  register.changes.proposals({ kind: 'unreadable', itemId: '2', fault });
  const copy = copied(register);
  expect(copy.proposals()).toHaveLength(1);
  expect(copy.itemFaults()).toStrictEqual(register.itemFaults());
  expect(copy.itemFaults()).toHaveLength(2);
});

test('where one item is unproven, the others stay proven', () => {
  const register = createRegister({ versionOf });
  have(register, '1', 1, '9');
  have(register, '2', 2, '9');
  register.changes.proposals({ kind: 'unproven', itemId: '1' });
  have(register, '1', 1, '3');
  have(register, '2', 2, '3');
  expect(register.proposal(named(1).id)?.revision).toBe('3');
  expect(register.proposal(named(2).id)?.revision).toBe('9');
  expect(register.heldOf('proposals').versionOf('1')).toBe(3);
  expect(register.heldOf('proposals').ids()).toStrictEqual(['1', '2']);
});

test('what is unproven gives way to whatever is read, and what is proven to later states only', () => {
  const register = createRegister({ versionOf });
  have(register, '1', 1, '9');
  have(register, '1', 1, '3');
  expect(register.proposal(named(1).id)?.revision).toBe('9');
  register.changes.proposals({ kind: 'unproven' });
  have(register, '1', 1, '3');
  expect(register.proposal(named(1).id)?.revision).toBe('3');
  have(register, '1', 1, '2');
  expect(register.proposal(named(1).id)?.revision).toBe('3');
});
