// npm run contract [-- --env dev|prod]
// Tries what the product takes for granted of Microsoft Graph: without an environment against the stand-in, with one
// against its tenant, where it makes a list of its own and removes it. Prints what held, and what only a tenant can
// confirm.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project-root.mjs';
import { readEnvironment } from './read-environment.mjs';
import { runNode } from './run-node.mjs';

async function main() {
  const { values: options } = parseArgs({ options: { env: { type: 'string' } } });
  const env =
    options.env === undefined
      ? { MEBUKI_CONTRACT: 'stand-in' }
      : { ...readEnvironment(join(projectRoot, 'env'), options.env), MEBUKI_CONTRACT: 'tenant' };
  const args = ['node_modules/jest/bin/jest.js', '--runInBand', 'tests/contracts'];
  return (await runNode(args, { env })).code;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 2;
});
