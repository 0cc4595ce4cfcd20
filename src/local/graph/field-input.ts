import {
  generalException,
  invalidRequest,
  malformedRequest,
  notSupported,
  unknownField,
} from './errors.js';
import type { ColumnKind, FieldValue, StoredColumn } from './stored-types.js';
import { isSystemField } from './system-columns.js';

/** Longest text of a multi-line column. */
const longestNote = 63_999;

interface Given {
  column: StoredColumn;
  value: unknown;
  /** Content of `Name@odata.type`, if sent. */
  annotation: string | undefined;
}

/** A value that is not even of a simple type makes the service fail rather than refuse. */
function refuseCompound(value: unknown): void {
  if (typeof value === 'object' && value !== null) throw generalException();
}

function readText({ column, value }: Given, longest: number): FieldValue | null {
  refuseCompound(value);
  if (typeof value !== 'string') throw malformedRequest();
  if (value.length > longest) {
    throw invalidRequest(
      `Invalid text value. The value of field '${column.name}' is longer than ${longest} characters.`,
    );
  }
  return value === '' ? null : value;
}

function choicesOf(column: StoredColumn): readonly unknown[] {
  const { choices } = column.facet;
  return Array.isArray(choices) ? choices : [];
}

function checkChoice(column: StoredColumn, value: string): void {
  const isFree = column.facet['allowTextEntry'] === true;
  if (!isFree && !choicesOf(column).includes(value)) throw malformedRequest();
}

function readChoice(given: Given): FieldValue | null {
  const text = readText(given, 255);
  if (typeof text === 'string') checkChoice(given.column, text);
  return text;
}

function readMultiChoice({ column, value, annotation }: Given): FieldValue | null {
  if (!Array.isArray(value)) throw malformedRequest();
  if (annotation !== 'Collection(Edm.String)') throw generalException();
  const texts = value.map((entry) => {
    if (typeof entry !== 'string') throw malformedRequest();
    checkChoice(column, entry);
    return entry;
  });
  return texts.length === 0 ? null : texts;
}

function readNumber({ column, value }: Given): FieldValue {
  refuseCompound(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw malformedRequest();
  const { minimum, maximum } = column.facet;
  if (typeof minimum === 'number' && value < minimum) throw malformedRequest();
  if (typeof maximum === 'number' && value > maximum) throw malformedRequest();
  return value;
}

function readBoolean({ value }: Given): FieldValue {
  refuseCompound(value);
  if (typeof value !== 'boolean') throw malformedRequest();
  return value;
}

const instant = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function readDateTime({ column, value }: Given): FieldValue {
  refuseCompound(value);
  if (typeof value !== 'string' || !instant.test(value)) throw malformedRequest();
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw malformedRequest();
  const text = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return column.facet['format'] === 'dateOnly' ? `${text.slice(0, 10)}T00:00:00Z` : text;
}

function readLookupId({ value }: Given): FieldValue {
  if (typeof value === 'number') throw generalException();
  refuseCompound(value);
  if (typeof value !== 'string' || !/^\d+$/.test(value)) throw malformedRequest();
  return value;
}

const readers: Record<ColumnKind, (given: Given) => FieldValue | null> = {
  text: (given) => {
    const { maxLength } = given.column.facet;
    return readText(given, typeof maxLength === 'number' ? maxLength : 255);
  },
  note: (given) => readText(given, longestNote),
  choice: readChoice,
  multiChoice: readMultiChoice,
  number: readNumber,
  boolean: readBoolean,
  dateTime: readDateTime,
  person: readLookupId,
  lookup: readLookupId,
  computed: () => {
    throw notSupported();
  },
};

/** The name a column is written and filtered under. */
export function fieldNameOf(column: StoredColumn): string {
  const isReference = column.kind === 'person' || column.kind === 'lookup';
  return isReference ? `${column.name}LookupId` : column.name;
}

const annotationSuffix = '@odata.type';

function writableColumn(byField: ReadonlyMap<string, StoredColumn>, field: string): StoredColumn {
  if (isSystemField(field)) throw invalidRequest(`Field '${field}' is read-only`);
  const column = byField.get(field);
  if (column === undefined) throw unknownField(field);
  if (column.readOnly) throw invalidRequest(`Field '${field}' is read-only`);
  return column;
}

/**
 * Checks the `fields` of a create or an update against the columns of the list.
 * `null` in the answer clears a column; an empty text does too.
 */
export function readFieldInput(
  columns: readonly StoredColumn[],
  body: unknown,
): Record<string, FieldValue | null> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformedRequest();
  const given = new Map<string, unknown>(Object.entries(body));
  const byField = new Map(columns.map((column) => [fieldNameOf(column), column]));
  const read: Record<string, FieldValue | null> = {};
  for (const [key, value] of given) {
    if (key.endsWith(annotationSuffix)) {
      writableColumn(byField, key.slice(0, -annotationSuffix.length));
      continue;
    }
    const column = writableColumn(byField, key);
    const type = given.get(`${key}${annotationSuffix}`);
    const annotation = typeof type === 'string' ? type : undefined;
    const isCleared = value === null;
    read[column.name] = isCleared ? null : readers[column.kind]({ column, value, annotation });
  }
  return read;
}

/** Values the columns bring themselves when an item is created without them. */
export function defaultFields(columns: readonly StoredColumn[]): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const { name, kind, defaultValue } of columns) {
    if (defaultValue === undefined) continue;
    if (kind === 'number') values[name] = Number(defaultValue);
    else if (kind === 'boolean') values[name] = defaultValue === '1' || defaultValue === 'true';
    else values[name] = defaultValue;
  }
  return values;
}
