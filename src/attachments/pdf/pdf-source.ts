import { decodeStream } from './decode-stream.js';
import { readValues } from './parse-value.js';
import { dictionaryOf, PdfFault, type PdfObject, type PdfValue } from './pdf-value.js';

/** All that the structure of one file may unpack to. */
const mostStructure = 48 * 1024 * 1024;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The part of the file by which its bytes are read; `decode` counts what was unpacked. */
export interface PdfSource {
  readonly text: string;
  objectAt(offset: number, number?: number): PdfObject & { readonly number: number };
  decode(object: PdfObject): string;
}

/** Opens the bytes of a PDF. `lengthOf` tells the length of a stream, which another object may hold. */
export function openSource(
  bytes: Uint8Array,
  lengthOf: (value: PdfValue | undefined) => number | undefined,
): PdfSource {
  const text = latin1(bytes);
  let left = mostStructure;

  function objectAt(offset: number, wanted?: number): PdfObject & { readonly number: number } {
    const reader = readValues(text, offset);
    const begun = reader.takes(/(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj/y);
    const number = Number(begun?.[1]);
    if (!begun || (wanted !== undefined && number !== wanted)) throw new PdfFault('unreadable');
    const value = reader.read();
    const begins = value.kind === 'dictionary' && reader.takes(/stream(\r\n|\n)/y);
    if (!begins) return { number, value };
    const length = lengthOf(value.entries.get('Length'));
    const start = reader.at();
    const ends = length !== undefined && readValues(text, start + length).takes(/endstream/y);
    if (!ends) throw new PdfFault('unreadable');
    return { number, value, stream: bytes.subarray(start, start + length) };
  }

  function decode(object: PdfObject): string {
    if (!object.stream) throw new PdfFault('unreadable');
    const plain = decodeStream(dictionaryOf(object), object.stream, left);
    left -= plain.length;
    if (left <= 0) throw new PdfFault('unreadable');
    return latin1(plain);
  }

  return { text, objectAt, decode };
}
