/** Chunks that the picture itself needs; EXIF, XMP and what programs add are not among them. */
const needed: ReadonlySet<string> = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
]);

const textAt = (bytes: Uint8Array, at: number): string =>
  Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');

/** Whether bytes begin as a WebP does. */
export function isWebp(bytes: Uint8Array): boolean {
  return textAt(bytes, 0) === 'RIFF' && textAt(bytes, 8) === 'WEBP';
}

/** The chunk that says what else there is; no longer that there are EXIF and XMP. */
function withoutMarks(chunk: Uint8Array): Uint8Array {
  const copy = Buffer.from(chunk);
  copy.writeUInt8(copy.readUInt8(8) & ~0x0c, 8);
  return copy;
}

interface Chunk {
  readonly type: string;
  readonly whole: Uint8Array;
  readonly end: number;
}

/** The chunk at a place: its type, its length and what it holds; undefined where there is none. */
function chunkAt(bytes: Uint8Array, at: number): Chunk | undefined {
  if (at + 8 > bytes.length) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset + at + 4, 4).getUint32(0, true);
  const end = at + 8 + length + (length % 2);
  const type = textAt(bytes, at);
  if (end > bytes.length || (type === 'VP8X' && length < 10)) return undefined;
  const whole = bytes.subarray(at, end);
  return { type, whole: type === 'VP8X' ? withoutMarks(whole) : whole, end };
}

/** A WebP without EXIF, XMP and what follows its end; undefined where it is not whole. */
export function cleanWebp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < 12 ? 0 : 8 + view.getUint32(4, true);
  if (end < 20 || end > bytes.length) return undefined;
  const inside = bytes.subarray(0, end);
  const kept: Uint8Array[] = [];
  for (let at = 12; at < end; ) {
    const chunk = chunkAt(inside, at);
    if (!chunk) return undefined;
    if (needed.has(chunk.type)) kept.push(chunk.whole);
    at = chunk.end;
  }
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(
    kept.reduce((sum, each) => sum + each.length, 4),
    4,
  );
  return Buffer.concat([head, ...kept]);
}
