import { inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const bytesPerPixel = { 2: 3, 6: 4 };

function chunksOf(file) {
  const chunks = [];
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push({ type, body: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function paeth(left, up, upLeft) {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value));
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

// The five filters of PNG (ISO/IEC 15948, 9.2), by their number.
const predictors = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/** Undoes one line; `line` and `above` begin with one pixel of zeros, so that none lacks a neighbour. */
function unfilterLine(line, above, size, predict) {
  for (let at = size; at < line.length; at += 1) {
    line[at] += predict(line[at - size], above[at], above[at - size]);
  }
}

function unfilter(raw, width, height, size) {
  const stride = width * size;
  const lines = [];
  let above = Buffer.alloc(size + stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const line = Buffer.concat([Buffer.alloc(size), raw.subarray(start + 1, start + 1 + stride)]);
    unfilterLine(line, above, size, predictors[raw[start]]);
    lines.push(line.subarray(size));
    above = line;
  }
  return Buffer.concat(lines);
}

/**
 * Decodes an 8-bit RGB or RGBA PNG that is not interlaced; throws on any other file.
 * @param {Buffer} file
 * @returns {{ width: number, height: number, pixels: { red: number, green: number, blue: number, alpha: number }[] }}
 */
export function readPng(file) {
  if (!file.subarray(0, 8).equals(signature)) throw new Error('not a PNG file');
  const chunks = chunksOf(file);
  const header = chunks.find((chunk) => chunk.type === 'IHDR')?.body;
  if (header === undefined) throw new Error('a PNG file without a header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const size = bytesPerPixel[header[9]];
  if (header[8] !== 8 || size === undefined || header[12] !== 0) {
    throw new Error('not an 8-bit RGB or RGBA PNG without interlacing');
  }
  const data = chunks.filter((chunk) => chunk.type === 'IDAT').map((chunk) => chunk.body);
  const bytes = unfilter(inflateSync(Buffer.concat(data)), width, height, size);
  const pixels = Array.from({ length: width * height }, (_, index) => {
    const [red, green, blue, alpha = 255] = bytes.subarray(index * size, (index + 1) * size);
    return { red, green, blue, alpha };
  });
  return { width, height, pixels };
}
