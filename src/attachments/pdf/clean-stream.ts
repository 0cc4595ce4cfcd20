import { cleanJp2 } from '../pictures/clean-jp2.js';
import { cleanJpeg } from '../pictures/clean-jpeg.js';
import { inflated } from './decode-stream.js';
import type { OpenPdf, Resolve } from './open-pdf.js';
import {
  isNull,
  nameOf,
  type PdfDictionary,
  PdfFault,
  type PdfValue,
  textOf,
  writtenName,
} from './pdf-value.js';

/** A stream as it is written: its bytes, and its dictionary, in which the length is still the old one. */
export interface CleanStream {
  readonly bytes: Uint8Array;
  readonly dictionary: PdfDictionary;
}

/** Short names, which readers understand though they belong into pages alone. */
const longNames: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  LZW: 'LZWDecode',
  Fl: 'FlateDecode',
  RL: 'RunLengthDecode',
  CCF: 'CCITTFaxDecode',
  DCT: 'DCTDecode',
};

/** Filters that pack bytes without saying anything of who made them. */
const plainFilters: ReadonlySet<string> = new Set([
  ...['ASCIIHexDecode', 'ASCII85Decode', 'LZWDecode', 'FlateDecode', 'RunLengthDecode'],
  ...['CCITTFaxDecode', 'JBIG2Decode'],
]);

type CleanPicture = (bytes: Uint8Array) => Uint8Array | undefined;

/** Filters of pictures in which a camera or a program writes of itself. */
const pictures: ReadonlyMap<string, CleanPicture> = new Map<string, CleanPicture>([
  ['DCTDecode', (bytes) => cleanJpeg(bytes, 'as-it-lies')],
  ['JPXDecode', cleanJp2],
]);

/** The items of a list, or the one that stands for a list; all of them looked up. */
function listOf(value: PdfValue | undefined, resolve: Resolve): readonly PdfValue[] {
  const found = resolve(value);
  if (found === undefined || isNull(found)) return [];
  const items = found.kind === 'array' ? found.items : [found];
  return items.map((item) => resolve(item) ?? { kind: 'atom', text: 'null' });
}

function filtersOf({ entries }: PdfDictionary, resolve: Resolve): readonly string[] {
  return listOf(entries.get('Filter'), resolve).map((value) => {
    const name = nameOf(value) ?? '';
    const long = longNames[name] ?? name;
    if (!plainFilters.has(long) && !pictures.has(long)) throw new PdfFault('unreadable');
    return long;
  });
}

/** A picture that is packed once more, unpacked. */
function unpacked(bytes: Uint8Array, { budget }: OpenPdf): Uint8Array {
  const plain = inflated(bytes, budget.left('unpacked'));
  budget.take('unpacked', plain.length);
  return plain;
}

/** A stream of a picture: unpacked as far as it is packed, cleaned, with the filter of the picture alone. */
function cleanPictureStream(
  { entries }: PdfDictionary,
  bytes: Uint8Array,
  filters: readonly string[],
  pdf: OpenPdf,
): CleanStream {
  const packing = filters.slice(0, -1);
  const filter = filters.at(-1) ?? '';
  const parameters = listOf(entries.get('DecodeParms'), pdf.resolve);
  const isPlainlyPacked = packing.every(
    (each, index) => each === 'FlateDecode' && (!parameters[index] || isNull(parameters[index])),
  );
  if (!isPlainlyPacked) throw new PdfFault('unclean');
  const plain = packing.reduce((each) => unpacked(each, pdf), bytes);
  const clean = pictures.get(filter)?.(plain);
  if (!clean) throw new PdfFault('unclean');
  const next = new Map(entries);
  next.set('Filter', { kind: 'atom', text: writtenName(filter) });
  const own = parameters[packing.length];
  if (own && !isNull(own)) next.set('DecodeParms', own);
  else next.delete('DecodeParms');
  return { bytes: clean, dictionary: { kind: 'dictionary', entries: next } };
}

/**
 * A stream without what a camera or a program wrote into it. Throws `PdfFault` where it is a file or lies in another
 * one, and where a picture cannot be looked into.
 */
export function cleanStream(
  dictionary: PdfDictionary,
  bytes: Uint8Array,
  pdf: OpenPdf,
): CleanStream {
  const { entries } = dictionary;
  const type = nameOf(pdf.resolve(entries.get('Type')));
  const isElsewhere = textOf(pdf.resolve(entries.get('F')), 2) !== undefined;
  if (type === 'EmbeddedFile' || type === 'Metadata' || isElsewhere) throw new PdfFault('unclean');
  const filters = filtersOf(dictionary, pdf.resolve);
  return filters.some((filter) => pictures.has(filter))
    ? cleanPictureStream(dictionary, bytes, filters, pdf)
    : { bytes, dictionary };
}
