import { openBudget, type PdfBudget } from './pdf-budget.js';
import { openSource } from './pdf-source.js';
import { PdfFault, type PdfObject, type PdfValue, wholeNumberOf } from './pdf-value.js';
import { type ObjectPlace, readObjectTable } from './read-object-table.js';
import { type PackedObject, readPackedObjects } from './read-packed-objects.js';

/** What a value is once references are followed; undefined for what is not there. */
export type Resolve = (value: PdfValue | undefined) => PdfValue | undefined;

/** A PDF whose objects are read as they are asked for. */
export interface OpenPdf {
  /** Number of the catalog, from which everything that is shown is reached. */
  readonly root: number;
  readonly budget: PdfBudget;
  /** Whether there is an object of a number. What is not there stands for null. */
  has(number: number): boolean;
  /** An object as it is in force. */
  object(number: number): PdfObject | undefined;
  readonly resolve: Resolve;
  /** Throws `PdfFault` where two of the objects that were read overlap. */
  checkApart(): void;
}

/** More than one is not written by any program. */
const mostSteps = 8;

/**
 * Opens a PDF by its own table of objects, as its readers do, newest first. It is read strictly: what a reader would
 * have to guess is refused, as two of them could guess differently. Throws `PdfFault`.
 */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const places = new Map<number, ObjectPlace>();
  const objects = new Map<number, PdfObject | undefined>();
  const packs = new Map<number, readonly PackedObject[]>();
  const budget = openBudget(bytes.length);
  const source = openSource(bytes, budget, (value) => {
    const length = value?.kind === 'reference' ? object(value.to)?.value : value;
    return wholeNumberOf(length);
  });

  function pack(number: number): readonly PackedObject[] {
    const known = packs.get(number);
    if (known) return known;
    const place = places.get(number);
    if (place?.kind !== 'at') throw new PdfFault('unreadable');
    const read = readPackedObjects(source, source.objectAt(place.offset, number));
    packs.set(number, read);
    return read;
  }

  function readObject(number: number): PdfObject | undefined {
    const place = places.get(number);
    if (!place || place.kind === 'free') return undefined;
    if (place.kind === 'at') return source.objectAt(place.offset, number);
    const packed = pack(place.pack)[place.index];
    // Readers look for it by its place or by its number.
    if (packed?.number !== number) throw new PdfFault('unreadable');
    return packed.object;
  }

  function object(number: number): PdfObject | undefined {
    if (!objects.has(number)) {
      // A length that leads back to its own stream finds nothing, instead of going round.
      objects.set(number, undefined);
      objects.set(number, readObject(number));
    }
    return objects.get(number);
  }

  function resolve(value: PdfValue | undefined): PdfValue | undefined {
    let found = value;
    for (let steps = 0; found?.kind === 'reference'; steps += 1) {
      if (steps === mostSteps) throw new PdfFault('unreadable');
      found = object(found.to)?.value;
    }
    return found;
  }

  const root = readObjectTable(source, places);
  const has = (number: number): boolean => (places.get(number)?.kind ?? 'free') !== 'free';
  return { root, budget, has, object, resolve, checkApart: () => source.checkApart() };
}
