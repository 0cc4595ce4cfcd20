const placeableKey = 0x9ac6_cdd7;
const placeableLength = 22;
const headLength = 18;
const ofEscape = 0x0626;
const ofEnd = 0;

/** Where the heading begins: behind the one that says how large it is drawn, if there is one; undefined for no WMF. */
function startOf(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPlaceable = bytes.length > placeableLength && view.getUint32(0, true) === placeableKey;
  const start = isPlaceable ? placeableLength : 0;
  if (start + headLength > bytes.length) return undefined;
  const kind = view.getUint16(start, true);
  const version = view.getUint16(start + 4, true);
  const isHead =
    view.getUint16(start + 2, true) === 9 && (version === 0x0300 || version === 0x0100);
  return (kind === 1 || kind === 2) && isHead ? start : undefined;
}

/** Whether bytes begin as a Windows metafile does. */
export function isWmf(bytes: Uint8Array): boolean {
  return startOf(bytes) !== undefined;
}

const mostRecords = 500_000;

/** The records that draw, with the end; undefined where it is not reached. Escapes hold comments, or run something. */
function drawingRecords(bytes: Uint8Array, start: number): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: Uint8Array[] = [];
  for (let at = start, count = 0; at + 6 <= bytes.length && count < mostRecords; count += 1) {
    const size = view.getUint32(at, true) * 2;
    if (size < 6 || at + size > bytes.length) return undefined;
    const type = view.getUint16(at + 4, true);
    if (type !== ofEscape) records.push(bytes.subarray(at, at + size));
    if (type === ofEnd) return records;
    at += size;
  }
  return undefined;
}

/** A Windows metafile without comments and what follows its end; undefined where it is not whole. */
export function cleanWmf(bytes: Uint8Array): Uint8Array | undefined {
  const start = startOf(bytes);
  const records = start === undefined ? undefined : drawingRecords(bytes, start + headLength);
  if (start === undefined || !records) return undefined;
  const head = Buffer.from(bytes.subarray(0, start + headLength));
  const length = records.reduce((sum, { length }) => sum + length, headLength);
  head.writeUInt32LE(length / 2, start + 6);
  return Buffer.concat([head, ...records]);
}
