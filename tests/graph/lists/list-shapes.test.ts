import { allLists } from '../../../src/graph/lists/all-lists.js';
import { schemaMarks } from '../../../src/graph/lists/schema-marks.js';

test('in every list what people read comes before what only the product reads', () => {
  for (const list of Object.values(allLists)) {
    const isJson = list.columns.map(({ name }) => name.endsWith('Json'));
    expect([list.name, isJson.indexOf(true), isJson.length]).toEqual([
      list.name,
      isJson.includes(true) ? isJson.length - isJson.filter(Boolean).length : -1,
      isJson.length,
    ]);
    const plain = list.columns.filter(({ name, displayName }) => name === displayName);
    expect(plain).toEqual([]);
  }
});

test('every list has unique ASCII column names, a name to read, and no more indexes than it may', () => {
  for (const list of Object.values(allLists)) {
    const names = list.columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(list.columns.map(({ displayName }) => displayName)).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Z][A-Za-z]{1,30}$/.test(name))).toEqual([]);
    expect(list.columns.filter(({ indexed }) => indexed).length).toBeLessThanOrEqual(8);
    expect(list.columns.filter(({ type, indexed }) => indexed && type.kind === 'note')).toEqual([]);
  }
});

test.each([{ version: 1 }, { version: 2, movingTo: 3 }])('the mark %j reads back', (mark) => {
  const fields = Object.entries(schemaMarks.toFields(mark)).filter(([, value]) => value !== null);
  expect(schemaMarks.fromFields(Object.fromEntries(fields), '1')).toStrictEqual(mark);
});
