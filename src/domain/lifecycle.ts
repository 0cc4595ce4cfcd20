import type { Refusal } from './refusal.js';
import type { Status } from './status.js';

/** One way from one status to another (domain specification 1.6 as changed by design). */
export interface Transition {
  readonly id: 'T4' | 'T5' | 'T6';
  readonly from: Status;
  readonly to: Status;
  /** When people hear of it. */
  readonly told: 'at-once' | 'on-publication';
}

/** The transitions as a table. What is not here is refused. */
export const transitions: readonly Transition[] = [
  { id: 'T4', from: 'received', to: 'reviewing', told: 'at-once' },
  { id: 'T5', from: 'reviewing', to: 'decided', told: 'on-publication' },
  { id: 'T6', from: 'decided', to: 'decided', told: 'on-publication' },
];

/** The statuses that can follow a status. */
export function nextStatuses(from: Status): readonly Status[] {
  return transitions
    .filter((transition) => transition.from === from)
    .map((transition) => transition.to);
}

/** The reason why a transition is not possible from a status; undefined where it is. */
export function refuseTransition(present: Status, id: Transition['id']): Refusal | undefined {
  const possible = transitions.some(
    (transition) => transition.id === id && transition.from === present,
  );
  return possible
    ? undefined
    : { code: 'transition-not-allowed', present, allowed: nextStatuses(present) };
}
