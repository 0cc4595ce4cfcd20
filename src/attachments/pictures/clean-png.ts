import { mostDots } from './most-dots.js';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Chunks that the picture itself needs; texts, EXIF, times and what programs add are not among them. */
const needed: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'pHYs'],
  ...['bKGD', 'hIST', 'cICP', 'acTL', 'fcTL', 'fdAT'],
]);

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

interface Chunk {
  readonly type: string;
  readonly whole: Uint8Array;
  readonly end: number;
}

/** The chunk at a place: its length, its type, what it holds and a checksum; undefined where there is none. */
function chunkAt(bytes: Uint8Array, at: number): Chunk | undefined {
  if (at + 12 > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
  const end = at + 12 + length;
  if (end > bytes.length) return undefined;
  const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  return { type, whole: bytes.subarray(at, end), end };
}

/** Far more than any program writes; each is held apart. */
const mostChunks = 100_000;

/** The chunks up to the end; undefined where it is not reached. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let chunk = chunkAt(bytes, signature.length); chunk; chunk = chunkAt(bytes, chunk.end)) {
    chunks.push(chunk);
    if (chunks.length > mostChunks) return undefined;
    if (chunk.type === 'IEND') return chunks;
  }
  return undefined;
}

/** Whether a picture begins with how large it is, and can be shown. */
function hasSize({ type, whole }: Chunk): boolean {
  if (type !== 'IHDR' || whole.length < 16) return false;
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  return view.getUint32(8) * view.getUint32(12) <= mostDots;
}

/** A PNG without texts, EXIF and what follows its end; undefined where it is not whole. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = isPng(bytes) ? chunksOf(bytes) : undefined;
  const [first] = chunks ?? [];
  const hasPicture = chunks?.some(({ type }) => type === 'IDAT');
  if (!chunks || !first || !hasPicture || !hasSize(first)) return undefined;
  const kept = chunks.filter(({ type }) => needed.has(type)).map(({ whole }) => whole);
  return Buffer.concat([signature, ...kept]);
}
