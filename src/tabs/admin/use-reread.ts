import { useState } from 'react';
import type { Answer, Failure } from '../exchange.js';
import type { Polled } from '../shell/use-polled.js';

/** What the server answered last, to a look or to an act that answers the same. */
export interface Reread<T> {
  readonly value: T | undefined;
  readonly failure: Failure | undefined;
  readonly busy: boolean;
  /** Resolves to whether it was done. */
  readonly run: (act: () => Promise<Answer<T>>) => Promise<boolean>;
}

/** A polled value whose acts answer the value anew. An answer to an act holds until the next poll. */
export function useReread<T>({ value, failure, refresh }: Polled<T>): Reread<T> {
  const [given, setGiven] = useState<{ readonly value: T; readonly instead: T | undefined }>();
  const [failed, setFailed] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  return {
    value: given && given.instead === value ? given.value : value,
    failure: failed ?? failure,
    busy,
    run: async (act) => {
      setBusy(true);
      setFailed(undefined);
      const answer = await act();
      setBusy(false);
      if (answer.ok) setGiven({ value: answer.value, instead: value });
      else setFailed(answer.failure);
      if (answer.ok) refresh();
      return answer.ok;
    },
  };
}
