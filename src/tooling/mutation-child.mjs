// One of the processes of the mutation run: measures what each test reaches, then runs the tests
// that reach a mutant with that mutant switched on. It may end up in an endless loop: its parent
// ends it then.

import { readFileSync } from 'node:fs';
import { jestExpect } from '@jest/expect';
import * as circus from 'jest-circus';
import { createLoader } from './mutation-loader.mjs';

const { replaced, runs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const loader = createLoader({ replaced, runs });

// The instrumented code reads and counts here, under this name.
const switches = {};
globalThis.__stryker__ = switches;

const { describe, test, it, beforeAll, beforeEach, afterAll, afterEach } = circus;
Object.assign(globalThis, { describe, test, it, beforeAll, beforeEach, afterAll, afterEach });
globalThis.expect = jestExpect;

let tests = [];
let endsAtFailure = false;

const messageOf = (error) => String(error?.[0]?.message ?? error?.message ?? error);

circus.addEventHandler((event) => {
  if (event.name === 'test_start') switches.currentTestId = String(tests.indexOf(event.test));
  if (event.name === 'test_skip') switches.currentTestId = undefined;
  if (event.name !== 'test_done') return;
  switches.currentTestId = undefined;
  const missing = jestExpect.extractExpectedAssertionsErrors();
  event.test.errors.push(...missing.map(({ error }) => error));
  if (!endsAtFailure || event.test.errors.length === 0) return;
  for (const other of tests) other.mode = 'skip';
});

function testsOf(block) {
  return block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));
}

/** Runs one test file, all of it or the tests with the given places: the reasons of failures. */
async function runFile(path, chosen) {
  circus.resetState();
  loader.forget();
  try {
    loader.load(path);
  } catch (error) {
    tests = [];
    return { loads: false, faults: [`cannot be loaded: ${messageOf(error)}`] };
  }
  const { rootDescribeBlock, unhandledErrors } = circus.getState();
  tests = testsOf(rootDescribeBlock);
  for (const [place, one] of tests.entries()) {
    if (chosen !== null && !chosen.includes(place)) one.mode = 'skip';
  }
  await circus.run();
  const failed = tests.filter((one) => one.errors.length > 0);
  const faults = failed.map((one) => `${one.name}: ${messageOf(one.errors[0])}`);
  return { loads: true, faults: [...faults, ...unhandledErrors.map(messageOf)] };
}

/** What each test of a file reaches, and how long it takes. */
async function measure({ file }) {
  endsAtFailure = false;
  switches.activeMutant = undefined;
  const reached = { static: {}, perTest: {} };
  switches.mutantCoverage = reached;
  const { faults } = await runFile(file, null);
  const times = tests.map((one) => one.duration ?? 0);
  return { file, faults, times, atLoad: reached.static, perTest: reached.perTest };
}

async function tryMutant({ id, plan, hitLimit }) {
  endsAtFailure = true;
  Object.assign(switches, { activeMutant: id, hitCount: 0, hitLimit });
  for (const { file, chosen } of plan) {
    switches.mutantCoverage = { static: {}, perTest: {} };
    const { loads, faults } = await runFile(file, chosen);
    if (switches.hitCount > hitLimit) return { status: 'timeout' };
    if (!loads) return { status: 'unloadable' };
    if (faults.length > 0) return { status: 'killed' };
  }
  return { status: 'survived' };
}

process.on('disconnect', () => process.exit());
process.on('message', async (task) => {
  process.send(await (task.kind === 'measure' ? measure(task) : tryMutant(task)));
});
process.send({ ready: true });
