import { malformedRequest } from '../errors.js';
import type { ColumnKind, FieldValue, StoredColumn, StoredItem } from '../stored-types.js';
import { compareValues } from './compare-values.js';
import type { Comparison, FilterNode, Literal } from './parse-filter.js';
import { findQueryColumn, type QueryColumn } from './query-column.js';

/** A filter ready to be applied. */
export interface CompiledFilter {
  columns: QueryColumn[];
  matches(item: StoredItem): boolean;
  /** Rows the service must touch: what its first indexed predicate selects. */
  touched(items: readonly StoredItem[]): number;
}

type ReadLiteral = (literal: Exclude<Literal, null>) => FieldValue;

const readNumber: ReadLiteral = (literal) => {
  const value = Number(literal);
  const isWrong = typeof literal === 'boolean' || literal === '' || Number.isNaN(value);
  if (isWrong) throw malformedRequest();
  return value;
};

const readBoolean: ReadLiteral = (literal) => {
  if (typeof literal === 'boolean') return literal;
  if (literal === 0 || literal === 1) return literal === 1;
  throw malformedRequest();
};

const readInstant: ReadLiteral = (literal) => {
  const at = typeof literal === 'string' ? Date.parse(literal) : Number.NaN;
  if (Number.isNaN(at)) throw malformedRequest();
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
};

const readReference: ReadLiteral = (literal) => {
  if (typeof literal === 'boolean') throw malformedRequest();
  return String(literal);
};

const readText: ReadLiteral = (literal) => {
  if (typeof literal !== 'string') throw malformedRequest();
  return literal;
};

const literalReaders: Partial<Record<ColumnKind, ReadLiteral>> = {
  number: readNumber,
  boolean: readBoolean,
  dateTime: readInstant,
  person: readReference,
  lookup: readReference,
};

function literalFor(column: StoredColumn, literal: Literal): FieldValue | null {
  if (literal === null) return null;
  return (literalReaders[column.kind] ?? readText)(literal);
}

type Test = (value: FieldValue | undefined) => boolean;

function testOf(comparison: Comparison, literal: FieldValue | null): Test {
  if (literal === null) {
    if (comparison === 'eq') return (value) => value === undefined;
    if (comparison === 'ne') return (value) => value !== undefined;
    throw malformedRequest();
  }
  if (comparison === 'startswith') {
    const start = String(literal).toLowerCase();
    return (value) => typeof value === 'string' && value.toLowerCase().startsWith(start);
  }
  const order: Record<Exclude<Comparison, 'startswith'>, (result: number) => boolean> = {
    eq: (result) => result === 0,
    ne: (result) => result !== 0,
    gt: (result) => result > 0,
    ge: (result) => result >= 0,
    lt: (result) => result < 0,
    le: (result) => result <= 0,
  };
  const accepts = order[comparison];
  return (value) =>
    value === undefined ? comparison === 'ne' : accepts(compareValues(value, literal));
}

/** Binds a parsed filter to the columns of a list. Texts compare without regard to case. */
export function compileFilter(node: FilterNode, columns: readonly StoredColumn[]): CompiledFilter {
  if (node.kind === 'compare') {
    const column = findQueryColumn(columns, node.path);
    const isText = column.column.kind === 'text' || column.column.kind === 'choice';
    if (node.comparison === 'startswith' && !isText) throw malformedRequest();
    const test = testOf(node.comparison, literalFor(column.column, node.literal));
    const matches = (item: StoredItem) => test(column.valueOf(item));
    return { columns: [column], matches, touched: (items) => items.filter(matches).length };
  }
  const left = compileFilter(node.left, columns);
  const right = compileFilter(node.right, columns);
  const both = [...left.columns, ...right.columns];
  if (node.kind === 'and') {
    return {
      columns: both,
      matches: (item) => left.matches(item) && right.matches(item),
      touched: left.touched,
    };
  }
  return {
    columns: both,
    matches: (item) => left.matches(item) || right.matches(item),
    touched: (items) => left.touched(items) + right.touched(items),
  };
}
