/** One entry of the directory of a zip. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes, once unpacked, as the directory claims. */
  readonly size: number;
  readonly packedSize: number;
  /** 0: stored; 8: deflated. */
  readonly method: number;
  readonly checksum: number;
  /** Where its own heading begins. */
  readonly at: number;
  readonly isEncrypted: boolean;
  /** A symbolic link or another thing that is no file. */
  readonly isSpecial: boolean;
}

const endMark = 0x0605_4b50;
const entryMark = 0x0201_4b50;
const endLength = 22;
const entryLength = 46;
const longestComment = 65_535;

/** Where the end of the directory stands; it is looked for from behind, as a comment may follow it. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

const fileTypes = 0o170000;
const regularFile = 0o100000;

function isSpecialFile(madeBy: number, attributes: number): boolean {
  const type = (attributes >>> 16) & fileTypes;
  return madeBy >>> 8 === 3 && type !== 0 && type !== regularFile;
}

function entryAt(view: DataView, at: number): (ZipEntry & { readonly end: number }) | undefined {
  if (at + entryLength > view.byteLength || view.getUint32(at, true) !== entryMark)
    return undefined;
  const nameLength = view.getUint16(at + 28, true);
  const end =
    at + entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (end > view.byteLength) return undefined;
  const bytes = Buffer.from(view.buffer, view.byteOffset + at + entryLength, nameLength);
  return {
    name: bytes.toString('utf8'),
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    at: view.getUint32(at + 42, true),
    isEncrypted: (view.getUint16(at + 8, true) & 0x2041) !== 0,
    isSpecial: isSpecialFile(view.getUint16(at + 4, true), view.getUint32(at + 38, true)),
    end,
  };
}

/** The entries of a zip, by its directory; undefined where it has none, or more than `most`, or is of several parts. */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < endLength ? undefined : findEnd(view);
  if (end === undefined || view.getUint32(end + 4, true) !== 0) return undefined;
  const count = view.getUint16(end + 10, true);
  if (count > most) return undefined;
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    const entry = entryAt(view, at);
    if (!entry) return undefined;
    entries.push(entry);
    at = entry.end;
  }
  return entries;
}
