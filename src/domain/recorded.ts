import type { Act } from './act.js';
import { theSystem } from './person.js';
import { sameValue } from './same-value.js';
import { type Entry, entryAfter } from './trail-entry.js';

/** Values of a kept row by name, after an event; null where a value was taken away. */
export type AfterValues = Readonly<Record<string, unknown>>;

/**
 * What happens to a row of a master or to a campaign. `found`: somebody wrote into the list by hand since the last
 * entry. `token` names the difference of an import, by which an interrupted one is taken up again.
 */
export type RecordedEvent =
  | { readonly kind: 'found'; readonly after: AfterValues }
  | { readonly kind: 'entered'; readonly after: AfterValues; readonly token?: string }
  | {
      readonly kind: 'changed';
      readonly after: AfterValues;
      readonly reason?: string;
      readonly token?: string;
    };

/** One line of the trail of a row. */
export type RecordedEntry = Entry<RecordedEvent>;

/** A row that keeps its own append-only trail. Rows typed into SharePoint by hand begin without one. */
export interface Recorded {
  readonly trail?: readonly RecordedEntry[];
}

/** Why and by which import a row is changed. */
export interface ChangeNote {
  readonly reason?: string;
  readonly token?: string;
}

/** The values of a row without its trail. */
export function valuesOf(row: Recorded): AfterValues {
  const entries: [string, unknown][] = Object.entries(row);
  return Object.fromEntries(
    entries.filter(([name, value]) => name !== 'trail' && value !== undefined),
  );
}

/** The values a trail leads to, from nothing. */
export function replayValues(trail: readonly RecordedEntry[]): AfterValues {
  const all: AfterValues = Object.assign({}, ...trail.map(({ after }) => after));
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

/** What changed between two states: the values afterwards, null for what is gone. */
export function changedValues(before: AfterValues, after: AfterValues): AfterValues {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !sameValue(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

const isEmpty = (values: AfterValues): boolean => Object.keys(values).length === 0;

/** The trail of a row, brought up to what the list holds: what was written by hand becomes an entry of its own. */
export function caughtUpTrail(row: Recorded, act: Act): readonly RecordedEntry[] {
  const { trail = [] } = row;
  const after = changedValues(replayValues(trail), valuesOf(row));
  if (isEmpty(after)) return trail;
  const found = { kind: 'found', after } as const;
  return [...trail, entryAfter(trail, { by: theSystem, at: act.at }, found)];
}

/**
 * The row as it is to be written, with what changed recorded; undefined where nothing changes. Without a present row
 * it is entered.
 */
export function recordRow<T extends Recorded>(
  present: T | undefined,
  next: T,
  act: Act,
  { reason, token }: ChangeNote = {},
): T | undefined {
  const after = changedValues(present ? valuesOf(present) : {}, valuesOf(next));
  if (isEmpty(after)) return undefined;
  const trail = present ? caughtUpTrail(present, act) : [];
  const note = {
    ...(reason !== undefined && { reason }),
    ...(token !== undefined && { token }),
  };
  const event: RecordedEvent = present
    ? { kind: 'changed', after, ...note }
    : { kind: 'entered', after, ...note };
  return { ...next, trail: [...trail, entryAfter(trail, act, event)] };
}

/** The values a row had before an import wrote it; undefined where that import did not write it. */
export function valuesBeforeImport(
  row: Recorded,
  token: string,
): { readonly before: AfterValues; readonly after: AfterValues } | undefined {
  const { trail = [] } = row;
  const index = trail.findIndex((entry) => entry.kind !== 'found' && entry.token === token);
  if (index < 0) return undefined;
  return {
    before: replayValues(trail.slice(0, index)),
    after: replayValues(trail.slice(0, index + 1)),
  };
}
