import { readValues } from './parse-value.js';
import type { PdfSource } from './pdf-source.js';
import { dictionaryOf, nameOf, PdfFault, type PdfObject, wholeNumberOf } from './pdf-value.js';

/** An object of a pack, at its place among them. */
export interface PackedObject {
  readonly number: number;
  readonly object: PdfObject;
}

interface Heading {
  readonly number: number;
  /** Where it begins and must have ended, in the unpacked text. */
  readonly start: number;
  readonly end: number;
}

/** Two numbers of ten digits and what stands between them, with room to spare. */
const longestHeading = 40;

/** The headings of a pack: pairs of a number and a place, of which there must be just as many as it says. */
function headingsIn(text: string, count: number, first: number): readonly Heading[] {
  if (first > text.length || first > (count + 1) * longestHeading) throw new PdfFault('unreadable');
  const words = text
    .slice(0, first)
    .split(/[\0\t\n\f\r ]+/)
    .filter((word) => word !== '');
  const numbers = words.map((word) => (/^\d{1,10}$/.test(word) ? Number(word) : Number.NaN));
  if (numbers.length !== count * 2) throw new PdfFault('unreadable');
  const place = (index: number): number => {
    const offset = numbers[index * 2 + 1];
    return offset === undefined ? text.length : first + offset;
  };
  return Array.from({ length: count }, (_, index) => ({
    number: numbers[index * 2] ?? Number.NaN,
    start: place(index),
    end: place(index + 1),
  }));
}

/**
 * The objects packed into one stream, in their order. Each lies behind the one before it and ends before the next one
 * begins, so that none is read twice and no two readers see another end. Throws `PdfFault`.
 */
export function readPackedObjects(source: PdfSource, packed: PdfObject): readonly PackedObject[] {
  const { entries } = dictionaryOf(packed);
  const count = wholeNumberOf(entries.get('N'));
  const first = wholeNumberOf(entries.get('First'));
  if (nameOf(entries.get('Type')) !== 'ObjStm' || count === undefined || first === undefined) {
    throw new PdfFault('unreadable');
  }
  source.budget.take('rows', count);
  const text = source.decode(packed);
  return headingsIn(text, count, first).map(({ number, start, end }) => {
    if (!(Number.isSafeInteger(number) && start < end && end <= text.length)) {
      throw new PdfFault('unreadable');
    }
    const reader = readValues(text, start, source.budget);
    const value = reader.read();
    if (reader.at() > end) throw new PdfFault('unreadable');
    return { number, object: { value } };
  });
}
