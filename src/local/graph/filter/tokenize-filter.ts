import { invalidFilterClause } from '../errors.js';

/** A piece of a `$filter` text. */
export type FilterToken =
  | { kind: 'word'; text: string }
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'instant'; value: string }
  | { kind: 'mark'; text: '(' | ')' | ',' };

type Make = (matched: string) => FilterToken;

const mark = (text: string): FilterToken => {
  if (text === '(' || text === ')' || text === ',') return { kind: 'mark', text };
  throw invalidFilterClause();
};

const kinds: readonly (readonly [RegExp, Make])[] = [
  [/^'(?:[^']|'')*'/, (text) => ({ kind: 'text', value: text.slice(1, -1).replaceAll("''", "'") })],
  [
    /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?/,
    (text) => ({ kind: 'instant', value: text }),
  ],
  [/^-?\d+(\.\d+)?/, (text) => ({ kind: 'number', value: Number(text) })],
  [/^[\p{L}_][\p{L}\p{N}_./]*/u, (text) => ({ kind: 'word', text })],
  [/^[(),]/, mark],
];

/** Cuts a filter into its pieces; anything else is refused. */
export function tokenizeFilter(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let rest = filter.trim();
  while (rest !== '') {
    const found = kinds
      .map(([pattern, make]) => ({ matched: pattern.exec(rest)?.[0], make }))
      .find((entry) => entry.matched !== undefined);
    if (found?.matched === undefined) throw invalidFilterClause();
    tokens.push(found.make(found.matched));
    rest = rest.slice(found.matched.length).trimStart();
  }
  return tokens;
}
