import type { ServerResponse } from 'node:http';
import type { LocalRequest } from '../http.js';

/** A call that waits to be released. */
export interface HeldCall {
  name: string;
  when: 'before' | 'after';
  method: string;
  path: string;
}

interface Waiting extends HeldCall {
  finish(how: 'released' | 'dropped'): void;
}

/** The calls that wait, by name. */
export function createHeldCalls() {
  const waiting = new Set<Waiting>();
  const finish = (chosen: (call: Waiting) => boolean): number => {
    const calls = [...waiting].filter(chosen);
    for (const call of calls) call.finish('released');
    return calls.length;
  };
  return {
    /** Resolves when released, or `dropped` when the caller's connection ended first. */
    hold(
      name: string,
      when: HeldCall['when'],
      req: LocalRequest,
      res: ServerResponse,
    ): Promise<'released' | 'dropped'> {
      return new Promise((resolve) => {
        const onClose = () => call.finish('dropped');
        const call: Waiting = {
          name,
          when,
          method: req.method,
          path: req.path,
          finish(how) {
            res.off('close', onClose);
            waiting.delete(call);
            resolve(how);
          },
        };
        waiting.add(call);
        res.once('close', onClose);
        if (res.destroyed) onClose();
      });
    },
    list: (): HeldCall[] =>
      [...waiting].map(({ name, when, method, path }) => ({ name, when, method, path })),
    release: (name: string): number => finish((call) => call.name === name),
    releaseAll: (): void => {
      finish(() => true);
    },
  };
}
