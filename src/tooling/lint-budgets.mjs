// The budgets of the code that no linter rule measures: type assertions, typical file length,
// words that must not be committed, names that say nothing. [--root folder]

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { filesUnder } from './files-under.mjs';
import { emptyName, forbiddenWords } from './forbidden-words.mjs';
import { projectRoot } from './project-root.mjs';
import { quantile, shapesOf } from './source-shape.mjs';

const castsPerThousandLines = 1.5;
const median = 80;
const p95 = 250;
const scopes = [
  { name: 'product', folder: 'src', except: ['src/local/', 'src/tooling/'] },
  { name: 'stand-in', folder: 'src/local', except: [] },
];
const notOurs = new Set(
  'node_modules dist build coverage .git .data devTools package-lock.json'.split(' '),
);
const notText = /\.(png|ico|zip|woff2?)$/;

function castFaults(name, files) {
  const lines = files.reduce((sum, file) => sum + file.lines, 0);
  const casts = files.reduce((sum, file) => sum + file.casts, 0);
  // One assertion is always allowed, or the first file could never have one.
  const allowed = Math.max(1, Math.floor((lines * castsPerThousandLines) / 1000));
  console.log(`Casts in the ${name}: ${casts} of at most ${allowed} (${lines} lines).`);
  if (casts <= allowed) return [];
  const where = files
    .filter((file) => file.casts > 0)
    .map((file) => `${file.path} (${file.casts})`);
  return [`${name}: ${casts} type assertions, ${allowed} allowed: ${where.join(', ')}`];
}

function lengthFaults(name, files) {
  const lengths = files.map((file) => file.lines);
  return [
    { what: 'half of the files are', value: quantile(lengths, 0.5), limit: median },
    { what: 'one file in twenty is', value: quantile(lengths, 0.95), limit: p95 },
  ]
    .filter(({ value, limit }) => value > limit)
    .map(
      ({ what, value, limit }) =>
        `${name}: ${what} ${value} lines or longer; the limit is ${limit}`,
    );
}

function wordFaults(root, path) {
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    forbiddenWords
      .filter(({ pattern }) => pattern.test(line))
      .map(({ reason }) => `${path}:${index + 1}: "${line.trim().slice(0, 80)}": ${reason}`),
  );
}

const flag = process.argv.indexOf('--root');
const root = flag < 0 ? projectRoot : resolve(process.argv[flag + 1] ?? '.');
const paths = readdirSync(root, { withFileTypes: true })
  .filter((entry) => !notOurs.has(entry.name))
  .map((entry) => ({ path: join(root, entry.name), isFolder: entry.isDirectory() }))
  .flatMap(({ path, isFolder }) => (isFolder ? filesUnder(path) : [path]))
  .map((file) => relative(root, file).split(sep).join('/'));
const faults = [
  ...scopes.flatMap(({ name, folder, except }) => {
    const files = shapesOf(root, folder, except);
    return [...castFaults(name, files), ...lengthFaults(name, files)];
  }),
  ...paths.filter((path) => !notText.test(path)).flatMap((path) => wordFaults(root, path)),
  ...paths
    .filter((path) => path.startsWith('src/') && emptyName.test(path))
    .map((path) => `${path}: the name does not say what is inside`),
];
for (const fault of faults) console.error(fault);
console.log(`Budgets: ${paths.length} files read, ${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
