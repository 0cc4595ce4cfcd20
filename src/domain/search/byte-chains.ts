import { grownBytes, grownNumbers } from './grown.js';

/** Bytes under each of many keys, numbers from 0, to which can only be added. */
export interface ByteChains {
  add(key: number, byte: number): void;
  /** Reads the bytes of a key in turn; beyond the last one what is read means nothing. */
  reader(key: number): () => number;
  /** Bytes held. */
  bytes(): number;
}

/** Room of the blocks of one key, in turn: most keys have a few bytes, some have many thousands. */
const blockRooms = [6, 12, 28, 60, 252] as const;
const linkBytes = 4;

const roomAt = (level: number): number => blockRooms[Math.min(level, blockRooms.length - 1)] ?? 0;

/** One array of bytes that grows, out of which blocks are given. A block is its room and, behind it, a link. */
function createArena() {
  // Place 0 is given to nobody, so that a link of 0 leads nowhere.
  let used = linkBytes;
  let bytes = new Uint8Array(1 << 16);
  return {
    take(room: number): number {
      const at = used;
      used += room + linkBytes;
      if (used > bytes.length) {
        const larger = new Uint8Array(Math.ceil(used * 1.5));
        larger.set(bytes);
        bytes = larger;
      }
      return at;
    },
    write(at: number, byte: number): void {
      bytes[at] = byte;
    },
    read: (at: number): number => bytes[at] ?? 0,
    link(at: number, to: number): void {
      new DataView(bytes.buffer).setUint32(at, to);
    },
    linked: (at: number): number => new DataView(bytes.buffer).getUint32(at),
    size: () => bytes.length,
  };
}

/**
 * Opens empty chains, with room for so many keys at first. All blocks lie in one array: a hundred thousand keys are no
 * hundred thousand objects.
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
    reader(key) {
      let at = heads[key] ?? 0;
      let level = 0;
      let left = roomAt(level);
      return () => {
        if (left === 0) {
          at = arena.linked(at);
          level += 1;
          left = roomAt(level);
        }
        left -= 1;
        at += 1;
        return arena.read(at - 1);
      };
    },
    bytes: () => arena.size() + 10 * heads.length,
  };
}
