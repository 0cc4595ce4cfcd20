import { openFinding, openNaming } from '../../src/runtime/named-values.js';

test('what is named is found, once for each, in the order in which it was named', () => {
  const [one, other] = [{ id: '1' }, { id: '1' }];
  const name = openNaming();
  const written = JSON.stringify([one, other, one, other, one].map(name));
  expect(written).toBe('[{"id":"1"},{"id":"1"},0,1,0]');
  const found = (JSON.parse(written) as (object | number)[]).map(openFinding());
  expect(found).toStrictEqual([one, other, one, other, one]);
  expect(found[2]).toBe(found[0]);
  expect(found[3]).toBe(found[1]);
  expect(found[1]).not.toBe(found[0]);
});

test('a number of no value is refused', () => {
  expect(() => openFinding()(3)).toThrow('nothing has the number 3');
});
