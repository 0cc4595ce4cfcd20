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
  expect(page.match(/^\| .*\((received|withdrawn|difficult)\)/gm)).toHaveLength(3);
});
