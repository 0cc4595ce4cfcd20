// npm run build [-- --if-needed] [--quiet] [--only server,local,page,tabs]
//   --if-needed  leaves parts alone whose inputs have not changed since the last build
//   --quiet      prints only failures

import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { buildParts } from './build-parts.mjs';
import { inputsOf, readStamps, stampOf, writeStamps } from './build-stamp.mjs';
import { nodeVersionFault } from './node-version.mjs';
import { projectRoot } from './project-root.mjs';
import { runNode } from './run-node.mjs';

const at = (path) => join(projectRoot, path);

const toolArguments = {
  tsc: (part) => ['node_modules/typescript/bin/tsc', '-p', part.config],
  vite: (part) => [
    ...['node_modules/vite/bin/vite.js', 'build', '--config', part.config],
    ...['--outDir', at(part.output), '--emptyOutDir', '--logLevel', 'warn'],
  ],
};

/** Removes what a part produced before, so that files deleted in src vanish from dist too. */
function clearOutput(part) {
  if (!existsSync(at(part.output))) return;
  for (const entry of readdirSync(at(part.output))) {
    if (entry !== part.keep) rmSync(join(at(part.output), entry), { recursive: true, force: true });
  }
}

/** tsc leaves data files (seed, templates) behind; they go beside the compiled code. */
function copyAssets(part) {
  const assets = inputsOf(part).filter((path) => path.startsWith(`${part.source}/`));
  for (const path of assets.filter((file) => !/\.(ts|tsx|mjs)$|tsconfig\.json$/.test(file))) {
    const target = join(at(part.output), relative(part.source, path));
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(at(path), target);
  }
}

/** The line of a compiler's or bundler's output that names the first fault. */
function firstFault(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return (lines.find((line) => /error TS\d+|\[[A-Z_]+\]|Error:/.test(line)) ?? lines[0])?.trim();
}

/** @returns {Promise<string | undefined>} one line saying what failed */
async function buildPart(part, say) {
  const started = Date.now();
  clearOutput(part);
  const { code, output } = await runNode(toolArguments[part.tool](part), {
    capture: true,
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (code !== 0) {
    say(output.trimEnd());
    return `Building the ${part.title} failed: ${firstFault(output) ?? `exit code ${code}`}`;
  }
  if (part.tool === 'tsc') copyAssets(part);
  say(`Built the ${part.title} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return undefined;
}

function chosenParts(only, say) {
  const names = only?.split(',') ?? buildParts.map((part) => part.name);
  const unknown = names.filter((name) => !buildParts.some((part) => part.name === name));
  if (unknown.length > 0) {
    const known = buildParts.map((part) => part.name).join(', ');
    throw new Error(`Unknown part: ${unknown.join(', ')}. Known parts: ${known}.`);
  }
  return buildParts
    .filter((part) => names.includes(part.name))
    .filter((part) => {
      const exists = existsSync(at(part.config));
      if (!exists) say(`No ${part.title} yet (${part.config} is missing): left out.`);
      return exists;
    });
}

/** @returns {Promise<number>} exit code */
async function build({ only, ifNeeded, quiet }) {
  const say = quiet ? () => undefined : (line) => console.log(line);
  const stamps = readStamps();
  const parts = chosenParts(only, say).map((part) => ({ ...part, stamp: stampOf(part) }));
  const stale = parts.filter(
    (part) => !ifNeeded || stamps[part.name] !== part.stamp || !existsSync(at(part.output)),
  );
  if (stale.length === 0) {
    say('Everything is built already.');
    return 0;
  }
  for (const part of stale) delete stamps[part.name];
  writeStamps(stamps);
  say(`Building: ${stale.map((part) => part.title).join(', ')} …`);
  const faults = await Promise.all(stale.map((part) => buildPart(part, say)));
  stale.forEach((part, index) => {
    if (faults[index] === undefined) stamps[part.name] = part.stamp;
  });
  writeStamps(stamps);
  const said = faults.filter((fault) => fault !== undefined);
  for (const fault of said) console.error(fault);
  return said.length === 0 ? 0 : 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'if-needed': { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const fault = nodeVersionFault();
  if (fault !== undefined) throw new Error(fault);
  return build({ only: values.only, ifNeeded: values['if-needed'], quiet: values.quiet });
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
