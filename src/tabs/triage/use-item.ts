import { useCallback, useEffect, useRef, useState } from 'react';
import type { TriageItem } from '../../contract/triage-answers.js';
import type { Answer, Failure } from '../exchange.js';
import { useSurroundings } from '../shell/surroundings.js';
import type { Desk } from './use-desk.js';

/** Items passed by while a key is held down are not fetched. */
const passingByMs = 60;

/** Loads the item being read, again whenever the queue knows a longer trail. Answers why it could not. */
export function useItem({ current, item, rows, accept }: Desk): {
  readonly failure: Failure | undefined;
  readonly reload: () => void;
} {
  const { client } = useSurroundings();
  const [failed, setFailed] = useState<{ readonly number: string; readonly failure: Failure }>();
  const asked = useRef(0);
  const known = rows.find((row) => row.number === current)?.seq ?? 0;
  const isStale = current !== undefined && (item === undefined || item.seq < known);

  const reload = useCallback(() => {
    if (current === undefined) return;
    asked.current += 1;
    const question = asked.current;
    const take = (answer: Answer<TriageItem>) => {
      if (answer.ok) accept([answer.value]);
      if (question !== asked.current) return;
      setFailed(answer.ok ? undefined : { number: current, failure: answer.failure });
    };
    void client.triageItem(current).then(take);
  }, [client, current, accept]);

  useEffect(() => {
    if (!isStale) return;
    const timer = setTimeout(reload, passingByMs);
    return () => clearTimeout(timer);
  }, [isStale, reload]);

  return { failure: failed?.number === current ? failed?.failure : undefined, reload };
}
