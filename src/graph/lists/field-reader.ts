import type { ZodType } from 'zod';
import type { CellProblem } from '../../domain/health/cell-fault.js';
import type { Instant } from '../../domain/instant.js';
import { type ReadFields, UnreadableItem } from './list-definition.js';

/** Where an item stands, for its error messages. */
export interface ItemPlace {
  readonly list: string;
  readonly itemId: string;
}

/** Reads one column of an item each; what is missing or of another type is an `UnreadableItem`. */
export interface FieldReader {
  text(name: string): string;
  optionalText(name: string): string | undefined;
  number(name: string): number;
  optionalNumber(name: string): number | undefined;
  boolean(name: string): boolean;
  optionalBoolean(name: string): boolean | undefined;
  choice<T extends string>(name: string, codes: readonly T[]): T;
  optionalChoice<T extends string>(name: string, codes: readonly T[]): T | undefined;
  instant(name: string): Instant;
  optionalInstant(name: string): Instant | undefined;
  json<T>(name: string, shape: ZodType<T>): T;
  optionalJson<T>(name: string, shape: ZodType<T>): T | undefined;
  /** Ends the reading of this item with what is wrong with a column. */
  fail(name: string, problem: CellProblem): never;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Opens the fields of one item. Texts come with LF line ends and without blanks around them. */
export function createFieldReader(fields: ReadFields, { list, itemId }: ItemPlace): FieldReader {
  function fail(column: string, problem: CellProblem): never {
    throw new UnreadableItem(list, itemId, { column, problem });
  }

  function present<T>(name: string, value: T | undefined): T {
    return value === undefined ? fail(name, { code: 'empty' }) : value;
  }

  function optionalText(name: string): string | undefined {
    const value = fields[name] ?? '';
    if (typeof value !== 'string') return fail(name, { code: 'wrong-kind', wanted: 'text' });
    return value.replace(/\r\n?/g, '\n').trim() || undefined;
  }

  function optionalNumber(name: string): number | undefined {
    const value = fields[name] ?? undefined;
    if (value !== undefined && typeof value !== 'number')
      return fail(name, { code: 'wrong-kind', wanted: 'number' });
    return value;
  }

  function optionalBoolean(name: string): boolean | undefined {
    const value = fields[name] ?? undefined;
    if (value !== undefined && typeof value !== 'boolean')
      return fail(name, { code: 'wrong-kind', wanted: 'yes-or-no' });
    return value;
  }

  function optionalChoice<T extends string>(name: string, codes: readonly T[]): T | undefined {
    const value = optionalText(name);
    const known = codes.find((code) => code === value);
    return value !== undefined && known === undefined
      ? fail(name, { code: 'unknown-value', value: value.slice(0, 40) })
      : known;
  }

  function optionalInstant(name: string): Instant | undefined {
    const value = optionalText(name);
    const at = value === undefined ? undefined : Date.parse(value);
    return Number.isNaN(at) ? fail(name, { code: 'wrong-kind', wanted: 'date' }) : at;
  }

  function optionalJson<T>(name: string, shape: ZodType<T>): T | undefined {
    const source = optionalText(name);
    if (source === undefined) return undefined;
    const checked = shape.safeParse(parseJson(source));
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    const where = issue?.path.join('.') || '/';
    const isNewer = issue?.code === 'unrecognized_keys';
    return fail(name, { code: isNewer ? 'newer-form' : 'other-form', where });
  }

  return {
    fail,
    optionalText,
    optionalNumber,
    optionalChoice,
    optionalInstant,
    optionalJson,
    text: (name) => present(name, optionalText(name)),
    number: (name) => present(name, optionalNumber(name)),
    choice: (name, codes) => present(name, optionalChoice(name, codes)),
    instant: (name) => present(name, optionalInstant(name)),
    json: (name, shape) => present(name, optionalJson(name, shape)),
    optionalBoolean,
    boolean: (name) => present(name, optionalBoolean(name)),
  };
}
