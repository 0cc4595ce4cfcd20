/** Writes one line for the person who runs the stand-in. */
export type Log = (line: string) => void;

/** Lines on stderr, marked as the stand-in's. */
export function createLog(): Log {
  return (line) => {
    process.stderr.write(`[stand-in] ${line}\n`);
  };
}

/** Says nothing; for tests. */
export const silentLog: Log = () => {};
