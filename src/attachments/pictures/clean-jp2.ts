const codestream = [0xff, 0x4f, 0xff, 0x51];

/** Boxes that the picture itself needs; descriptions, addresses and what programs add are not among them. */
const needed: ReadonlySet<string> = new Set(['jP  ', 'ftyp', 'rreq', 'jp2h', 'jp2c']);

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

interface Box {
  readonly type: string;
  readonly whole: Uint8Array;
  readonly end: number;
}

/** The box at a place: its length, its type and what it holds; undefined where there is none. */
function boxAt(bytes: Uint8Array, at: number): Box | undefined {
  if (at + 8 > bytes.length) return undefined;
  const said = new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0);
  // A length of 0 says that it is the last one. Those above 4 GB are no pictures.
  const end = said === 0 ? bytes.length : at + said;
  if ((said !== 0 && said < 8) || end > bytes.length) return undefined;
  const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
  return { type, whole: bytes.subarray(at, end), end };
}

const mostBoxes = 1_000;

/** A JPEG 2000 without XMP, texts and what follows its end; undefined where it is not whole. */
export function cleanJp2(bytes: Uint8Array): Uint8Array | undefined {
  if (begins(bytes, codestream)) return bytes;
  const kept: Uint8Array[] = [];
  const types = new Set<string>();
  let at = 0;
  for (let count = 0; at < bytes.length && count < mostBoxes; count += 1) {
    const box = boxAt(bytes, at);
    if (!box) break;
    at = box.end;
    types.add(box.type);
    if (needed.has(box.type)) kept.push(box.whole);
  }
  return types.has('jp2c') && types.has('jp2h') ? Buffer.concat(kept) : undefined;
}
