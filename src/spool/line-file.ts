import { createReadStream } from 'node:fs';
import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { syncFolder } from './sync-folder.js';

/** The last line: how many there are before it, and a sum of all their bytes. */
const endShape = z.strictObject({ end: z.literal('end'), lines: z.number(), sum: z.number() });

const newline = 0x0a;
/** A line is some hundred kilobytes long. */
const pieceBytes = 4 * 1024 * 1024;

/** A file that is torn, was altered, or is none of these. */
export class DamagedFile extends Error {
  constructor(path: string, said: string) {
    super(`${path} ${said}`);
    this.name = 'DamagedFile';
  }
}

/**
 * Writes a file of lines whole or not at all: to a name of its own, synced, then renamed. Each line is asked for when
 * the one before it is written, so that whoever waits has a turn between. Readable by the owner only. Rejects with what
 * the disk or `lines` says; then nothing is left under `path`.
 */
export async function writeLineFile(
  path: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', 0o600);
  try {
    let count = 0;
    let sum = 0;
    for await (const line of lines) {
      const bytes = Buffer.from(`${line}\n`, 'utf8');
      sum = crc32(bytes, sum);
      count += 1;
      await file.writeFile(bytes);
    }
    await file.writeFile(`${JSON.stringify({ end: 'end', lines: count, sum })}\n`);
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

/** The lines of a stream, as bytes with their ends; what follows the last end is no line. */
async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, from)) {
      const end = piece.subarray(from, at + 1);
      yield rest.length === 0 ? end : Buffer.concat([...rest, end]);
      rest = [];
      from = at + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

const parsed = (path: string, line: Buffer): unknown => {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    throw new DamagedFile(path, 'holds a line that is no JSON');
  }
};

/**
 * Reads a file that `writeLineFile` wrote: each line as a value, in order. Nothing of it may be believed before the end
 * is reached: a file that is not whole throws `DamagedFile` there at the latest. Throws where there is no file.
 */
export async function* readLineFile(path: string): AsyncGenerator<unknown> {
  let before: Buffer | undefined;
  let count = 0;
  let sum = 0;
  for await (const line of linesOf(createReadStream(path, { highWaterMark: pieceBytes }))) {
    if (before) {
      sum = crc32(before, sum);
      count += 1;
      yield parsed(path, before);
    }
    before = line;
  }
  const end = before && endShape.safeParse(parsed(path, before));
  if (!end?.success) throw new DamagedFile(path, 'has no end');
  if (end.data.lines !== count || end.data.sum !== sum) {
    throw new DamagedFile(path, 'does not hold what was written');
  }
}
