import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is at most so many CSS pixels wide, kept up to date. */
export function useAtMost(width: number): boolean {
  const query = `(max-width: ${width}px)`;
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
