import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../src/tooling/project-root.mjs';

const script = join(projectRoot, 'bench/similarity.mjs');
/** The whole benchmark has to end in time, on a busy computer too. */
const longestMs = 40_000;

/**
 * What finding similar texts costs, measured in a process of its own: memory can be told only where nothing else
 * lives. Without its lines where it takes too long.
 */
export async function compareSimilarity({ isSmall }) {
  const flags = ['--expose-gc', script, '--json', ...(isSmall ? ['--small'] : [])];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, flags, { timeout: longestMs });
    return { lines: JSON.parse(stdout), notes: [] };
  } catch (fault) {
    if (!fault.killed) throw fault;
    const note = `Similar texts: not within ${longestMs / 1000} s; run node --expose-gc bench/similarity.mjs`;
    return { lines: [], notes: [note] };
  }
}
