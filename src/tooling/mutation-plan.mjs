import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { filesUnder } from './files-under.mjs';
import { sourceOf } from './mutation-loader.mjs';

const testFolders = ['tests/domain', 'tests/usecases'];
const silent = { isDebugEnabled: () => false, debug() {}, info() {}, warn() {} };

/** Path below the root, with slashes. */
export const shortPath = (root, path) => relative(root, path).split(sep).join('/');

/**
 * All mutants of the files, and for every file one text that holds them all, switched off.
 * @param {string[]} paths absolute
 */
export async function mutantsOf(paths) {
  const files = paths.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const result = await new Instrumenter(silent).instrument(files, options);
  const replaced = Object.fromEntries(result.files.map(({ name, content }) => [name, content]));
  return { mutants: result.mutants, replaced };
}

function importsOf(path, known) {
  const imports = known.get(path);
  if (imports !== undefined) return imports;
  const specifiers = readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  const found = [...specifiers]
    .map(([, specifier]) => sourceOf(path, specifier))
    .filter((source) => source !== undefined);
  known.set(path, found);
  return found;
}

/** Test files of the domain and the use cases that import one of the files, directly or not. */
export function testFilesFor(root, paths) {
  const known = new Map();
  const reaches = (path, seen) => {
    if (paths.includes(path)) return true;
    if (seen.has(path)) return false;
    seen.add(path);
    return importsOf(path, known).some((source) => reaches(source, seen));
  };
  return testFolders
    .flatMap((folder) => filesUnder(join(root, folder)))
    .filter((file) => file.endsWith('.test.ts') && reaches(file, new Set()));
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The part of a test file that reaches a mutant; undefined if none does. */
function partFor(id, { file, times, atLoad, perTest }) {
  const places = Object.keys(perTest).filter((place) => perTest[place][id] !== undefined);
  const hits = (atLoad[id] ?? 0) + sum(places.map((place) => perTest[place][id]));
  if (hits === 0) return undefined;
  // What is evaluated while the file loads may matter to every test of the file.
  const chosen = atLoad[id] === undefined ? places.map(Number) : null;
  const time = sum(chosen === null ? times : chosen.map((place) => times[place]));
  return { file, chosen, hits, time };
}

/**
 * What to run for a mutant, quickest file first; undefined if no test reaches it.
 * @param {object[]} measured answers of the processes, one per test file
 * @param {number} patience milliseconds granted on top of what the tests take
 */
export function taskFor(id, measured, patience) {
  const parts = measured
    .map((one) => partFor(id, one))
    .filter((part) => part !== undefined)
    .sort((a, b) => a.time - b.time);
  if (parts.length === 0) return undefined;
  return {
    kind: 'mutant',
    id,
    plan: parts.map(({ file, chosen }) => ({ file, chosen })),
    hitLimit: 1000 + 100 * sum(parts.map(({ hits }) => hits)),
    limit: patience + 5 * sum(parts.map(({ time }) => time)),
  };
}
