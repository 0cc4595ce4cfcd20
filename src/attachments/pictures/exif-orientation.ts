const orientationTag = 0x0112;
const exifMark = 'Exif\0\0';

/** The value of the first directory that says which way up it is; undefined where none does. */
function turnIn(tiff: DataView): number | undefined {
  const isLittle = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, isLittle);
  const count = tiff.getUint16(directory, isLittle);
  for (let index = 0; index < count; index += 1) {
    const at = directory + 2 + index * 12;
    if (tiff.getUint16(at, isLittle) === orientationTag) return tiff.getUint16(at + 8, isLittle);
  }
  return undefined;
}

/** Which way up a picture is (EXIF 1 to 8), from a segment that holds EXIF; 1 where it does not say. */
export function orientationOf(segment: Uint8Array): number {
  const mark = Buffer.from(segment.subarray(0, exifMark.length)).toString('latin1');
  if (mark !== exifMark) return 1;
  const tiff = segment.subarray(exifMark.length);
  try {
    const turn = turnIn(new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength));
    return turn !== undefined && turn <= 8 ? Math.max(1, turn) : 1;
  } catch (fault) {
    // A directory that points outside of its segment says nothing.
    if (fault instanceof RangeError) return 1;
    throw fault;
  }
}

/** A segment of EXIF that says which way up a picture is and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1);
  head.writeUInt16BE(2 + exifMark.length + tiff.length, 2);
  return Buffer.concat([head, Buffer.from(exifMark, 'latin1'), tiff]);
}
