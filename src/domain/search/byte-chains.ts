import { grownBytes, grownNumbers } from './grown.js';

/** Bytes under each of many keys, numbers from 0, to which can only be added. */
export interface ByteChains {
  add(key: number, byte: number): void;
  /**
   * Hands on the blocks of a key in turn, for as long as `take` wants more: the bytes of an array between two places.
   * Those behind the last one that was added mean nothing. Whoever reads many bytes looks at plain arrays.
   */
  eachBlock(key: number, take: (bytes: Uint8Array, from: number, to: number) => boolean): void;
  /** Bytes held. */
  bytes(): number;
}

/** Room of the blocks of one key, in turn: most keys have a few bytes, some have many thousands. */
const blockRooms = [6, 12, 28, 60, 252] as const;
const linkBytes = 4;

const roomAt = (level: number): number => blockRooms[Math.min(level, blockRooms.length - 1)] ?? 0;

const chunkBits = 18;
const chunkBytes = 2 ** chunkBits;
const within = chunkBytes - 1;

const none = new Uint8Array();

/**
 * Bytes out of which blocks are given, in arrays of one size: a single one that grows would be copied, and a third of it
 * be empty. A block is its room and, behind it, a link; it lies in one array.
 */
function createArena() {
  const chunks: Uint8Array[] = [new Uint8Array(chunkBytes)];
  // Place 0 is given to nobody, so that a link of 0 leads nowhere.
  let used = linkBytes;

  const read = (at: number): number => chunks[at >>> chunkBits]?.[at & within] ?? 0;
  function write(at: number, byte: number): void {
    const chunk = chunks[at >>> chunkBits];
    if (chunk) chunk[at & within] = byte;
  }

  return {
    take(room: number): number {
      const length = room + linkBytes;
      if ((used & within) + length > chunkBytes || (used & within) === 0) {
        used = chunks.length * chunkBytes;
        chunks.push(new Uint8Array(chunkBytes));
      }
      const at = used;
      used += length;
      return at;
    },
    write,
    chunkOf: (at: number): Uint8Array => chunks[at >>> chunkBits] ?? none,
    link(at: number, to: number): void {
      for (let index = 0; index < linkBytes; index += 1) {
        write(at + index, (to >>> (8 * index)) & 0xff);
      }
    },
    linked(at: number): number {
      let to = 0;
      for (let index = linkBytes - 1; index >= 0; index -= 1) to = to * 256 + read(at + index);
      return to;
    },
    size: () => chunks.length * chunkBytes,
  };
}

/**
 * Opens empty chains, with room for so many keys at first. Blocks lie in few arrays: a hundred thousand keys are no hundred
 * thousand objects.
 */
export function createByteChains(keys: number): ByteChains {
  const arena = createArena();
  let heads = new Uint32Array(keys);
  /** Where the next byte of a key goes, and how many still fit there. */
  let tails = new Uint32Array(keys);
  let rooms = new Uint8Array(keys);
  let levels = new Uint8Array(keys);

  function makeRoom(key: number): void {
    if (key < heads.length) return;
    heads = grownNumbers(heads, key);
    tails = grownNumbers(tails, key);
    rooms = grownBytes(rooms, key);
    levels = grownBytes(levels, key);
  }

  function addBlock(key: number): void {
    const level = levels[key] ?? 0;
    const room = roomAt(level);
    const block = arena.take(room);
    if (level === 0) heads[key] = block;
    // The room before is full, so that its link is where writing has come to.
    else arena.link(tails[key] ?? 0, block);
    tails[key] = block;
    rooms[key] = room;
    levels[key] = Math.min(level + 1, blockRooms.length);
  }

  return {
    add(key, byte) {
      makeRoom(key);
      if (rooms[key] === 0) addBlock(key);
      const at = tails[key] ?? 0;
      arena.write(at, byte);
      tails[key] = at + 1;
      rooms[key] = (rooms[key] ?? 0) - 1;
    },
    eachBlock(key, take) {
      let block = heads[key] ?? 0;
      for (let level = 0; block !== 0; level += 1) {
        const room = roomAt(level);
        const from = block & within;
        if (!take(arena.chunkOf(block), from, from + room)) return;
        block = arena.linked(block + room);
      }
    },
    bytes: () => arena.size() + 10 * heads.length,
  };
}
