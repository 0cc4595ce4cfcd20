import { createReadStream } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { syncFolder } from './sync-folder.js';

/** The last part: how many there are before it, and a sum of all their bytes. */
const endShape = z.strictObject({ end: z.literal('end'), parts: z.number(), sum: z.number() });

const lengthBytes = 4;
/** A part is some hundred kilobytes long. */
const pieceBytes = 4 * 1024 * 1024;

/** A file that is torn, was altered, or is none of these. */
export class DamagedFile extends Error {
  constructor(path: string, said: string) {
    super(`${path} ${said}`);
    this.name = 'DamagedFile';
  }
}

const beyondAscii = /[\u0080-\uffff]+/g;
function escaped(run: string): string {
  let text = '';
  for (let at = 0; at < run.length; at += 1) {
    text += `\\u${run.charCodeAt(at).toString(16).padStart(4, '0')}`;
  }
  return text;
}

/**
 * A part on disk: its length, and its JSON with everything but ASCII escaped. So a byte is a character, and reading it
 * takes a third of the time that texts of two bytes a character take: most of it is names and numbers.
 */
function bytesOf(json: string): Buffer {
  const text = json.replace(beyondAscii, escaped);
  const bytes = Buffer.allocUnsafe(lengthBytes + text.length);
  bytes.writeUInt32LE(text.length, 0);
  bytes.write(text, lengthBytes, 'latin1');
  return bytes;
}

/** So much is written at once, which is some milliseconds of work: each time is a trip to another thread. */
const writtenBytes = 128 * 1024;

/**
 * Writes a file of JSON texts whole or not at all: to a name of its own, synced, then renamed. Some texts are asked for
 * when those before are written, so that whoever waits has a turn between. Readable by the owner only. Rejects with
 * what the disk or `texts` says; then nothing is left under `path`.
 */
export async function writeSealedFile(
  path: string,
  texts: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    let parts = 0;
    let sum = 0;
    let waiting: Buffer[] = [];
    let length = 0;
    for await (const text of texts) {
      const bytes = bytesOf(text);
      sum = crc32(bytes, sum);
      parts += 1;
      waiting.push(bytes);
      length += bytes.length;
      if (length < writtenBytes) continue;
      await file.writeFile(Buffer.concat(waiting));
      waiting = [];
      length = 0;
    }
    waiting.push(bytesOf(JSON.stringify({ end: 'end', parts, sum })));
    await file.writeFile(Buffer.concat(waiting));
    await file.sync();
  } catch (fault) {
    await unlink(temporary).catch(() => undefined);
    throw fault;
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Far more than any part: a length that says more is damaged, and would have the whole file read into memory. */
const longestPartBytes = 256 * 1024 * 1024;

/** Where the part that begins at a place ends; undefined where that lies behind the bytes at hand. */
function endOfPart(path: string, bytes: Buffer, from: number): number | undefined {
  if (bytes.length - from < lengthBytes) return undefined;
  const length = bytes.readUInt32LE(from);
  if (length > longestPartBytes) throw new DamagedFile(path, 'holds a part that is too long');
  const end = from + lengthBytes + length;
  return end > bytes.length ? undefined : end;
}

/** The parts of a file, each with its length before it. */
async function* partsOf(path: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  const pieces: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: pieceBytes });
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let from = 0;
    for (
      let end = endOfPart(path, bytes, 0);
      end !== undefined;
      end = endOfPart(path, bytes, from)
    ) {
      yield bytes.subarray(from, end);
      from = end;
    }
    rest = bytes.subarray(from);
  }
  if (rest.length > 0) throw new DamagedFile(path, 'ends within a part');
}

function parsed(path: string, part: Buffer): unknown {
  try {
    return JSON.parse(part.toString('latin1', lengthBytes));
  } catch {
    throw new DamagedFile(path, 'holds a part that is no JSON');
  }
}

/**
 * Reads a file that `writeSealedFile` wrote: each text as a value, in order. Nothing of it may be believed before the
 * end is reached: a file that is not whole throws `DamagedFile` there at the latest. Throws where there is no file.
 */
export async function* readSealedFile(path: string): AsyncGenerator<unknown> {
  let before: Buffer | undefined;
  let parts = 0;
  let sum = 0;
  for await (const part of partsOf(path)) {
    if (before) {
      sum = crc32(before, sum);
      parts += 1;
      yield parsed(path, before);
    }
    before = part;
  }
  const end = before && endShape.safeParse(parsed(path, before));
  if (!end?.success) throw new DamagedFile(path, 'has no end');
  if (end.data.parts !== parts || end.data.sum !== sum) {
    throw new DamagedFile(path, 'does not hold what was written');
  }
}
