import { useEffect, useRef } from 'react';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { places, rowId } from './places.js';
import type { Desk } from './use-desk.js';

/** Leads the focus to the part that came where the part with the focus went away. */
export function useKeptFocus({ page, current }: Desk): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current === page) return;
    before.current = page;
    if (document.activeElement !== document.body) return;
    if (page !== 'list') focusWhenDrawn(places[page]);
    else if (current !== undefined) focusWhenDrawn(rowId(current));
  }, [page, current]);
}
