import type { Random } from '../random.js';
import { facetNames, readFacet } from './column-facets.js';
import { invalidRequest, malformedRequest, unknownColumnType } from './errors.js';
import type { ColumnKind, StoredColumn } from './stored-types.js';
import { isReservedName } from './system-columns.js';

const indexable: readonly ColumnKind[] = [
  'text',
  'choice',
  'number',
  'boolean',
  'dateTime',
  'person',
  'lookup',
];
const canBeUnique: readonly ColumnKind[] = [
  'text',
  'choice',
  'number',
  'dateTime',
  'person',
  'lookup',
];

const flags = ['hidden', 'readOnly', 'required', 'indexed', 'enforceUniqueValues'] as const;
const texts = ['name', 'displayName', 'description', 'columnGroup'] as const;

/** Most indexes a list may have. */
export const mostIndexes = 20;

const isOneOf = (names: readonly string[], member: string) => names.includes(member);

function isRightMember(member: string, value: unknown): boolean {
  if (isOneOf(texts, member)) return typeof value === 'string';
  if (isOneOf(flags, member)) return typeof value === 'boolean';
  return member === 'defaultValue' || facetNames.includes(member);
}

function checkMembers(body: Record<string, unknown>): void {
  const isRight = Object.entries(body).every(([member, value]) => isRightMember(member, value));
  if (!isRight) throw malformedRequest();
}

function readDefault(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') throw malformedRequest();
  const { value: text, ...others }: { value?: unknown } = value;
  if (typeof text !== 'string' || Object.keys(others).length > 0) throw malformedRequest();
  return text;
}

/** The internal name made of a given one: other characters become `_xNNNN_`, cut at 32. */
export function internalName(given: string): string {
  const encoded = [...given].map((character, index) => {
    const plain = index === 0 ? /[A-Za-z_]/ : /[A-Za-z0-9_]/;
    if (plain.test(character)) return character;
    const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
    return units.map((unit) => `_x${unit.toString(16).padStart(4, '0')}_`).join('');
  });
  return encoded.join('').slice(0, 32);
}

function checkIndexing(column: StoredColumn): void {
  if (column.indexed && !indexable.includes(column.kind)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot be indexed`);
  }
  if (!column.enforceUniqueValues) return;
  if (!canBeUnique.includes(column.kind)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot enforce unique values`);
  }
  if (!column.indexed) {
    throw invalidRequest(`Column '${column.name}' must be indexed to enforce unique values`);
  }
}

function chooseFacet(given: Record<string, unknown>): string {
  const [facetName, another] = facetNames.filter((name) => name in given);
  if (facetName === undefined) throw unknownColumnType();
  if (another !== undefined) throw malformedRequest();
  return facetName;
}

function chooseName(asked: string): string {
  if (asked === '') throw malformedRequest();
  const name = internalName(asked);
  if (isReservedName(name)) {
    throw invalidRequest(`The column name '${name}' is already in use or reserved.`);
  }
  return name;
}

/** Reads the definition of a new column; refuses unknown members, types and reserved names. */
export function readNewColumn(body: unknown, random: Random): StoredColumn {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformedRequest();
  const given: Record<string, unknown> = { ...body };
  checkMembers(given);
  const facetName = chooseFacet(given);
  const text = (member: (typeof texts)[number], fallback: string) =>
    typeof given[member] === 'string' && given[member] !== '' ? given[member] : fallback;
  const flag = (member: (typeof flags)[number]) => given[member] === true;
  const asked = text('name', text('displayName', ''));
  const column: StoredColumn = {
    id: random.guid(),
    name: chooseName(asked),
    displayName: text('displayName', asked),
    description: text('description', ''),
    columnGroup: text('columnGroup', 'ユーザー設定列'),
    hidden: flag('hidden'),
    readOnly: flag('readOnly'),
    required: flag('required'),
    indexed: flag('indexed'),
    enforceUniqueValues: flag('enforceUniqueValues'),
    facetName,
    ...readFacet(facetName, given[facetName]),
  };
  checkIndexing(column);
  return changeDefault(column, given['defaultValue']);
}

function changeFacet(column: StoredColumn, given: unknown): Record<string, unknown> {
  if (column.facetName === undefined) throw malformedRequest();
  const merged = typeof given === 'object' ? { ...column.facet, ...given } : given;
  const { facet, kind } = readFacet(column.facetName, merged);
  if (kind !== column.kind) throw malformedRequest();
  return facet;
}

function changeDefault(column: StoredColumn, given: unknown): StoredColumn {
  const { defaultValue: _old, ...others } = column;
  const defaultValue = readDefault(given);
  return defaultValue === undefined ? others : { ...others, defaultValue };
}

/** The column after a change; `name` and the type are fixed. */
export function changeColumn(column: StoredColumn, body: Record<string, unknown>): StoredColumn {
  checkMembers(body);
  const { facetName = '' } = column;
  const { name = column.name, defaultValue, [facetName]: facet, ...plain } = body;
  const isForeign = facetNames.some((other) => other in plain);
  if (isForeign || name !== column.name) throw malformedRequest();
  let changed: StoredColumn = { ...column, ...plain };
  if (facet !== undefined) changed = { ...changed, facet: changeFacet(column, facet) };
  if (defaultValue !== undefined) changed = changeDefault(changed, defaultValue);
  checkIndexing(changed);
  return changed;
}

/** A column as answered. */
export function presentColumn(column: StoredColumn): Record<string, unknown> {
  const { kind, facetName, facet, defaultValue, ...common } = column;
  const { columnGroup, description, displayName, enforceUniqueValues, ...others } = common;
  return {
    columnGroup,
    description,
    displayName,
    enforceUniqueValues,
    ...others,
    ...(defaultValue === undefined ? {} : { defaultValue: { value: defaultValue } }),
    ...(facetName === undefined ? {} : { [facetName]: facet }),
  };
}
