import { officeChoices, readOfficeValue } from '../../src/cards/office-choices.js';
import { largeMasters } from '../support/card-gallery.js';
import { sampleMasters } from '../support/sample-masters.js';

const day = '2026-10-05';

test('sections stand under their departments, in one list', () => {
  expect(officeChoices(sampleMasters, day, 'ja', undefined).map(({ title }) => title)).toEqual([
    '総務部／文書課',
    '土木建築部／みなと土木事務所',
  ]);
});

test('a department without sections is an entry of its own', () => {
  const masters = { ...sampleMasters, sections: sampleMasters.sections.slice(0, 1) };
  expect(officeChoices(masters, day, 'ja', undefined)).toContainEqual({
    title: '土木建築部',
    value: 'doboku',
  });
});

test('what has ended is not offered', () => {
  const shown = JSON.stringify(officeChoices(sampleMasters, '2026-04-01', 'ja', undefined));
  expect(shown).not.toContain('旧部');
});

test('an office too large for a card offers departments and the sections of the own one', () => {
  const choices = officeChoices(largeMasters, day, 'ja', 'touris-2');
  expect(choices).toHaveLength(12 + 5);
  expect(choices.filter(({ value }) => value.startsWith('touris-2/'))).toHaveLength(5);
});

test.each([
  ['doboku/minato', { department: 'doboku', section: 'minato' }],
  ['doboku', { department: 'doboku' }],
  ['', { department: '' }],
  ['a/b/c', { department: 'a', section: 'b' }],
])('%j is read as department and section', (value, office) => {
  expect(readOfficeValue(value)).toEqual(office);
});
