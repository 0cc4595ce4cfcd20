import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terms } from '../../src/text/terms.js';

const glossary = readFileSync(join(__dirname, '..', '..', 'docs', 'glossary.md'), 'utf8');
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));

const japaneseOf = (code: string) =>
  rows.filter((cells) => cells[1] === code).map((cells) => cells[2]);

describe('the glossary', () => {
  const { status, track, role } = terms.ja;
  test.each(Object.entries({ ...status, ...track, ...role }))(
    '%s is %s, as on screen',
    (code, word) => {
      expect(japaneseOf(code)).toContain(word);
    },
  );

  test('explains no word twice', () => {
    const words = rows
      .map((cells) => cells[1] ?? '')
      .filter((word) => !/^(English|---)/.test(word));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
