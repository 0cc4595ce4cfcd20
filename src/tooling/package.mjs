// npm run package [-- --env local|dev|prod] [--source folder] [--out file]
// Makes build/mebuki.zip, the package to upload to Teams, or says everything that is wrong.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeAppPackage } from './app-package.mjs';
import { projectRoot } from './project-root.mjs';
import { readEnvironment } from './read-environment.mjs';

async function main() {
  const { values: options } = parseArgs({
    options: {
      env: { type: 'string', default: 'local' },
      source: { type: 'string', default: join(projectRoot, 'manifest') },
      out: { type: 'string', default: join(projectRoot, 'build', 'mebuki.zip') },
    },
  });
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  const values = readEnvironment(join(projectRoot, 'env'), options.env);
  const out = resolve(options.out);
  rmSync(out, { force: true });
  const made = await makeAppPackage({ folder: resolve(options.source), values, version });
  if (made.faults !== undefined) {
    const title = `No package for "${options.env}":`;
    throw new Error([title, ...made.faults.map((fault) => `- ${fault}`)].join('\n'));
  }
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, made.zip);
  console.log(
    `Made ${relative(process.cwd(), out)} for "${options.env}" (${made.zip.length} bytes).`,
  );
}

await main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
