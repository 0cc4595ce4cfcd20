import { inflateRawSync } from 'node:zlib';
import type { ZipEntry } from './read-directory.js';

const headMark = 0x0403_4b50;
const headLength = 30;

/** The bytes of an entry as they are packed; undefined where the file does not hold them. */
export function packedBytes(
  bytes: Uint8Array,
  { at, packedSize }: ZipEntry,
): Uint8Array | undefined {
  if (at + headLength > bytes.length) return undefined;
  const head = new DataView(bytes.buffer, bytes.byteOffset + at, headLength);
  if (head.getUint32(0, true) !== headMark) return undefined;
  const start = at + headLength + head.getUint16(26, true) + head.getUint16(28, true);
  return start + packedSize > bytes.length ? undefined : bytes.subarray(start, start + packedSize);
}

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return undefined;
  }
}

/** What an entry of a zip holds; undefined where that is not just as much as its directory claims. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = packedBytes(bytes, entry);
  const isDeflated = entry.method === 8;
  if (!packed || !(isDeflated || entry.method === 0)) return undefined;
  const plain = isDeflated ? inflated(packed, entry.size) : packed;
  return plain?.length === entry.size ? plain : undefined;
}
