import type { EveryonesAnswer } from '../../contract/proposal-answers.js';
import type { Client } from '../client.js';
import {
  type FinderState,
  pageSize,
  presentOf,
  type Said,
  type Supported,
  withMissed,
  withPage,
  withSupported,
} from './finder-state.js';
import { orderMeant, type Wish } from './wish.js';

/** A search that keeps what it found; see createFinder. */
export interface Finder {
  readonly state: () => FinderState;
  readonly subscribe: (told: () => void) => () => void;
  /** Looks for something else. Answers to earlier wishes that come later are left aside. */
  readonly search: (wish: Wish) => void;
  /** Says which pages are in sight; those that are missing or old are fetched. */
  readonly want: (pages: readonly number[]) => void;
  /** Fetches anew what is in sight. */
  readonly refresh: () => void;
  /** Changes a row as the reader just changed it; answers to earlier questions do not change it back. */
  readonly support: (number: string, supported: Supported) => void;
}

/** The state of a finder, and who is told of its changes. */
function createStore(wish: Wish) {
  let state: FinderState = { wish, shown: undefined, failure: undefined, pageFailure: undefined };
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    change: (next: FinderState): void => {
      state = next;
      for (const told of listeners) told();
    },
    subscribe: (told: () => void) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
  };
}

/** The pages in sight: those that are on the way, and those that no longer hold. */
interface PageTurns {
  readonly loading: Set<number>;
  readonly old: Set<number>;
  inSight: readonly number[];
}

function pagesToLoad(state: FinderState, { old, inSight }: PageTurns): readonly number[] {
  const shown = presentOf(state);
  if (!shown) return [];
  const last = Math.floor(Math.max(0, shown.found - 1) / pageSize);
  return inSight.filter((page) => page <= last && (!shown.pages.has(page) || old.has(page)));
}

/** Pages found before the number of rows changed may no longer stand where they stood. */
function noteCame(turns: PageTurns, before: FinderState, page: number, found: number): void {
  const shown = presentOf(before);
  if (shown && shown.found !== found) for (const each of shown.pages.keys()) turns.old.add(each);
  turns.old.delete(page);
}

/** A finder that has not looked for anything yet. */
export function createFinder({ everyones }: Pick<Client, 'everyones'>, first: Wish): Finder {
  const { state, change, subscribe } = createStore(first);
  const said = new Map<string, Said>();
  let turns: PageTurns = { loading: new Set(), old: new Set(), inSight: [0] };
  let turn = 0;

  function took(page: number, asked: number, answer: EveryonesAnswer): void {
    noteCame(turns, state(), page, answer.found);
    change(withPage(state(), page, answer, said, asked));
    loadMissing();
  }

  function load(page: number): void {
    const ofSearch = turns;
    if (ofSearch.loading.has(page)) return;
    ofSearch.loading.add(page);
    turn += 1;
    const asked = turn;
    const { wish } = state();
    const place = { from: page * pageSize, limit: pageSize };
    void everyones({ ...wish, order: orderMeant(wish), ...place }).then((answer) => {
      if (ofSearch !== turns) return;
      ofSearch.loading.delete(page);
      if (answer.ok) took(page, asked, answer.value);
      else change(withMissed(state(), page, answer.failure));
    });
  }

  const loadMissing = (): void => pagesToLoad(state(), turns).forEach(load);

  return {
    state,
    subscribe,
    search: (wish) => {
      turns = { loading: new Set(), old: new Set(), inSight: [0] };
      change({ ...state(), wish, failure: undefined, pageFailure: undefined });
      load(0);
    },
    want: (pages) => {
      turns.inSight = pages;
      loadMissing();
    },
    refresh: () => {
      const shown = presentOf(state());
      if (!shown || shown.found === 0) return load(0);
      for (const page of shown.pages.keys()) turns.old.add(page);
      loadMissing();
    },
    support: (number, supported) => {
      turn += 1;
      said.set(number, { ...supported, turn });
      change(withSupported(state(), number, supported));
    },
  };
}
