import type { ValueReader } from './parse-value.js';
import type { PdfBudget } from './pdf-budget.js';
import type { PdfSource } from './pdf-source.js';
import { dictionaryOf, nameOf, type PdfDictionary, PdfFault, wholeNumberOf } from './pdf-value.js';

/** Where an object is: at a place of the file, packed into a stream, or deleted. */
export type ObjectPlace =
  | { readonly kind: 'at'; readonly offset: number }
  /** `index`: its place among the objects of the pack. */
  | { readonly kind: 'packed'; readonly pack: number; readonly index: number }
  | { readonly kind: 'free' };

type Places = Map<number, ObjectPlace>;

const mostSections = 200;
const mostObjects = 300_000;

/** What is newer was read before and stays. */
function keep(places: Places, number: number, place: ObjectPlace): void {
  if (places.has(number)) return;
  if (places.size >= mostObjects || !Number.isSafeInteger(number)) throw new PdfFault('unreadable');
  places.set(number, place);
}

const subsection = /(\d{1,10}) +(\d{1,10})/y;

function readRows(
  reader: ValueReader,
  [, first, count]: RegExpExecArray,
  places: Places,
  budget: PdfBudget,
): void {
  budget.take('rows', Number(count));
  for (let index = 0; index < Number(count); index += 1) {
    const row = reader.takes(/(\d{10}) (\d{5}) ([nf])/y);
    if (!row) throw new PdfFault('unreadable');
    const place = { kind: 'at', offset: Number(row[1]) } as const;
    keep(places, Number(first) + index, row[3] === 'n' ? place : { kind: 'free' });
  }
}

function readPlainTable(reader: ValueReader, places: Places, budget: PdfBudget): PdfDictionary {
  for (let head = reader.takes(subsection); head; head = reader.takes(subsection)) {
    readRows(reader, head, places, budget);
  }
  const trailer = reader.takes(/trailer/y) && reader.read();
  if (trailer?.kind !== 'dictionary') throw new PdfFault('unreadable');
  return trailer;
}

const numbersOf = ({ entries }: PdfDictionary, key: string): readonly number[] | undefined => {
  const value = entries.get(key);
  if (value?.kind !== 'array') return undefined;
  return value.items.map((item) => wholeNumberOf(item) ?? Number.NaN);
};

/** A number of so many bytes, the highest first. */
function numberAt(rows: string, at: number, width: number): number {
  let number = 0;
  for (let index = at; index < at + width; index += 1) {
    number = number * 256 + rows.charCodeAt(index);
  }
  return number;
}

/** What one row of a packed table says; a first field without width says that an object is there. */
function placeAt(rows: string, at: number, widths: readonly number[]): ObjectPlace {
  const [first = 0, second = 0, third = 0] = widths;
  const type = first === 0 ? 1 : numberAt(rows, at, first);
  const value = numberAt(rows, at + first, second);
  if (type === 1) return { kind: 'at', offset: value };
  if (type !== 2) return { kind: 'free' };
  return { kind: 'packed', pack: value, index: numberAt(rows, at + first + second, third) };
}

function widthsOf(table: PdfDictionary): readonly number[] {
  const widths = numbersOf(table, 'W') ?? [];
  if (widths.length === 3 && widths.every((width) => width <= 8)) return widths;
  throw new PdfFault('unreadable');
}

function readPackedTable(source: PdfSource, start: number, places: Places): PdfDictionary {
  const object = source.objectAt(start);
  const table = dictionaryOf(object);
  if (nameOf(table.entries.get('Type')) !== 'XRef') throw new PdfFault('unreadable');
  const widths = widthsOf(table);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const spans = numbersOf(table, 'Index') ?? [0, wholeNumberOf(table.entries.get('Size')) ?? 0];
  const rows = source.decode(object);
  let at = 0;
  for (let span = 0; span < spans.length; span += 2) {
    const [first = Number.NaN, count = Number.NaN] = spans.slice(span, span + 2);
    source.budget.take('rows', count);
    if (!(at + count * width <= rows.length)) throw new PdfFault('unreadable');
    for (let index = 0; index < count; index += 1, at += width) {
      keep(places, first + index, placeAt(rows, at, widths));
    }
  }
  return table;
}

function readSection(source: PdfSource, start: number, places: Places): PdfDictionary {
  if (!(start > 0 && start < source.text.length)) throw new PdfFault('unreadable');
  const reader = source.readerAt(start);
  const isPlain = reader.takes(/xref/y) !== undefined;
  const trailer = isPlain
    ? readPlainTable(reader, places, source.budget)
    : readPackedTable(source, start, places);
  if (isPlain) source.budget.take('signs', reader.at() - start);
  if (trailer.entries.has('Encrypt')) throw new PdfFault('encrypted');
  return trailer;
}

/** Where the tables before this one are, the nearer one first. */
function before({ entries }: PdfDictionary): readonly number[] {
  return ['XRefStm', 'Prev'].flatMap((key) => {
    const value = entries.get(key);
    if (value === undefined) return [];
    const start = wholeNumberOf(value);
    if (start === undefined) throw new PdfFault('unreadable');
    return start;
  });
}

/** Reads the tables of objects into `places`, newest first; answers the number of the catalog. Throws `PdfFault`. */
export function readObjectTable(source: PdfSource, places: Places): number {
  const said = /startxref\s+(\d{1,10})\s+%%EOF[\0\s]*$/.exec(source.text.slice(-2_048));
  const starts = new Set([Number(said?.[1])]);
  let root: number | undefined;
  // A set gives each place once, also those that are added on the way.
  for (const start of starts) {
    if (starts.size > mostSections) throw new PdfFault('unreadable');
    const trailer = readSection(source, start, places);
    const catalog = trailer.entries.get('Root');
    if (catalog?.kind === 'reference') root ??= catalog.to;
    for (const each of before(trailer)) starts.add(each);
  }
  if (root === undefined) throw new PdfFault('unreadable');
  return root;
}
