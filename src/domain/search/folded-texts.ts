import { createUnitCodes, partEnd } from './unit-codes.js';

/** A word to be looked for in folded texts; undefined where no text can hold it. */
export type SoughtBytes = Uint8Array | undefined;

/** Texts in their search form by slot, in little more than a byte for each character, so that one sees at once whether a word stands in one. */
export interface FoldedTexts {
  /** Takes the parts of a text in their search form; its slot is one more than the last. */
  add(forms: readonly string[]): void;
  seek(form: string): SoughtBytes;
  /** Whether a word stands in one of the first so many parts of a text. */
  holds(slot: number, sought: SoughtBytes, first: number): boolean;
  /** Bytes held. */
  bytes(): number;
}

/** Texts are no longer than a form lets them be; one that is has an array of its own. */
const chunkBytes = 1 << 20;

function startsAt(chunk: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let index = 1; index < sought.length; index += 1) {
    if (chunk[at + index] !== sought[index]) return false;
  }
  return true;
}

/** Whether a word stands in the first so many parts of the text that begins at a place. */
function standsIn(chunk: Uint8Array, from: number, sought: Uint8Array, parts: number): boolean {
  const beginning = sought[0] ?? partEnd;
  let left = parts;
  for (let at = from; left > 0; at += 1) {
    const byte = chunk[at] ?? partEnd;
    if (byte === beginning && startsAt(chunk, at, sought)) return true;
    if (byte === partEnd) left -= 1;
  }
  return false;
}

/** Bytes that grow while one text is written. */
function createPage() {
  let page = new Uint8Array(4_096);
  let length = 0;
  return {
    clear(): void {
      length = 0;
    },
    take(byte: number): void {
      if (length === page.length) {
        const larger = new Uint8Array(length * 2);
        larger.set(page);
        page = larger;
      }
      page[length] = byte;
      length += 1;
    },
    written: () => page.subarray(0, length),
  };
}

/** Opens it empty, for texts of so many parts; those that a text lacks are empty. */
export function createFoldedTexts(parts: number): FoldedTexts {
  const codes = createUnitCodes();
  const chunks: Uint8Array[] = [];
  const page = createPage();
  /** Of each slot its chunk and where it begins there; every text ends with a separator. */
  const places: number[] = [];
  let used = chunkBytes;

  function keep(bytes: Uint8Array): void {
    if (used + bytes.length > chunkBytes) {
      chunks.push(new Uint8Array(Math.max(chunkBytes, bytes.length)));
      used = 0;
    }
    chunks.at(-1)?.set(bytes, used);
    places.push((chunks.length - 1) * chunkBytes + used);
    used += bytes.length;
  }

  return {
    add(forms) {
      page.clear();
      for (let part = 0; part < parts; part += 1) {
        codes.encode(forms[part] ?? '', page.take);
        page.take(partEnd);
      }
      keep(page.written());
    },
    seek: codes.known,
    holds(slot, sought, first) {
      const place = places[slot];
      if (!sought || place === undefined) return false;
      const chunk = chunks[Math.floor(place / chunkBytes)];
      return chunk !== undefined && standsIn(chunk, place % chunkBytes, sought, first);
    },
    bytes: () => chunks.length * chunkBytes + places.length * 8,
  };
}
