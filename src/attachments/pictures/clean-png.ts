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

/** The chunks up to the end; undefined where it is not reached. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  for (let chunk = chunkAt(bytes, signature.length); chunk; chunk = chunkAt(bytes, chunk.end)) {
    chunks.push(chunk);
    if (chunk.type === 'IEND') return chunks;
  }
  return undefined;
}

/** A PNG without texts, EXIF and what follows its end; undefined where it is not whole. */
export function cleanPng(bytes: Uint8Array): Uint8Array | undefined {
  const chunks = isPng(bytes) ? chunksOf(bytes) : undefined;
  const hasPicture = chunks?.some(({ type }) => type === 'IDAT') && chunks[0]?.type === 'IHDR';
  if (!chunks || !hasPicture) return undefined;
  const kept = chunks.filter(({ type }) => needed.has(type)).map(({ whole }) => whole);
  return Buffer.concat([signature, ...kept]);
}
