import { createShelf } from '../../src/register/shelf.js';
import { watchAll } from '../../src/register/watch-all.js';

const failing = (said: string) => {
  const fail = () => {
    throw new Error(said);
  };
  return { put: fail, removed: fail };
};

function listening() {
  const heard: string[] = [];
  return {
    heard,
    put: () => heard.push('put'),
    removed: () => heard.push('removed'),
  };
}

const held = { value: 'a', itemId: '1', revision: '1' };

test('one watcher that fails keeps no other from hearing, and what it said is thrown', () => {
  const [first, last] = [listening(), listening()];
  const watcher = watchAll<string>(first, failing('so'), last);
  expect(() => watcher.put(held, undefined)).toThrow('so');
  expect(() => watcher.removed(held)).toThrow('so');
  expect([first.heard, last.heard]).toStrictEqual([
    ['put', 'removed'],
    ['put', 'removed'],
  ]);
});

test('what several watchers said is thrown together', () => {
  const watcher = watchAll<string>(failing('one'), failing('two'));
  expect(() => watcher.removed(held)).toThrow(
    expect.objectContaining({ errors: [new Error('one'), new Error('two')] }),
  );
});

test('what is gone leaves every view, whichever of them fails', () => {
  const catalogue = listening();
  const fail = failing('so');
  const watcher = watchAll<string>({ ...fail, put: () => undefined }, catalogue);
  const shelf = createShelf<string>({ keyOf: (value) => value, versionOf: Number, watcher });
  shelf.took(held);
  expect(() => shelf.apply({ kind: 'gone', itemId: '1' })).toThrow('so');
  expect(catalogue.heard).toStrictEqual(['put', 'removed']);
});
