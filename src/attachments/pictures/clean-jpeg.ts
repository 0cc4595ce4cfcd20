import { orientationOf, orientationSegment } from './exif-orientation.js';
import { mostDots } from './most-dots.js';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Whether bytes begin as a JPEG does. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === startOfImage && bytes[2] === 0xff;
}

/** Whether a segment belongs to the picture: tables and frames, JFIF, colour profiles and Adobe's colour transform. */
function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const mark = Buffer.from(segment.subarray(0, 12)).toString('latin1');
  return (
    (marker === 0xe0 && mark.startsWith('JFIF\0')) ||
    (marker === 0xe2 && mark.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && mark.startsWith('Adobe'))
  );
}

const sizeOfPlainHead = 14;

/** A segment as it is written: the heading of JFIF without its small picture, which may show more than is left. */
function keptSegment({ marker, whole, content }: Segment): Uint8Array {
  if (marker !== 0xe0 || content.length <= sizeOfPlainHead) return whole;
  const head = Uint8Array.of(0xff, marker, 0, sizeOfPlainHead + 2);
  return Buffer.concat([head, content.subarray(0, sizeOfPlainHead - 2), Uint8Array.of(0, 0)]);
}

const standsAlone = (marker: number): boolean => marker === 1 || (marker >= 0xd0 && marker <= 0xd7);

/** The place of the next marker behind the data of a scan, in which 0 and restarts follow 255. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  return bytes.length;
}

interface Segment {
  readonly marker: number;
  /** From its marker to the next one: with a scan, its data. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
  readonly end: number;
}

/** The segment at a place; undefined where there is none. */
function segmentAt(bytes: Uint8Array, start: number): Segment | undefined {
  let at = start;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (bytes[at] !== 0xff || marker === undefined || standsAlone(marker)) return undefined;
  if (marker === endOfImage) {
    const whole = bytes.subarray(at, at + 2);
    return { marker, whole, content: whole.subarray(2), end: at + 2 };
  }
  const length = ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  const behind = at + 2 + length;
  if (length < 2 || behind > bytes.length) return undefined;
  const end = marker === startOfScan ? endOfScan(bytes, behind) : behind;
  return { marker, whole: bytes.subarray(at, end), content: bytes.subarray(at + 4, behind), end };
}

/** Far more than any camera writes; each is held apart. */
const mostSegments = 10_000;

/** Whether a frame says that it has more dots than can be shown. */
function isVast({ marker, content }: Segment): boolean {
  const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  if (!isFrame || content.length < 5) return isFrame;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return view.getUint16(1) * view.getUint16(3) > mostDots;
}

/** The segments behind the beginning, up to the end; undefined where the picture is not whole. */
function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (let segment = segmentAt(bytes, 2); segment; segment = segmentAt(bytes, segment.end)) {
    segments.push(segment);
    if (segments.length > mostSegments || isVast(segment)) return undefined;
    if (segment.marker !== endOfImage) continue;
    return segments.some(({ marker }) => marker === startOfScan) ? segments : undefined;
  }
  return undefined;
}

/**
 * A JPEG without EXIF, XMP, comments and what follows its end; undefined where it is not whole, or vast. Which way up it is
 * stays, unless it lies in a document, which turns it by itself.
 */
export function cleanJpeg(
  bytes: Uint8Array,
  turning: 'as-said' | 'as-it-lies' = 'as-said',
): Uint8Array | undefined {
  const segments = isJpeg(bytes) ? segmentsOf(bytes) : undefined;
  if (!segments) return undefined;
  const turned = segments
    .filter(({ marker }) => marker === 0xe1)
    .map(({ content }) => orientationOf(content))
    .find((orientation) => orientation !== 1);
  return Buffer.concat([
    Uint8Array.of(0xff, startOfImage),
    ...(turned !== undefined && turning === 'as-said' ? [orientationSegment(turned)] : []),
    ...segments.filter(({ marker, content }) => isNeeded(marker, content)).map(keptSegment),
  ]);
}
