import { inflateSync } from 'node:zlib';
import {
  isNull,
  nameOf,
  type PdfDictionary,
  PdfFault,
  type PdfValue,
  wholeNumberOf,
} from './pdf-value.js';

function only(value: PdfValue | undefined): PdfValue | undefined {
  const one = value?.kind === 'array' ? value.items[0] : value;
  if (value?.kind === 'array' && value.items.length > 1) throw new PdfFault('unreadable');
  return isNull(one) ? undefined : one;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const toLeft = Math.abs(guess - left);
  const toAbove = Math.abs(guess - above);
  const toCorner = Math.abs(guess - corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** What a row's filter (PNG 9.2) adds to a byte; its neighbours are those already read. */
function added(filter: number, left: number, above: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter === 4) return paeth(left, above, corner);
  throw new PdfFault('unreadable');
}

/** Writes a row without its prediction, given the row before it (none: undefined). */
function writeRow(
  row: Uint8Array,
  filter: number,
  written: Uint8Array,
  before: Uint8Array | undefined,
): void {
  let [left, corner] = [0, 0];
  for (let index = 0; index < row.length; index += 1) {
    const above = before?.[index] ?? 0;
    row[index] = (written[index] ?? 0) + added(filter, left, above, corner);
    left = row[index] ?? 0;
    corner = above;
  }
}

/** Takes the prediction off rows of single bytes, as tables of objects are written with. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(bytes.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  let before: Uint8Array | undefined;
  for (let index = 0; index < rows; index += 1) {
    const from = index * (columns + 1);
    const row = plain.subarray(index * columns, (index + 1) * columns);
    writeRow(row, bytes[from] ?? 0, bytes.subarray(from + 1, from + 1 + columns), before);
    before = row;
  }
  return plain;
}

/** What Flate unpacks to. Throws `PdfFault` where it is spoilt, or more than `most` bytes. */
export function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch {
    throw new PdfFault('unreadable');
  }
}

/** A number among the parameters of a filter. One that is told in a roundabout way is refused, not passed over. */
function parameter({ entries }: PdfDictionary, key: string, absent: number): number {
  const value = entries.get(key);
  if (value === undefined) return absent;
  const number = wholeNumberOf(value);
  if (number === undefined) throw new PdfFault('unreadable');
  return number;
}

/** How many bytes a row is predicted by; undefined where nothing is predicted. */
function columnsOf(parameters: PdfValue | undefined): number | undefined {
  if (parameters === undefined) return undefined;
  if (parameters.kind !== 'dictionary') throw new PdfFault('unreadable');
  const predictor = parameter(parameters, 'Predictor', 1);
  const bits = parameter(parameters, 'Colors', 1) * parameter(parameters, 'BitsPerComponent', 8);
  const columns = parameter(parameters, 'Columns', 1);
  if (predictor === 1) return undefined;
  if (predictor < 10 || predictor > 15 || bits !== 8) throw new PdfFault('unreadable');
  if (columns < 1 || columns > 64) throw new PdfFault('unreadable');
  return columns;
}

/**
 * The content of a stream that holds the structure of a PDF. Those are compressed by Flate or not at all; anything else
 * is refused, as is what would unpack to more than `most` bytes.
 */
export function decodeStream(
  { entries }: PdfDictionary,
  bytes: Uint8Array,
  most: number,
): Uint8Array {
  const filter = only(entries.get('Filter'));
  const columns = columnsOf(only(entries.get('DecodeParms')));
  if (filter === undefined) return bytes;
  if (nameOf(filter) !== 'FlateDecode') throw new PdfFault('unreadable');
  const plain = inflated(bytes, most);
  return columns === undefined ? plain : unpredicted(plain, columns);
}
