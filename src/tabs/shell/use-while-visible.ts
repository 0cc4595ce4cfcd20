import { useEffect } from 'react';

/**
 * Does something every `everyMs` while the page is visible, when it becomes visible, gets the focus or comes back
 * online. `act` must keep its identity.
 */
export function useWhileVisible(act: () => void, everyMs: number): void {
  useEffect(() => {
    const whileVisible = () => {
      if (document.visibilityState === 'visible') act();
    };
    const timer = setInterval(whileVisible, everyMs);
    document.addEventListener('visibilitychange', whileVisible);
    window.addEventListener('focus', whileVisible);
    window.addEventListener('online', whileVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whileVisible);
      window.removeEventListener('focus', whileVisible);
      window.removeEventListener('online', whileVisible);
    };
  }, [act, everyMs]);
}
