// node src/tooling/with-settings.mjs <program> [--env local|dev|prod] [arguments of the program]
// Runs dist/server/<program>.js with the values of one environment, over them those of this process.

import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { readEnvironment } from './read-environment.mjs';
import { runNode } from './run-node.mjs';

/** Takes `--env NAME` out of the arguments; without it the values of this process stand alone. */
function splitArguments(given) {
  const at = given.indexOf('--env');
  if (at < 0) return { rest: given };
  return { name: given[at + 1] ?? '', rest: given.toSpliced(at, 2) };
}

const [program, ...given] = process.argv.slice(2);
try {
  const { name, rest } = splitArguments(given);
  const env = name === undefined ? {} : readEnvironment(join(projectRoot, 'env'), name);
  const script = join(projectRoot, 'dist', 'server', `${program}.js`);
  process.exitCode = (await runNode([script, ...rest], { env })).code;
} catch (fault) {
  console.error(fault.message);
  process.exitCode = 2;
}
