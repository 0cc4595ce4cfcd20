import { readValues } from './parse-value.js';
import { openSource, type PdfSource } from './pdf-source.js';
import { dictionaryOf, nameOf, PdfFault, type PdfObject, wholeNumberOf } from './pdf-value.js';
import { type ObjectPlace, readObjectTable } from './read-object-table.js';

/** A PDF whose objects are read as they are asked for. */
export interface OpenPdf {
  /** Number of the catalog, from which everything that is shown is reached. */
  readonly root: number;
  /** An object as it is in force; undefined where there is none, which stands for null. */
  object(number: number): PdfObject | undefined;
}

/** The objects packed into one stream, by number. */
function readPacked(source: PdfSource, packed: PdfObject): ReadonlyMap<number, PdfObject> {
  const { entries } = dictionaryOf(packed);
  const count = wholeNumberOf(entries.get('N'));
  const first = wholeNumberOf(entries.get('First'));
  if (nameOf(entries.get('Type')) !== 'ObjStm' || count === undefined || first === undefined) {
    throw new PdfFault('unreadable');
  }
  const text = source.decode(packed);
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
  const objects = new Map<number, PdfObject>();
  for (let index = 0; index < count; index += 1) {
    const [number, offset] = [heads[index * 2], heads[index * 2 + 1]];
    if (number === undefined || offset === undefined) throw new PdfFault('unreadable');
    objects.set(number, { value: readValues(text, first + offset).read() });
  }
  return objects;
}

/**
 * Opens a PDF by its own table of objects, as its readers do, newest first. It is read strictly: what a reader would
 * have to guess is refused, as two of them could guess differently. Throws `PdfFault`.
 */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const places = new Map<number, ObjectPlace>();
  const objects = new Map<number, PdfObject | undefined>();
  const packs = new Map<number, ReadonlyMap<number, PdfObject>>();
  const source = openSource(bytes, (value) => {
    const length = value?.kind === 'reference' ? object(value.to)?.value : value;
    return wholeNumberOf(length);
  });

  function pack(number: number): ReadonlyMap<number, PdfObject> {
    const known = packs.get(number);
    if (known) return known;
    const place = places.get(number);
    if (place?.kind !== 'at') throw new PdfFault('unreadable');
    const read = readPacked(source, source.objectAt(place.offset, number));
    packs.set(number, read);
    return read;
  }

  function readObject(number: number): PdfObject | undefined {
    const place = places.get(number);
    if (!place || place.kind === 'free') return undefined;
    return place.kind === 'at'
      ? source.objectAt(place.offset, number)
      : pack(place.pack).get(number);
  }

  function object(number: number): PdfObject | undefined {
    if (!objects.has(number)) {
      // A length that leads back to its own stream finds nothing, instead of going round.
      objects.set(number, undefined);
      objects.set(number, readObject(number));
    }
    return objects.get(number);
  }

  const root = readObjectTable(source, places);
  return { root, object };
}
