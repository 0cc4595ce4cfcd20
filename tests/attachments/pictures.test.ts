import { crc32 } from 'node:zlib';
import { examineFile } from '../../src/attachments/examine-file.js';
import { cleanPicture } from '../../src/attachments/pictures/clean-picture.js';
import { authorName, sampleJpeg, samplePng } from '../support/sample-files.js';

const words = Buffer.from(authorName);
const u16 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, each] of numbers.entries()) bytes.writeUInt16LE(each, index * 2);
  return bytes;
};
const u32 = (...numbers: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, each] of numbers.entries()) bytes.writeUInt32LE(each, index * 4);
  return bytes;
};

/** A picture without its words; cleaned once more, it is the same. */
function cleaned(bytes: Uint8Array): Buffer {
  const clean = cleanPicture(bytes);
  if (clean === undefined || clean === 'no-picture') throw new Error(String(clean));
  const again = cleanPicture(clean);
  expect(Buffer.from(again === 'no-picture' ? [] : (again ?? [])).equals(clean)).toBe(true);
  expect(Buffer.from(clean).includes(words)).toBe(false);
  return Buffer.from(clean);
}

const dataOf = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from([bytes.length]), bytes, Buffer.from([0])]);
const gifDots = Buffer.concat([
  Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]),
  dataOf(Buffer.from([0x4c, 1])),
]);
const gifHead = Buffer.concat([
  Buffer.from('GIF89a'),
  u16(1, 1),
  Buffer.from([0x80, 0, 0]),
  Buffer.alloc(6),
]);
const repeated = Buffer.concat([
  Buffer.from([0x21, 0xff, 11]),
  Buffer.from('NETSCAPE2.0'),
  dataOf(Buffer.from([1, 0, 0])),
]);
const gif = (...blocks: readonly Uint8Array[]): Buffer =>
  Buffer.concat([gifHead, ...blocks, Buffer.from([0x3b])]);

test('a GIF is kept without comments, XMP and what lies behind it', () => {
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), dataOf(words)]);
  const xmp = Buffer.concat([
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP'),
    dataOf(words),
  ]);
  const control = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  const bytes = Buffer.concat([gif(repeated, comment, control, gifDots, xmp), words]);
  expect(cleaned(bytes).equals(gif(repeated, control, gifDots))).toBe(true);
});

const webpChunk = (type: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(type), u32(body.length), body, Buffer.alloc(body.length % 2)]);
const webp = (...chunks: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
  return Buffer.concat([Buffer.from('RIFF'), u32(body.length), body]);
};

test('a WebP is kept without EXIF and XMP, and does not say that they are there', () => {
  const head = (flags: number) =>
    webpChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const dots = webpChunk('VP8L', Buffer.from([0x2f, 1, 2]));
  const bytes = webp(head(0x1c), dots, webpChunk('EXIF', words), webpChunk('XMP ', words));
  expect(cleaned(Buffer.concat([bytes, words])).equals(webp(head(0x10), dots))).toBe(true);
});

/** A bitmap of two dots by two; `more`: the rest of a longer heading. */
function bmp(more = Buffer.alloc(0)): Buffer {
  const start = 54 + more.length;
  const head = Buffer.concat([
    Buffer.from('BM'),
    u32(0, 0x5a5a5a5a, start, 40 + more.length, 2, 2),
    u16(1, 24),
    u32(0, 0, 0, 0, 0, 0),
  ]);
  return Buffer.concat([head, more, Buffer.alloc(16, 7)]);
}

test('a bitmap is kept without what lies behind its dots', () => {
  const clean = cleaned(Buffer.concat([bmp(), words]));
  expect(clean.length).toBe(bmp().length);
  expect(clean.subarray(-16).equals(Buffer.alloc(16, 7))).toBe(true);
  const profile = Buffer.alloc(84);
  profile.writeUInt32LE(0x4c494e4b, 16);
  expect(cleanPicture(bmp(profile))).toBeUndefined();
});

const emfRecord = (type: number, body: Uint8Array): Buffer =>
  Buffer.concat([u32(type, 8 + body.length), body]);

/** A metafile whose heading describes it; `records` stand between heading and end. */
function emf(records: readonly Uint8Array[], description = 'Himitsu '): Buffer {
  const end = emfRecord(14, u32(0, 0, 20));
  const text = Buffer.from(description + authorName.slice(0, 8), 'utf16le');
  const size = 88 + text.length;
  const length = size + records.reduce((sum, each) => sum + each.length, 0) + end.length;
  const head = Buffer.concat([
    u32(1, size, 0, 0, 1, 1, 0, 0, 1, 1, 0x464d4520, 0x10000, length, records.length + 2),
    u16(1, 0),
    u32(text.length / 2, 88, 0, 1, 1, 1, 1),
    text,
  ]);
  return Buffer.concat([head, ...records, end]);
}

const comment = (...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  return emfRecord(
    70,
    Buffer.concat([u32(body.length), body, Buffer.alloc((4 - (body.length % 4)) % 4)]),
  );
};
const plus = Buffer.from('EMF+');
const line = emfRecord(54, u32(1, 1));
const plusHead = (flags: number): Buffer =>
  comment(plus, u16(0x4001, flags), u32(28, 16, 0xdbc01002, 0, 96, 96));

