import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { filesUnder } from './files-under.mjs';
import { projectRoot } from './project-root.mjs';

const stampFile = join(projectRoot, 'dist', '.stamp.json');
const posix = (path) => path.split(sep).join('/');

/** Project-relative paths of everything a part is made from, in order. */
export function inputsOf(part) {
  return part.inputs
    .map((path) => join(projectRoot, path))
    .flatMap((path) => (existsSync(path) && statSync(path).isFile() ? [path] : filesUnder(path)))
    .map((path) => posix(relative(projectRoot, path)))
    .filter((path) => !part.except.some((folder) => path.startsWith(`${folder}/`)));
}

/** SHA-256 over names and contents of a part's inputs and over the locked tool versions. */
export function stampOf(part) {
  const hash = createHash('sha256');
  for (const path of [...inputsOf(part), 'package-lock.json']) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(projectRoot, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The stamps of the last build by part name; empty if there was none. */
export function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

export function writeStamps(stamps) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${JSON.stringify(stamps, null, 2)}\n`);
}
