import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Absolute paths of all files below a folder, in order of their names; none if it is missing. */
export function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
