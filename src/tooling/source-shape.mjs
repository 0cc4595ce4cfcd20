import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseSync } from '@swc/core';
import { filesUnder } from './files-under.mjs';

function countNodes(value, types) {
  if (value === null || typeof value !== 'object') return 0;
  const own = types.has(value.type) ? 1 : 0;
  return Object.values(value).reduce((sum, child) => sum + countNodes(child, types), own);
}

// `as const` is a node type of its own in swc and narrows instead of asserting.
const castTypes = new Set(['TsAsExpression', 'TsTypeAssertion']);

/** Lines and type assertions of the TypeScript files under a folder: `{ path, lines, casts }[]`. */
export function shapesOf(root, folder, except = []) {
  return filesUnder(join(root, folder))
    .map((file) => relative(root, file).split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path) && !except.some((prefix) => path.startsWith(prefix)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const tree = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('x') });
      return { path, lines: text.split('\n').length - 1, casts: countNodes(tree, castTypes) };
    });
}

/** The value below which the given share (0–1) of the values lies; 0 for none. */
export function quantile(values, share) {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
}
