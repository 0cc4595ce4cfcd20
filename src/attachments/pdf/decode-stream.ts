import { inflateSync } from 'node:zlib';
import { nameOf, type PdfDictionary, PdfFault, type PdfValue, wholeNumberOf } from './pdf-value.js';

function only(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind !== 'array') return value;
  if (value.items.length > 1) throw new PdfFault('unreadable');
  return value.items[0];
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
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

/** A row without its prediction, like the row `before` with a zero to its left. */
function plainRow(filter: number, written: Uint8Array, before: Uint8Array): Uint8Array {
  const row = new Uint8Array(before.length);
  for (const [index, byte] of written.entries()) {
    const [left = 0, above = 0, corner = 0] = [row[index], before[index + 1], before[index]];
    row[index + 1] = byte + added(filter, left, above, corner);
  }
  return row;
}

/** Takes the prediction off rows of single bytes, as tables of objects are written with. */
function unpredicted(bytes: Uint8Array, columns: number): Uint8Array {
  const rows: Uint8Array[] = [];
  let before = new Uint8Array(columns + 1);
  for (let at = 0; at + columns < bytes.length; at += columns + 1) {
    const written = bytes.subarray(at + 1, at + 1 + columns);
    before = new Uint8Array(plainRow(bytes[at] ?? 0, written, before));
    rows.push(before.subarray(1));
  }
  return Buffer.concat(rows);
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: most });
  } catch {
    throw new PdfFault('unreadable');
  }
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
  if (filter === undefined) return bytes;
  if (nameOf(filter) !== 'FlateDecode') throw new PdfFault('unreadable');
  const plain = inflated(bytes, most);
  const parameters = only(entries.get('DecodeParms'));
  if (parameters?.kind !== 'dictionary') return plain;
  const predictor = wholeNumberOf(parameters.entries.get('Predictor')) ?? 1;
  if (predictor === 1) return plain;
  const columns = wholeNumberOf(parameters.entries.get('Columns')) ?? 1;
  if (predictor < 10 || columns < 1 || columns > 64) throw new PdfFault('unreadable');
  return unpredicted(plain, columns);
}
