import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import { writeDurably } from './durable-file.js';
import { hasCode } from './has-code.js';

/** One start of the app on this folder. */
interface StartMark {
  readonly instance: string;
  readonly at: Instant;
}

/** The first start is kept, and the latest ones. */
const mostMarks = 20;

const marksShape = z.array(z.object({ instance: z.string(), at: z.number() }));

const fileIn = (folder: string): string => join(folder, 'starts.json');

/** The starts that a folder has seen; none where it has seen none or its record cannot be read. */
async function readMarks(folder: string): Promise<readonly StartMark[]> {
  try {
    return marksShape.parse(JSON.parse(await readFile(fileIn(folder), 'utf8')));
  } catch (fault) {
    // A torn or foreign record proves nothing; the next start writes a new one.
    if (hasCode(fault, 'ENOENT') || fault instanceof SyntaxError || fault instanceof z.ZodError) {
      return [];
    }
    throw fault;
  }
}

/** Records a start in a folder, so that a later look tells whether it outlives restarts. Throws what the disk says. */
export async function noteStart(folder: string, mark: StartMark): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [first, ...rest] = [...(await readMarks(folder)), mark];
  const kept = [first, ...rest.slice(1 - mostMarks)];
  await writeDurably(fileIn(folder), `${JSON.stringify(kept)}\n`);
}

/** Whether what is written to a folder outlives a restart: two starts that it remembers prove it. */
export async function examineFolder(folder: string): Promise<readonly Finding[]> {
  try {
    await mkdir(folder, { recursive: true });
    // A name of its own: two who look at once do not meet.
    const trial = join(folder, `.trial-${randomUUID()}`);
    await writeDurably(trial, 'trial\n');
    await rm(trial);
    const marks = await readMarks(folder);
    const [first] = marks;
    const starts = new Set(marks.map(({ instance }) => instance)).size;
    return first && starts > 1
      ? [{ code: 'folder-kept', starts, since: first.at }]
      : [{ code: 'folder-unproved' }];
  } catch (fault) {
    return [
      { code: 'folder-unwritable', said: fault instanceof Error ? fault.message : `${fault}` },
    ];
  }
}
