import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answer, Failure } from '../exchange.js';
import { useWhileVisible } from './use-while-visible.js';

/** A value of the server that keeps itself fresh. */
export interface Polled<T> {
  readonly value: T | undefined;
  /** Why the last try failed; the value before it is kept. */
  readonly failure: Failure | undefined;
  readonly refresh: () => void;
}

interface Got<T> {
  readonly value?: T;
  readonly failure?: Failure;
}

/**
 * Loads at once, then every `everyMs` while the page is visible, when it becomes visible, gets the focus or comes
 * back online. `load` must keep its identity; give the component a key to load something else.
 */
export function usePolled<T>(load: () => Promise<Answer<T>>, everyMs: number): Polled<T> {
  const [got, setGot] = useState<Got<T>>({});
  const busy = useRef(false);

  const refresh = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    void load().then((answer) => {
      busy.current = false;
      setGot((old) => {
        if (answer.ok) return { value: answer.value };
        return { ...old, failure: answer.failure };
      });
    });
  }, [load]);

  useEffect(refresh, [refresh]);
  useWhileVisible(refresh, everyMs);

  return { value: got.value, failure: got.failure, refresh };
}
