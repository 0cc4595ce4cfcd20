import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `NAME=value` lines of an environment file; `#` lines and empty lines are left out. */
export function parseEnvironment(text) {
  const lines = text.split(/\r?\n/).filter((line) => /^\s*[A-Z][A-Z0-9_]*=/.test(line));
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

/**
 * Values of one environment: `.env.<name>`, over it `.env.<name>.user` (not in git), over both
 * the variables of this process. Throws if there is no such environment.
 */
export function readEnvironment(folder, name, processValues = process.env) {
  const file = join(folder, `.env.${name}`);
  if (!existsSync(file)) throw new Error(`There is no environment "${name}": ${file} is missing.`);
  const own = existsSync(`${file}.user`) ? readFileSync(`${file}.user`, 'utf8') : '';
  return {
    ...parseEnvironment(readFileSync(file, 'utf8')),
    ...parseEnvironment(own),
    ...processValues,
  };
}
