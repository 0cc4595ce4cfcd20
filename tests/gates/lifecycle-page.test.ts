import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifecycleDocument } from '../../src/text/lifecycle-document.js';

test('the page on the life of a proposal says what the code does; `npm run docs` writes it', () => {
  const page = readFileSync(join(__dirname, '../../docs/lifecycle.md'), 'utf8');
  expect(page).toBe(lifecycleDocument());
});

test('the page has a row for every transition and every status', () => {
  const page = lifecycleDocument();
  for (const id of ['T1', 'T3b', 'T6b', 'T17']) expect(page).toContain(`| ${id} |`);
  expect(page.match(/^\| .*\((received|withdrawn|difficult)\)/gm)).toHaveLength(6);
});

test('the page names for each status an office, a day and what happens when it is late, or that it has ended', () => {
  const [, duties = ''] = lifecycleDocument().split('## Who answers for it');
  const rows = duties.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  expect(rows).toHaveLength(1 + 10 + 4);
  for (const line of rows.slice(1)) {
    const [, task, office, day, late] = line.split(' | ').map((cell) => cell.trim());
    expect(line).not.toContain('undefined');
    if (task?.startsWith('終わり')) continue;
    expect([office, day, late].filter((cell) => !cell || cell === '–')).toEqual([]);
  }
});
