import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import { projectRoot } from './project-root.mjs';

const { jest } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
const [swcOptions] = Object.values(jest.transform).map(([, options]) => options);
const fromProject = createRequire(join(projectRoot, 'package.json'));

// Every mutant meets the same cases, and a failing case ends the run instead of being made smaller.
const caseSeed = 20230915;

/** Absolute path of the source file a relative import means, or undefined if there is none. */
export function sourceOf(importer, specifier) {
  const plain = resolve(dirname(importer), specifier.replace(/\.js$/, ''));
  return [`${plain}.ts`, `${plain}.tsx`, plain, `${plain}.js`].find(
    (path) => existsSync(path) && /\.\w+$/.test(path),
  );
}

/** fast-check, with at most `runs` cases per property. */
function shortProperties(runs) {
  const real = fromProject('fast-check');
  const assert = (property, parameters = {}) =>
    real.assert(property, {
      seed: caseSeed,
      endOnFailure: true,
      ...parameters,
      numRuns: Math.min(parameters.numRuns ?? runs, runs),
    });
  const short = { ...real, assert };
  return { ...short, default: short, __esModule: true };
}

/**
 * Loads TypeScript files in this process, as the test command compiles them.
 * @param {{ replaced: Record<string, string>, runs: number }} how `replaced`: text to take instead
 *   of a file's own, by absolute path; `runs`: most cases per property
 * @returns {{ load(path: string): unknown, forget(): void }} `forget`: evaluate all files anew at
 *   the next load; packages stay, and nothing is compiled twice
 */
export function createLoader({ replaced, runs }) {
  const compiled = new Map();
  const loaded = new Map();
  let properties;

  function compile(path) {
    const text = replaced[path] ?? readFileSync(path, 'utf8');
    const { code } = transformSync(text, { ...swcOptions, filename: path, swcrc: false });
    const names = ['module', 'exports', 'require', '__filename', '__dirname'];
    return compileFunction(code, names, { filename: path });
  }

  function importFrom(importer, specifier) {
    if (specifier === 'fast-check') {
      properties ??= shortProperties(runs);
      return properties;
    }
    const source = specifier.startsWith('.') ? sourceOf(importer, specifier) : undefined;
    if (source === undefined || source.endsWith('.json')) return createRequire(importer)(specifier);
    return load(source);
  }

  function load(path) {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    if (!compiled.has(path)) compiled.set(path, compile(path));
    const module = { exports: {} };
    loaded.set(path, module);
    const require = (specifier) => importFrom(path, specifier);
    compiled.get(path)(module, module.exports, require, path, dirname(path));
    return module.exports;
  }

  return { load, forget: () => loaded.clear() };
}
