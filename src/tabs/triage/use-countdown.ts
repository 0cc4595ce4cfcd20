import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/instant.js';
import { useSurroundings } from '../shell/surroundings.js';

const tickMs = 250;

/** Whole seconds until an instant of the server's clock, never below 0. */
export function useCountdown(due: Instant): number {
  const { clock } = useSurroundings();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), tickMs);
    return () => clearInterval(timer);
  }, [clock]);
  return Math.max(0, Math.ceil((due - now) / 1000));
}
