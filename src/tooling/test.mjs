// npm test [-- --no-build] [-- --long] [-- any arguments of jest, e.g. tests/domain]
// --long (npm run test:long) tries the properties of the domain at least 10,000 times each.
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

/** Suites that could not run and tests that were skipped are failures: nothing proves them. */
function countsOf(results, skipsAllowed) {
  const skipped = skipsAllowed ? 0 : results.numPendingTests + results.numTodoTests;
  if (skipped > 0) console.error(`${skipped} skipped tests count as failed.`);
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites + skipped,
  };
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
  const results = await runJest([...patience, workers, ...jestArguments], env);
  const counts = countsOf(results, jestArguments.some(isNameFilter));
  if (counts.passed + counts.failed === 0) throw new Error('No test was run.');
  return counts;
}

const counts = await main().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1 };
});
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 ? 0 : 1;
