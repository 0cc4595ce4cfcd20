import { useCallback, useRef, useState } from 'react';
import { places } from './places.js';

/** The proposal that is open, and the way there and back. */
export interface Opened {
  readonly number: string | undefined;
  readonly open: (number: string) => void;
  readonly close: () => void;
}

/** Keeps which proposal is open, and leads the focus back to where it was opened. */
export function useOpened(first: string | undefined): Opened {
  const [number, setNumber] = useState(first);
  const opener = useRef<Element>(undefined);
  const open = useCallback((next: string) => {
    opener.current = document.activeElement ?? undefined;
    setNumber(next);
  }, []);
  const close = useCallback(() => {
    setNumber(undefined);
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const from = opener.current;
        const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
        (isThere ? from : document.getElementById(places.search))?.focus();
      }),
    );
  }, []);
  return { number, open, close };
}
