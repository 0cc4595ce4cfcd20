import type { AudiencePart } from './audience.js';
import type { Capacity } from './capacity.js';
import type { FieldName } from './field-fault.js';
import type { Refusal } from './refusal.js';
import { type Status, statuses } from './status.js';

/** Everything that can be done with a proposal that moves it, by the names of the specification (1.6, domain 2). */
export const transitionIds = [
  'T1',
  'T2',
  'T3',
  'T3b',
  'T4',
  'T5',
  'T6',
  'T6b',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'T13',
  'T14',
  'T15',
  'T16',
  'T17',
] as const;

/** One of them. */
export type TransitionId = (typeof transitionIds)[number];

/** One row of the table. */
export interface Transition {
  readonly from: readonly Status[];
  /** `same`: the status stays. */
  readonly to: readonly Status[] | 'same';
  /** Who may do it; where two people are needed, who may ask for it. */
  readonly by: readonly Capacity[];
  /** Who may confirm it, as another person than the one who asked. */
  readonly confirmedBy?: readonly Capacity[];
  /** What must be supplied, or it is refused. */
  readonly requires: readonly FieldName[];
  /** Whom it tells at once. */
  readonly atOnce: readonly AudiencePart[];
  /** Whom it tells when it is published. Nobody at all: it is never told. */
  readonly onPublication: readonly AudiencePart[];
  /** Until when it can be taken back without a correction. */
  readonly undo: 'until-published' | 'none';
}

const everyone: readonly AudiencePart[] = [
  'proposer',
  'co-proposer',
  'supporter',
  'staff',
  'owner',
];
const contributors: readonly AudiencePart[] = ['proposer', 'co-proposer'];
const atOnce = { onPublication: [], undo: 'none' } as const;
const published = { atOnce: [], onPublication: everyone, undo: 'until-published' } as const;

/** The lifecycle as a table. What is not here is refused. */
export const transitions: Readonly<Record<TransitionId, Transition>> = {
  T1: {
    from: [],
    to: ['received'],
    by: ['proposer', 'secretariat'],
    requires: ['title', 'currentProblem', 'proposedContent', 'category', 'isDigital', 'costNeeded'],
    ...atOnce,
    atOnce: [...contributors, 'secretariat'],
  },
  T2: {
    from: ['received', 'reviewing'],
    to: ['clarifying'],
    by: ['secretariat'],
    requires: ['question'],
    ...atOnce,
    atOnce: contributors,
  },
  T3: {
    from: ['clarifying'],
    to: ['received', 'reviewing'],
    by: ['proposer'],
    requires: ['answer'],
    ...atOnce,
    atOnce: ['secretariat'],
  },
  T3b: {
    from: ['clarifying'],
    to: ['reviewing'],
    by: ['secretariat'],
    requires: ['note'],
    ...atOnce,
    atOnce: contributors,
  },
  T4: {
    from: ['received'],
    to: ['reviewing'],
    by: ['secretariat'],
    requires: [],
    ...atOnce,
    atOnce: contributors,
  },
  T5: {
    from: ['reviewing'],
    to: ['decided'],
    by: ['secretariat'],
    requires: ['track', 'ownerDepartment', 'reason'],
    ...published,
  },
  T6: {
    from: ['decided', 'started', 'partially-realised'],
    to: 'same',
    by: ['secretariat'],
    requires: ['track', 'ownerDepartment', 'reason'],
    ...published,
  },
  T6b: {
    from: ['decided'],
    to: ['reviewing'],
    by: ['head'],
    requires: ['reason'],
    ...published,
    atOnce: ['secretariat'],
  },
  T7: {
    from: ['decided'],
    to: ['started'],
    by: ['owner', 'head', 'secretariat'],
    requires: ['startedOn', 'firstAction'],
    ...published,
  },
  T8: {
    from: ['started'],
    to: ['partially-realised'],
    by: ['owner', 'head', 'secretariat'],
    requires: [],
    ...published,
  },
  T9: {
    from: ['decided', 'started', 'partially-realised'],
    to: ['realised'],
    by: ['owner', 'head', 'secretariat'],
    confirmedBy: ['head', 'secretariat'],
    requires: ['realisedOn'],
    ...published,
  },
  T10: {
    from: ['reviewing', 'decided', 'started'],
    to: ['difficult'],
    by: ['owner', 'head', 'secretariat'],
    confirmedBy: ['head', 'secretariat'],
    requires: ['reason', 'reexamineFiscalYear'],
    ...published,
  },
  T11: {
    from: ['difficult'],
    to: ['reviewing'],
    by: ['secretariat'],
    requires: ['reason'],
    ...published,
  },
  T12: {
    from: ['reviewing'],
    to: ['out-of-scope'],
    by: ['secretariat'],
    confirmedBy: ['secretariat'],
    requires: ['exclusionReason', 'reason'],
    ...published,
  },
  T13: {
    from: ['received', 'clarifying'],
    to: ['withdrawn'],
    by: ['proposer'],
    requires: [],
    ...atOnce,
    atOnce: ['co-proposer', 'secretariat'],
  },
  T14: {
    from: ['realised', 'partially-realised'],
    to: ['started'],
    by: ['secretariat'],
    requires: ['reason'],
    ...published,
  },
  T15: {
    from: statuses,
    to: 'same',
    by: ['secretariat'],
    requires: ['category', 'isDigital', 'costNeeded', 'reason'],
    ...atOnce,
    atOnce: [],
  },
  T16: {
    from: ['out-of-scope'],
    to: ['reviewing'],
    by: ['secretariat', 'proposer'],
    requires: ['reason'],
    ...published,
    atOnce: ['secretariat'],
  },
  T17: {
    from: ['decided'],
    to: 'same',
    by: ['owner', 'head'],
    requires: ['replyAnswer', 'replyBy', 'replyText'],
    ...published,
    atOnce: ['secretariat'],
  },
};

/** The statuses that can follow a status, each once, in the order of the life of a proposal. */
export function nextStatuses(from: Status): readonly Status[] {
  const possible = transitionIds
    .map((id) => transitions[id])
    .filter((transition) => transition.from.includes(from))
    .flatMap(({ to }) => (to === 'same' ? [] : to));
  return statuses.filter((status) => possible.includes(status));
}

/** The reason why a transition is not possible from a status; undefined where it is. */
export function refuseTransition(present: Status, id: TransitionId): Refusal | undefined {
  return transitions[id].from.includes(present)
    ? undefined
    : { code: 'transition-not-allowed', present, allowed: nextStatuses(present) };
}
