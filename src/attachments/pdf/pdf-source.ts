import { decodeStream } from './decode-stream.js';
import { readValues, type ValueReader } from './parse-value.js';
import type { PdfBudget } from './pdf-budget.js';
import { dictionaryOf, PdfFault, type PdfObject, type PdfValue } from './pdf-value.js';

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The part of the file by which its bytes are read. What it costs is taken off the budget. */
export interface PdfSource {
  readonly text: string;
  readonly budget: PdfBudget;
  /** Reads the values at a place of the file. */
  readerAt(offset: number): ValueReader;
  objectAt(offset: number, number?: number): PdfObject & { readonly number: number };
  decode(object: PdfObject): string;
  /** Throws `PdfFault` where two of the objects that were read lie one in the other: nobody can say what is shown. */
  checkApart(): void;
}

const endObject = /endobj(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

/** Opens the bytes of a PDF. `lengthOf` tells the length of a stream, which another object may hold. */
export function openSource(
  bytes: Uint8Array,
  budget: PdfBudget,
  lengthOf: (value: PdfValue | undefined) => number | undefined,
): PdfSource {
  const text = latin1(bytes);
  const endsByStart = new Map<number, number>();

  const readerAt = (offset: number): ValueReader => readValues(text, offset, budget);

  /** The bytes of a stream, and a reader behind it. */
  function streamAt(start: number, entries: ReadonlyMap<string, PdfValue>) {
    const length = lengthOf(entries.get('Length'));
    const end = length === undefined ? undefined : start + length;
    if (end === undefined || end > text.length) throw new PdfFault('unreadable');
    const behind = readerAt(end);
    if (!behind.takes(/endstream/y)) throw new PdfFault('unreadable');
    return { stream: bytes.subarray(start, end), behind };
  }

  /** Notes where an object lies. As objects lie apart, all of them together are no longer than the file. */
  function occupy(start: number, reader: ValueReader): void {
    // Programs forget this word. What is passed over in looking for it counts all the same.
    reader.takes(endObject);
    budget.take('signs', reader.at() - start);
    endsByStart.set(start, reader.at());
  }

  function objectAt(offset: number, wanted?: number): PdfObject & { readonly number: number } {
    const reader = readerAt(offset);
    const begun = reader.takes(/(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj/y);
    const number = Number(begun?.[1]);
    if (!begun || (wanted !== undefined && number !== wanted)) throw new PdfFault('unreadable');
    const begins = reader.at() - begun[0].length;
    budget.take('signs', begins - offset);
    const value = reader.read();
    const holdsStream = value.kind === 'dictionary' && reader.takes(/stream(\r\n|\n)/y);
    if (!holdsStream) {
      // Some readers would see a stream here, and others none.
      if (reader.takes(/stream/y)) throw new PdfFault('unreadable');
      occupy(begins, reader);
      return { number, value };
    }
    const { stream, behind } = streamAt(reader.at(), value.entries);
    occupy(begins, behind);
    return { number, value, stream };
  }

  function decode(object: PdfObject): string {
    if (!object.stream) throw new PdfFault('unreadable');
    const plain = decodeStream(dictionaryOf(object), object.stream, budget.left('unpacked'));
    budget.take('unpacked', plain.length);
    return latin1(plain);
  }

  function checkApart(): void {
    let end = 0;
    for (const start of [...endsByStart.keys()].sort((one, other) => one - other)) {
      if (start < end) throw new PdfFault('unreadable');
      end = endsByStart.get(start) ?? end;
    }
  }

  return { text, budget, readerAt, objectAt, decode, checkApart };
}
