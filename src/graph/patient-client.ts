import { isFailure } from '../usecases/failure.js';
import type { GraphAnswer, GraphCall } from './answer.js';
import type { GraphClient } from './client.js';

/** What waiting needs. */
export interface PatienceOptions {
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Told before each wait. */
  readonly onWait: (milliseconds: number) => void;
}

/** So often one call is begun again; whoever gave the command may end it at any time. */
const mostWaits = 20;

/** A create that was refused for haste may still have been carried out (503); the next run finds out. */
const mayRepeat = ({ method }: GraphCall): boolean => method !== 'POST';

/** One try: what came of it, and how long Graph asked to wait. */
interface Attempt<T> {
  /** Gives the value, or throws the fault. */
  readonly result: () => T;
  readonly askedMs: number | undefined;
}

async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    const value = await call();
    return { result: () => value, askedMs: undefined };
  } catch (fault) {
    const throwAgain = (): never => {
      throw fault;
    };
    const askedMs = isFailure(fault, 'unavailable') ? fault.retryAfterMs : undefined;
    return { result: throwAgain, askedMs };
  }
}

async function patiently<T>(
  tryOnce: () => Promise<Attempt<T>>,
  { onWait, pause }: PatienceOptions,
): Promise<T> {
  let tried = await tryOnce();
  for (let waits = 0; tried.askedMs !== undefined && waits < mostWaits; waits += 1) {
    onWait(tried.askedMs);
    await pause(tried.askedMs);
    tried = await tryOnce();
  }
  return tried.result();
}

/**
 * A client for a command that somebody started and nobody else waits for: where Graph asks to wait, it waits as long
 * as asked instead of giving up. A migration of a large list is throttled for certain.
 */
export function createPatientClient(client: GraphClient, options: PatienceOptions): GraphClient {
  async function exchangeOnce(call: GraphCall): Promise<Attempt<GraphAnswer>> {
    const answer = await client.exchange(call);
    const askedMs = answer.kind === 'answered' ? answer.retryAfterMs : undefined;
    return { result: () => answer, askedMs };
  }
  return {
    ...client,
    read: (path, shape) => patiently(() => attempt(() => client.read(path, shape)), options),
    write: (call, shape) =>
      mayRepeat(call)
        ? patiently(() => attempt(() => client.write(call, shape)), options)
        : client.write(call, shape),
    exchange: (call) =>
      mayRepeat(call) ? patiently(() => exchangeOnce(call), options) : client.exchange(call),
  };
}
