import { invalidFilterClause } from '../errors.js';
import { type FilterToken, tokenizeFilter } from './tokenize-filter.js';

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'startswith';
export type Literal = string | number | boolean | null;

/** A parsed `$filter`. `path` is as written, for example `fields/Status`. */
export type FilterNode =
  | { kind: 'and' | 'or'; left: FilterNode; right: FilterNode }
  | { kind: 'compare'; path: string; comparison: Comparison; literal: Literal };

const comparisons: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];

function isComparison(text: string): text is Comparison {
  return comparisons.includes(text);
}

interface Reader {
  peek(): FilterToken | undefined;
  take(): FilterToken;
}

function isWord(token: FilterToken | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text;
}

function takeMark(reader: Reader, text: '(' | ')' | ','): void {
  const token = reader.take();
  if (token.kind !== 'mark' || token.text !== text) throw invalidFilterClause();
}

function takeWord(reader: Reader): string {
  const token = reader.take();
  if (token.kind !== 'word') throw invalidFilterClause();
  return token.text;
}

const namedLiterals = new Map<string, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function takeLiteral(reader: Reader): Literal {
  const token = reader.take();
  if (token.kind === 'mark') throw invalidFilterClause();
  if (token.kind !== 'word') return token.value;
  const literal = namedLiterals.get(token.text);
  if (literal === undefined) throw invalidFilterClause();
  return literal;
}

function takeStartsWith(reader: Reader): FilterNode {
  takeMark(reader, '(');
  const path = takeWord(reader);
  takeMark(reader, ',');
  const literal = takeLiteral(reader);
  takeMark(reader, ')');
  if (typeof literal !== 'string') throw invalidFilterClause();
  return { kind: 'compare', path, comparison: 'startswith', literal };
}

function takeTerm(reader: Reader): FilterNode {
  const next = reader.peek();
  if (next?.kind === 'mark' && next.text === '(') {
    takeMark(reader, '(');
    const inner = takeOr(reader);
    takeMark(reader, ')');
    return inner;
  }
  const path = takeWord(reader);
  if (path === 'startswith') return takeStartsWith(reader);
  const comparison = takeWord(reader);
  if (!isComparison(comparison)) throw invalidFilterClause();
  return { kind: 'compare', path, comparison, literal: takeLiteral(reader) };
}

function takeAnd(reader: Reader): FilterNode {
  let left = takeTerm(reader);
  while (isWord(reader.peek(), 'and')) {
    reader.take();
    left = { kind: 'and', left, right: takeTerm(reader) };
  }
  return left;
}

function takeOr(reader: Reader): FilterNode {
  let left = takeAnd(reader);
  while (isWord(reader.peek(), 'or')) {
    reader.take();
    left = { kind: 'or', left, right: takeAnd(reader) };
  }
  return left;
}

/**
 * Parses `$filter`: eq ne gt ge lt le, startswith, and, or, parentheses. `not`, arithmetic and
 * other functions are refused.
 */
export function parseFilter(filter: string): FilterNode {
  const tokens = tokenizeFilter(filter);
  let at = 0;
  const reader: Reader = {
    peek: () => tokens[at],
    take() {
      const token = tokens[at];
      if (token === undefined) throw invalidFilterClause();
      at += 1;
      return token;
    },
  };
  const node = takeOr(reader);
  if (reader.peek() !== undefined) throw invalidFilterClause();
  return node;
}
