// npm test [-- --no-build] [-- --long] [-- any arguments of jest, e.g. tests/domain]
// --long (npm run test:long) tries the properties of the domain at least 10,000 times each.
// A suite that failed among others is tried once more, alone, and said to be so (docs/decisions/0105).
// Ends with one line, `N passed, N failed`, and a non-zero exit code if anything failed, was
// skipped or did not run at all.

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';
import { nodeVersionFault } from './node-version.mjs';
import { runNode } from './run-node.mjs';

const isNameFilter = (argument) => /^(-t|--testNamePattern)/.test(argument);

/** One more than there are cores: a journey waits for most of its time. */
const workers = `--maxWorkers=${availableParallelism() + 1}`;

const ownArguments = ['--no-build', '--long'];
/** Whatever is no path: an option, or the value of one that is followed by its value. */
const isOption = (argument, index, all) =>
  argument.startsWith('-') || ['--config', '-t', '--testNamePattern'].includes(all[index - 1]);

const mostTriedAgain = 3;
const hasFailed = ({ status }) => status === 'failed';
const longRuns = { MEBUKI_LONG: 'yes' };

async function runJest(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'mebuki-test-'));
  const outputFile = join(folder, 'results.json');
  try {
    await runNode(
      ['node_modules/jest/bin/jest.js', '--json', `--outputFile=${outputFile}`, ...args],
      { env },
    );
    if (!existsSync(outputFile)) throw new Error('No test was run.');
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A suite that could not run, or whose end failed, is one failure; so is a skipped test: nothing proves them. */
function countsOf(suites, skipsAllowed) {
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const numberOf = (status) => tests.filter((test) => test.status === status).length;
  const broken = suites
    .filter(hasFailed)
    .filter((suite) => !suite.assertionResults.some(hasFailed));
  const skipped = skipsAllowed ? 0 : numberOf('pending') + numberOf('todo');
  if (skipped > 0) console.error(`${skipped} skipped tests count as failed.`);
  return {
    passed: numberOf('passed'),
    failed: numberOf('failed') + broken.length + skipped,
  };
}

/**
 * The suites, those that failed replaced by their second run, alone (docs/decisions/0105). More than a few are no
 * matter of a busy machine and stay as they are.
 */
async function triedAgain(suites, jestArguments, env) {
  const failed = suites.filter(hasFailed);
  if (failed.length === 0 || failed.length > mostTriedAgain) return suites;
  const names = failed.map(({ name }) => name);
  console.error(`Tried again, alone: ${names.join(', ')}`);
  const options = jestArguments.filter(isOption);
  const again = await runJest([...options, '--runInBand', '--runTestsByPath', ...names], env);
  const second = new Map(again.testResults.map((suite) => [suite.name, suite]));
  for (const { name } of again.testResults.filter((suite) => !hasFailed(suite)))
    console.error(`Passed only alone, which is to be looked into: ${name}`);
  return suites.map((suite) => second.get(suite.name) ?? suite);
}

async function main() {
  const args = process.argv.slice(2);
  const jestArguments = args.filter((argument) => !ownArguments.includes(argument));
  const fault = nodeVersionFault();
  if (fault !== undefined) throw new Error(fault);
  const chromium = findChromium();
  if (!args.includes('--no-build')) {
    const { code } = await runNode(['src/tooling/build.mjs', '--if-needed', '--quiet']);
    if (code !== 0) throw new Error('The tests need a build, and it failed.');
  }
  const env = { MEBUKI_CHROMIUM: chromium, ...(args.includes('--long') ? longRuns : {}) };
  const patience = args.includes('--long') ? ['--testTimeout=3600000'] : [];
  const { testResults } = await runJest([...patience, workers, ...jestArguments], env);
  const suites = await triedAgain(testResults, [...patience, ...jestArguments], env);
  const counts = countsOf(suites, jestArguments.some(isNameFilter));
  if (counts.passed + counts.failed === 0) throw new Error('No test was run.');
  return counts;
}

const counts = await main().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
