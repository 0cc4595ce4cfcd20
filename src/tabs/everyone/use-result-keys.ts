import type { KeyboardEvent } from 'react';
import type { SupportState } from '../../domain/support.js';
import type { EveryoneDesk } from './everyone-desk.js';
import { type FoundRow, rowAt } from './finder-state.js';
import { stateOf } from './use-support.js';

/** What a word of support becomes when its key is pressed; undefined where the key changes nothing. */
function pressed(row: FoundRow, state: 'endorsed' | 'following'): SupportState | undefined {
  const now = stateOf(row);
  if (row.mine) return undefined;
  // Who endorses is told anyway; following alone would take the endorsement back unasked.
  if (state === 'following' && now === 'endorsed') return undefined;
  return now === state ? 'none' : state;
}

/** Where a key leads from a place of the list; undefined for a key that does not move. */
function movedTo(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowDown') return index + 1;
  if (key === 'ArrowUp') return index - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

function rowActs(row: FoundRow, desk: EveryoneDesk): Readonly<Record<string, () => void>> {
  const say = (state: 'endorsed' | 'following') => () => {
    const after = pressed(row, state);
    if (after) desk.give(row, after);
  };
  return { g: say('endorsed'), f: say('following') };
}

function actOf(event: KeyboardEvent, desk: EveryoneDesk, focusRow: (index: number) => void) {
  const { target, key } = event;
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = target.closest('[data-index]');
  if (!row) return undefined;
  const index = Number(row.getAttribute('data-index'));
  const to = movedTo(key, index, desk.found.found);
  if (to !== undefined) return () => focusRow(to);
  const proposal = rowAt(desk.found, index);
  if (!proposal) return undefined;
  if (key === 'Enter' && target === row) return () => desk.open(proposal.number);
  const acts = rowActs(proposal, desk);
  const letter = key.toLowerCase();
  return Object.hasOwn(acts, letter) ? acts[letter] : undefined;
}

/** The keys of the list: ↑↓, Home, End, Enter, G endorses, F follows. They act only while a row has the focus. */
export function useResultKeys(
  desk: EveryoneDesk,
  focusRow: (index: number) => void,
): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.defaultPrevented) return;
    const act = actOf(event, desk, focusRow);
    if (!act) return;
    event.preventDefault();
    act();
  };
}
