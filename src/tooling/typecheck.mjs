// npm run typecheck: every tsconfig of the project, so that no file escapes.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.mjs';
import { runNode } from './run-node.mjs';

const projects = [
  'tsconfig.json',
  'src/local/tsconfig.json',
  'src/local/teams-host/page/tsconfig.json',
  'src/tabs/tsconfig.json',
  'tests/tsconfig.json',
];

async function check(project) {
  const tsc = 'node_modules/typescript/bin/tsc';
  const { code, output } = await runNode([tsc, '-p', project, '--noEmit'], { capture: true });
  if (output.trim() !== '') console.log(output.trimEnd());
  console.log(`${code === 0 ? 'Types agree' : 'Types do NOT agree'}: ${project}`);
  return code === 0;
}

const missing = projects.filter((project) => !existsSync(join(projectRoot, project)));
if (missing.length > 0) console.error(`Missing: ${missing.join(', ')}`);
const results = await Promise.all(projects.filter((p) => !missing.includes(p)).map(check));
process.exitCode = missing.length === 0 && results.every((good) => good) ? 0 : 1;
