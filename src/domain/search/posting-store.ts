import { createByteChains } from './byte-chains.js';
import { grownNumbers } from './grown.js';

/** Ascending numbers under each of many keys, which are numbers from 0, in as few bytes as can be read quickly. */
export interface PostingStore {
  /** Appends a number that is not smaller than the last one of the key (else throws); the same again changes nothing. */
  append(key: number, value: number): void;
  count(key: number): number;
  /** The numbers of a key, ascending. */
  read(key: number): Uint32Array;
  /** Bytes held. */
  bytes(): number;
}

const groupBits = 7;
const group = 2 ** groupBits;

/** How far reading has come: numbers read, the last one so far, and what the next group of bits weighs. */
interface Part {
  count: number;
  value: number;
  weight: number;
}

function readBlock(part: Part, values: Uint32Array, bytes: Uint8Array, from: number, to: number) {
  let { count, value, weight } = part;
  for (let at = from; at < to && count < values.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= group) {
      value += (byte - group) * weight;
      weight *= group;
    } else {
      value += byte * weight;
      weight = 1;
      values[count] = value;
      count += 1;
    }
  }
  part.count = count;
  part.value = value;
  part.weight = weight;
}

/** Opens an empty store, with room for so many keys at first. Each number is written as its distance from the one before, in groups of seven bits. */
export function createPostingStore(keys: number): PostingStore {
  const chains = createByteChains(keys);
  let counts = new Uint32Array(keys);
  let lasts = new Uint32Array(keys);

  function makeRoom(key: number): void {
    if (key < counts.length) return;
    counts = grownNumbers(counts, key);
    lasts = grownNumbers(lasts, key);
  }

  function write(key: number, distance: number): void {
    let rest = distance;
    while (rest >= group) {
      chains.add(key, (rest % group) + group);
      rest = Math.floor(rest / group);
    }
    chains.add(key, rest);
  }

  return {
    append(key, value) {
      makeRoom(key);
      const count = counts[key] ?? 0;
      const last = lasts[key] ?? 0;
      if (count > 0 && value === last) return;
      if (count > 0 && value < last) throw new Error(`${value} comes after ${last}`);
      write(key, count === 0 ? value : value - last);
      lasts[key] = value;
      counts[key] = count + 1;
    },
    count: (key) => counts[key] ?? 0,
    read(key) {
      const values = new Uint32Array(counts[key] ?? 0);
      const part: Part = { count: 0, value: 0, weight: 1 };
      chains.eachBlock(key, (bytes, from, to) => {
        readBlock(part, values, bytes, from, to);
        return part.count < values.length;
      });
      return values;
    },
    bytes: () => chains.bytes() + 8 * counts.length,
  };
}
