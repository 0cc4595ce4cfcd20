import { useCallback, useEffect, useState } from 'react';
import { hostClient } from './host-client.js';

/** The stand-in's clock: ticking locally between readings, moved by the strip's control. */
export function useClock(): {
  readonly now: Date;
  readonly move: (change: { advanceMs?: number; offsetMs?: number }) => void;
} {
  const [offset, setOffset] = useState(0);
  const [now, setNow] = useState(() => new Date());
  const follow = useCallback((answer: { now: string }) => {
    const difference = Date.parse(answer.now) - Date.now();
    setOffset(difference);
    setNow(new Date(Date.now() + difference));
  }, []);

  useEffect(() => {
    const read = () => void hostClient.clock().then(follow, () => undefined);
    read();
    const reading = setInterval(read, 15_000);
    return () => clearInterval(reading);
  }, [follow]);

  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date(Date.now() + offset)), 1000);
    return () => clearInterval(ticking);
  }, [offset]);

  const move = useCallback(
    (change: { advanceMs?: number; offsetMs?: number }) => {
      void hostClient.setClock(change).then(follow, () => undefined);
    },
    [follow],
  );
  return { now, move };
}
