import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useSurroundings } from '../shell/surroundings.js';
import { useWhileVisible } from '../shell/use-while-visible.js';
import { createFinder, type Finder } from './finder.js';
import type { FinderState } from './finder-state.js';
import { type Wish, wholeWish } from './wish.js';

const freshEveryMs = 30_000;

/** Looks for what is wished, at once and whenever the wish changes, and keeps what is in sight fresh. */
export function useFinder(wish: Wish): { readonly finder: Finder; readonly state: FinderState } {
  const { client } = useSurroundings();
  const [finder] = useState(() => createFinder(client, wholeWish));
  const state = useSyncExternalStore(finder.subscribe, finder.state);
  const asked = useRef<Wish>(undefined);
  useEffect(() => {
    if (asked.current === wish) return;
    asked.current = wish;
    finder.search(wish);
  }, [finder, wish]);
  useWhileVisible(finder.refresh, freshEveryMs);
  return { finder, state };
}
