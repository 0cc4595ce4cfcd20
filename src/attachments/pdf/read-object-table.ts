import { readValues, type ValueReader } from './parse-value.js';
import type { PdfSource } from './pdf-source.js';
import { dictionaryOf, nameOf, type PdfDictionary, PdfFault, wholeNumberOf } from './pdf-value.js';

/** Where an object is: at a place of the file, packed into a stream, or deleted. */
export type ObjectPlace =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'packed'; readonly pack: number }
  | { readonly kind: 'free' };

type Places = Map<number, ObjectPlace>;

const mostSections = 200;
const mostObjects = 300_000;

/** What is newer was read before and stays. */
function keep(places: Places, number: number, place: ObjectPlace): void {
  if (places.has(number)) return;
  if (places.size >= mostObjects) throw new PdfFault('unreadable');
  places.set(number, place);
}

const subsection = /(\d{1,10}) +(\d{1,10})/y;

function readRows(reader: ValueReader, [, first, count]: RegExpExecArray, places: Places): void {
  for (let index = 0; index < Number(count); index += 1) {
    const row = reader.takes(/(\d{10}) (\d{5}) ([nf])/y);
    if (!row) throw new PdfFault('unreadable');
    const place = { kind: 'at', offset: Number(row[1]) } as const;
    keep(places, Number(first) + index, row[3] === 'n' ? place : { kind: 'free' });
  }
}

function readPlainTable(reader: ValueReader, places: Places): PdfDictionary {
  for (let head = reader.takes(subsection); head; head = reader.takes(subsection)) {
    readRows(reader, head, places);
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

function placeOf([type, second = 0]: readonly number[]): ObjectPlace {
  if (type === 1) return { kind: 'at', offset: second };
  return type === 2 ? { kind: 'packed', pack: second } : { kind: 'free' };
}

/** The fields of one row of a packed table; a first field without width says that an object is there. */
function fieldsOf(row: string, widths: readonly number[]): readonly number[] {
  let at = 0;
  return widths.map((width, index) => {
    const bytes = [...row.slice(at, at + width)];
    at += width;
    if (width === 0 && index === 0) return 1;
    return bytes.reduce((number, byte) => number * 256 + byte.charCodeAt(0), 0);
  });
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
  for (let span = 0; span + 1 < spans.length; span += 2) {
    const [first = 0, count = 0] = spans.slice(span);
    if (!(at + count * width <= rows.length)) throw new PdfFault('unreadable');
    for (let index = 0; index < count; index += 1, at += width) {
      keep(places, first + index, placeOf(fieldsOf(rows.slice(at, at + width), widths)));
    }
  }
  return table;
}

function readSection(source: PdfSource, start: number, places: Places): PdfDictionary {
  if (!(start > 0 && start < source.text.length)) throw new PdfFault('unreadable');
  const reader = readValues(source.text, start);
  const trailer = reader.takes(/xref/y)
    ? readPlainTable(reader, places)
    : readPackedTable(source, start, places);
  if (trailer.entries.has('Encrypt')) throw new PdfFault('encrypted');
  return trailer;
}

/** Where the tables before this one are, the nearer one first. */
function before({ entries }: PdfDictionary): readonly number[] {
  return ['XRefStm', 'Prev'].flatMap((key) => wholeNumberOf(entries.get(key)) ?? []);
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
