import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

const ticksPerSecond = 100;
const idleColumns = new Set([3, 4]);
/** The first eight columns; what guests use is contained in them. */
const columns = 8;

/** Milliseconds of CPU that everything on this computer has used; undefined where /proc is missing. */
export function machineCpu() {
  try {
    const [line = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
    const ticks = line
      .trim()
      .split(/\s+/)
      .slice(1, 1 + columns)
      .map(Number);
    const busy = ticks.filter((_, index) => !idleColumns.has(index));
    return (busy.reduce((sum, each) => sum + each, 0) * 1000) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

/** One line about where the figures come from. */
export function describeMachine() {
  const [first] = cpus();
  const model = first?.model.trim() || 'unknown processor';
  return `Node ${process.versions.node}, ${process.platform}, ${cpus().length} × ${model}`;
}
