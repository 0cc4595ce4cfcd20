// node src/tooling/deploy-folder.mjs [--out folder]: collects what runs in production, after a
// build, into build/deploy. The stand-in, the tests and the tools stay behind; `npm ci --omit=dev`
// in that folder completes it.

import { cpSync, existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from './project-root.mjs';

const needed = ['dist/server', 'dist/tabs', 'package.json', 'package-lock.json', '.npmrc'];
const ifThere = ['adaptive-cards'];

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(projectRoot, 'build', 'deploy') } },
});
const missing = needed.filter((name) => !existsSync(join(projectRoot, name)));
if (missing.length > 0) {
  console.error(`Nothing to deploy: ${missing.join(', ')} is missing. Run npm run build first.`);
  process.exitCode = 1;
} else {
  const out = resolve(values.out);
  rmSync(out, { recursive: true, force: true });
  for (const name of [...needed, ...ifThere].filter((path) =>
    existsSync(join(projectRoot, path)),
  )) {
    cpSync(join(projectRoot, name), join(out, name), { recursive: true });
  }
  console.log(`Collected in ${out}.`);
}
