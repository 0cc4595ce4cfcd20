/** Whether bytes begin as a bitmap does. */
export function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d && bytes.length > leastLength;
}

const leastLength = 54;
const withProfile = 124;
/** `LINK` and `MBED`: the path of a colour profile, or the profile itself. */
const profiles: ReadonlySet<number> = new Set([0x4c49_4e4b, 0x4d42_4544]);

/** Bytes of the dots: as they lie, or packed, when the file says how many. */
function lengthOfDots(view: DataView): number {
  const compression = view.getUint32(30, true);
  if (compression !== 0 && compression !== 3) return view.getUint32(34, true);
  const row = Math.floor((view.getInt32(18, true) * view.getUint16(28, true) + 31) / 32) * 4;
  return row * Math.abs(view.getInt32(22, true));
}

/** A bitmap without what follows its dots; undefined where it is not whole, or has a colour profile by its path. */
export function cleanBmp(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const heading = view.getUint32(14, true);
  if (heading < 40 || 14 + heading > bytes.length) return undefined;
  if (heading >= withProfile && profiles.has(view.getUint32(70, true))) return undefined;
  const length = lengthOfDots(view);
  const end = view.getUint32(10, true) + length;
  if (length <= 0 || end > bytes.length) return undefined;
  const copy = Buffer.from(bytes.subarray(0, end));
  copy.writeUInt32LE(end, 2);
  copy.writeUInt32LE(0, 6);
  return copy;
}