test('an EMF is kept without its description and comments', () => {
  const bytes = Buffer.concat([emf([line, comment(words), line]), words]);
  const clean = cleaned(bytes);
  expect(clean.includes(Buffer.from('Himitsu', 'utf16le'))).toBe(false);
  expect(clean.readUInt32LE(48)).toBe(clean.length);
  expect(clean.readUInt32LE(52)).toBe(4);
  expect(clean.readUInt32LE(60)).toBe(0);
});

test('of an EMF that is drawn twice the older drawing stays, of one that is not, the newer', () => {
  expect(cleaned(emf([plusHead(1), line, comment(plus, words)])).includes(plus)).toBe(false);
  expect(cleaned(emf([plusHead(0), line])).includes(plus)).toBe(true);
  const photograph = comment(
    plus,
    u16(0x4008, 0x500),
    Buffer.from('\xff\xd8\xff\xe1\0\x10Exif\0\0', 'latin1'),
  );
  expect(cleanPicture(emf([plusHead(0), photograph]))).toBeUndefined();
});

const wmfRecord = (type: number, body: Uint8Array): Buffer =>
  Buffer.concat([u32((6 + body.length) / 2), u16(type), body]);

test('a WMF is kept without comments and what lies behind it', () => {
  const drawn = wmfRecord(0x0213, u16(1, 1));
  const end = wmfRecord(0, Buffer.alloc(0));
  const remark = wmfRecord(
    0x0626,
    Buffer.concat([
      u16(15, words.length + (words.length % 2)),
      words,
      Buffer.alloc(words.length % 2),
    ]),
  );
  const placed = Buffer.concat([u32(0x9ac6cdd7), Buffer.alloc(18)]);
  for (const before of [Buffer.alloc(0), placed]) {
    const head = Buffer.concat([before, u16(1, 9, 0x300), u32(999), u16(0), u32(99), u16(0)]);
    const clean = cleaned(Buffer.concat([head, remark, drawn, end, words]));
    expect(clean.subarray(head.length).equals(Buffer.concat([drawn, end]))).toBe(true);
    expect(clean.readUInt32LE(before.length + 6) * 2).toBe(clean.length - before.length);
  }
});

test('half a picture is none, and other bytes are not taken for one', () => {
  const whole = [gif(gifDots), webp(webpChunk('VP8L', words)), bmp(), emf([line])];
  for (const bytes of whole) {
    for (const most of [60, bytes.length - 1]) {
      const half = bytes.subarray(0, Math.min(most, bytes.length - 1));
      expect([undefined, 'no-picture']).toContain(cleanPicture(half));
    }
  }
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('II*\0'),
    Buffer.from('MZ\x90'),
    Buffer.alloc(200, 1),
  ]) {
    expect(cleanPicture(bytes)).toBe('no-picture');
  }
});

const codeOf = (bytes: Uint8Array, ending: string): string => {
  const examined = examineFile(bytes, ending);
  return examined.ok ? 'taken' : examined.refusal.code;
};

test('the small picture in the heading of a JPEG does not stay', () => {
  const head = (small: Uint8Array, ...size: readonly number[]): Buffer => {
    const content = Buffer.concat([
      Buffer.from('JFIF\0'),
      Buffer.from([1, 1, 0, 0, 1, 0, 1, ...size]),
      small,
    ]);
    return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, content.length + 2]), content]);
  };
  const jpeg = sampleJpeg();
  const rest = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xdb])));
  const bytes = Buffer.concat([head(Buffer.alloc(12, 9), 2, 2), rest]);
  expect(cleaned(bytes).equals(Buffer.concat([head(Buffer.alloc(0), 0, 0), rest]))).toBe(true);
});

test('a picture of more dots than can be shown is refused', () => {
  const png = Buffer.from(samplePng());
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  expect(codeOf(png, 'png')).toBe('attachment-unreadable');
  const jpeg = Buffer.from(sampleJpeg());
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(60_000, frame + 5);
  jpeg.writeUInt16BE(60_000, frame + 7);
  expect(codeOf(jpeg, 'jpg')).toBe('attachment-unreadable');
});

test('a picture of more pieces than any program writes is refused', () => {
  const piece = Buffer.from([0xff, 0xfe, 0, 2]);
  const jpeg = sampleJpeg();
  const withPieces = (count: number) =>
    Buffer.concat([
      jpeg.subarray(0, 2),
      ...Array.from({ length: count }, () => piece),
      jpeg.subarray(2),
    ]);
  expect(codeOf(withPieces(100), 'jpg')).toBe('taken');
  expect(codeOf(withPieces(10_001), 'jpg')).toBe('attachment-unreadable');
  const png = samplePng();
  const chunk = Buffer.from([0, 0, 0, 0, 0x74, 0x45, 0x58, 0x74, 0, 0, 0, 0]);
  const withChunks = (count: number) =>
    Buffer.concat([
      png.subarray(0, 33),
      Buffer.concat(Array.from({ length: count }, () => chunk)),
      png.subarray(33),
    ]);
  expect(codeOf(withChunks(1_000), 'png')).toBe('taken');
  expect(codeOf(withChunks(100_001), 'png')).toBe('attachment-unreadable');
});
