import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What decides what the register holds and how it is written down. */
const parts = ['domain', 'graph', 'register', 'runtime', 'spool'];

/**
 * Names the code that a register is made by: another build may derive other values from the same items. `folder` holds
 * the compiled server.
 */
export async function readBuildMark(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const part of parts) {
    const names = await readdir(join(folder, part), { recursive: true });
    const files = names.filter((name) => name.endsWith('.js')).toSorted();
    const texts = await Promise.all(files.map((name) => readFile(join(folder, part, name))));
    for (const text of texts) hash.update(text);
  }
  return hash.digest('base64url');
}
