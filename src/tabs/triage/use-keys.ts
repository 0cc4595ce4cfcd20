import type { KeyboardEvent } from 'react';
import { tracks } from '../../domain/decision.js';
import { focusWhenDrawn } from '../shell/focus-when-drawn.js';
import { changedDraft, startingDraft } from './decision-draft.js';
import { fieldId, places, rowId } from './places.js';
import type { Desk } from './use-desk.js';

type Act = () => void;

function isTyping(element: Element): boolean {
  if (element instanceof HTMLInputElement) {
    return element.type !== 'checkbox' && element.type !== 'radio';
  }
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

function canDecide({ item }: Desk): boolean {
  return item?.status === 'reviewing' || document.getElementById(places.form) !== null;
}

function chooseTrack(desk: Desk, index: number): void {
  const { item, drafts, masters } = desk;
  const track = tracks[index];
  if (!item || !track || !canDecide(desk)) return;
  const draft = drafts.get(item.number) ?? startingDraft(item, masters.defaultReplyDue);
  desk.keepDraft(item.number, changedDraft(draft, 'track', track));
  desk.setPage('decide');
}

function toReason(desk: Desk): void {
  if (!canDecide(desk)) return;
  desk.setPage('decide');
  focusWhenDrawn(fieldId('reason'));
}

function toggleCurrent({ current, checked, check }: Desk): void {
  if (current !== undefined) check([current], !checked.has(current));
}

/** Single keys, which act only while the list or the item has the focus (WCAG 2.1.4). */
function singleKeys(desk: Desk, onList: Act): Readonly<Record<string, Act>> {
  return {
    j: () => desk.move(1),
    k: () => desk.move(-1),
    x: () => toggleCurrent(desk),
    r: () => toReason(desk),
    '/': () => document.getElementById(places.search)?.focus(),
    '?': onList,
    ...Object.fromEntries(
      tracks.map((_, index) => [`${index + 1}`, () => chooseTrack(desk, index)]),
    ),
  };
}

function leave(desk: Desk, target: Element): void {
  if (target.id === places.search && desk.current !== undefined) {
    focusWhenDrawn(rowId(desk.current));
  } else if (isTyping(target)) {
    focusWhenDrawn(places.item);
  } else if (desk.checked.size > 0) {
    desk.check([...desk.checked], false);
  } else {
    desk.setPage('list');
    if (desk.current !== undefined) focusWhenDrawn(rowId(desk.current));
  }
}

function withControl(key: string): Act | undefined {
  const form = document.getElementById(places.form);
  if (key !== 'Enter' || !(form instanceof HTMLFormElement)) return undefined;
  return () => form.requestSubmit();
}

function singleKey(key: string, target: Element, desk: Desk, onList: Act): Act | undefined {
  if (isTyping(target) || !target.closest('[data-keys]')) return undefined;
  const keys = singleKeys(desk, onList);
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}

function actOf(event: KeyboardEvent, desk: Desk, onList: Act): Act | undefined {
  const { target, key } = event;
  if (!(target instanceof Element) || event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) return withControl(key);
  if (key !== 'Escape') return singleKey(key.toLowerCase(), target, desk, onList);
  return target.closest('[role="dialog"]') ? undefined : () => leave(desk, target);
}

/** The keyboard of the desk. `onList` shows the list of keys. */
export function useKeys(desk: Desk, onList: Act): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    const act = actOf(event, desk, onList);
    if (!act) return;
    event.preventDefault();
    act();
  };
}
