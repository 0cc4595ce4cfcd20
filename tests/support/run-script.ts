import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A script of the project that runs. */
export interface RunningScript {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Resolves with the exit code once it has ended and all it printed is there; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Runs a script with this Node in the project folder, as a person does; `undefined` takes a variable away. */
export function runScript(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RunningScript {
  const child = spawn(process.execPath, [...args], {
    cwd: join(__dirname, '..', '..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, printed: () => printed, ended };
}
