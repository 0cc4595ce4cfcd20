import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/**
 * Values of one environment: `.env.<name>`, over it `.env.<name>.user` (not in git), over both
 * the variables of this process. Throws if there is no such environment.
 */
export function readEnvironment(folder, name, processValues = process.env) {
  const file = join(folder, `.env.${name}`);
  if (!existsSync(file)) throw new Error(`There is no environment "${name}": ${file} is missing.`);
  const own = existsSync(`${file}.user`) ? readFileSync(`${file}.user`, 'utf8') : '';
  return {
    ...parseEnv(readFileSync(file, 'utf8')),
    ...parseEnv(own),
    ...processValues,
  };
}
