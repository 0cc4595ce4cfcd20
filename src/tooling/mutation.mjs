// npm run mutation [-- [files or folders] [--write] [--workers n] [--cases n] [--patience ms]
//   [--root folder]]
// Changes src/domain in many small ways and looks whether a test of the domain or of the use cases
// notices. Prints what no test noticed; exits with 1 below the goal. See docs/quality.md.

import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesUnder } from './files-under.mjs';
import { mutantsOf, shortPath, taskFor, testFilesFor } from './mutation-plan.mjs';
import { workOff } from './mutation-pool.mjs';
import { figureTable, scoreOf, survivorLines, writeFigures } from './mutation-report.mjs';
import { projectRoot } from './project-root.mjs';

const goal = 90;
const measureLimit = 300_000;
const tellEvery = 15_000;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      write: { type: 'boolean', default: false },
      workers: { type: 'string', default: '2' },
      cases: { type: 'string', default: '100' },
      patience: { type: 'string', default: '15000' },
      root: { type: 'string', default: projectRoot },
    },
  });
  const [workers, runs, patience] = ['workers', 'cases', 'patience'].map((name) => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number > 0) return number;
    throw new Error(`--${name} wants a whole number above 0, not ${values[name]}.`);
  });
  if (values.write && positionals.length > 0) {
    throw new Error('--write wants the figures of all files: name none.');
  }
  const root = resolve(values.root);
  return { root, named: positionals, write: values.write, workers, runs, patience };
}

function sourcesOf(root, named) {
  const places = named.length === 0 ? ['src/domain'] : named;
  return places.flatMap((place) => {
    const path = resolve(root, place);
    if (!existsSync(path)) throw new Error(`There is no ${place}.`);
    const files = statSync(path).isDirectory() ? filesUnder(path) : [path];
    return files.filter((file) => file.endsWith('.ts'));
  });
}

async function measureTests(job, files) {
  const tasks = files.map((file) => ({ kind: 'measure', file, limit: measureLimit }));
  const measured = [];
  const faults = [];
  await workOff({ ...job, tasks }, (answer, { file }) => {
    faults.push(...answer.faults.map((fault) => `${shortPath(job.root, file)}: ${fault}`));
    measured.push(answer);
  });
  if (faults.length > 0) {
    throw new Error(`The tests must pass before anything is changed:\n${faults.join('\n')}`);
  }
  return measured;
}

/** Sets the status of every mutant. */
async function tryAll(job, mutants, measured) {
  const waiting = mutants.filter((mutant) => mutant.status === undefined);
  const byId = new Map(waiting.map((mutant) => [mutant.id, mutant]));
  for (const mutant of waiting) mutant.status = 'unreached';
  const tasks = waiting
    .map((mutant) => taskFor(mutant.id, measured, job.patience))
    .filter((task) => task !== undefined);
  let done = 0;
  const tell = () => console.error(`${done} of ${tasks.length} mutants tried.`);
  const telling = setInterval(tell, tellEvery);
  await workOff({ ...job, tasks }, (answer, { id }) => {
    byId.get(id).status = answer.status;
    done += 1;
  });
  clearInterval(telling);
}

async function main() {
  const { root, named, write, workers, runs, patience } = readArguments();
  const { mutants, replaced } = await mutantsOf(sourcesOf(root, named));
  const folder = mkdtempSync(join(tmpdir(), 'mebuki-mutation-'));
  try {
    const setup = join(folder, 'setup.json');
    writeFileSync(setup, JSON.stringify({ replaced, runs }));
    const job = { root, setup, workers, patience };
    const measured = await measureTests(job, testFilesFor(root, Object.keys(replaced)));
    console.error(
      `${mutants.length} mutants, ${measured.length} test file(s) import what is changed.`,
    );
    await tryAll(job, mutants, measured);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const table = figureTable(root, mutants);
  console.log([...survivorLines(root, mutants), '', table].join('\n'));
  if (write) writeFigures(root, table, new Date().toISOString().slice(0, 10));
  const met = scoreOf(mutants) >= goal;
  if (!met) console.error(`Below the goal of ${goal} %.`);
  return met ? 0 : 1;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});
