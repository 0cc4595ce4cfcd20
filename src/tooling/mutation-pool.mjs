import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./mutation-child.mjs', import.meta.url));
const children = new Set();

function endAll() {
  for (const child of children) child.kill('SIGKILL');
}

process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

function startChild(setup) {
  const child = fork(program, [setup], {
    execArgv: ['--max-old-space-size=1024', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.lastWords = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    child.lastWords = (child.lastWords + text).slice(-2000);
  });
  children.add(child);
  child.once('close', () => children.delete(child));
  // Not counted in the limit of the first task; a child that fails to start is seen by `ask`.
  child.ready = new Promise((resolve) => child.once('message', resolve).once('close', resolve));
  return child;
}

/** The child's answer; `timeout` or `crash` when there is none, and the child is gone. */
function ask(child, task, limit) {
  return new Promise((resolve) => {
    if (!children.has(child)) {
      resolve({ status: 'crash', faults: [child.lastWords.trim()] });
      return;
    }
    const settle = (answer) => {
      clearTimeout(timer);
      child.off('message', settle).off('close', crash);
      resolve(answer);
    };
    const crash = () => settle({ status: 'crash', faults: [child.lastWords.trim()] });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      settle({ status: 'timeout', faults: [`no answer within ${limit} ms`] });
    }, limit);
    child.on('message', settle).once('close', crash);
    child.send(task, () => {});
  });
}

function openWorker(setup) {
  let child = startChild(setup);
  const askOnce = async (task) => {
    if (child.killed || !children.has(child)) child = startChild(setup);
    await child.ready;
    return ask(child, task, task.limit);
  };
  const answer = async (task) => {
    const first = await askOnce(task);
    // What one task leaves behind may end the process during the next one.
    return first.status === 'crash' ? askOnce(task) : first;
  };
  return { answer, end: () => child.kill('SIGKILL') };
}

/**
 * Has the tasks worked off by a few processes, each with one task at a time. A process that ends
 * or takes longer than the task's limit is replaced.
 * @param {{ setup: string, workers: number, tasks: { limit: number }[] }} job `setup`: the file
 *   the processes read at their start; `limit` in milliseconds
 * @param {(answer: object, task: object) => void} hear told of every answer as it comes
 */
export async function workOff({ setup, workers, tasks }, hear) {
  const left = [...tasks].reverse();
  const work = async () => {
    const worker = openWorker(setup);
    for (let task = left.pop(); task !== undefined; task = left.pop()) {
      hear(await worker.answer(task), task);
    }
    worker.end();
  };
  await Promise.all(Array.from({ length: workers }, work));
}
