import type { FiscalYear } from './fiscal-year.js';
import type { CivilDate, CivilMonth, Instant } from './instant.js';
import type { Status } from './status.js';

/** The four steps every proposal goes through: 提案 → 判断 → 取組 → 効果. */
export const traceSteps = ['proposed', 'decided', 'measure', 'effect'] as const;

/** How far one step is; a proposal that has ended before a step never comes to it. */
export type StepState = 'done' | 'current' | 'ahead' | 'never';

/** The statuses in which a proposal ends without the steps that would follow. */
const endings = ['difficult', 'out-of-scope', 'withdrawn'] as const satisfies readonly Status[];

/** One of those statuses. */
export type Ending = (typeof endings)[number];

/** The part of a decision that names a time. */
export type Promising =
  | { readonly track: 'realise-this-fy'; readonly targetMonth: CivilMonth }
  | { readonly track: 'start-this-fy'; readonly startMonth: CivilMonth }
  | { readonly track: 'later'; readonly targetFiscalYear: FiscalYear }
  | { readonly track: 'delegated'; readonly replyDue: CivilDate };

/** What a published decision promises, and for when. */
export type Promised =
  | { readonly track: 'realise-this-fy' | 'start-this-fy'; readonly month: CivilMonth }
  | { readonly track: 'later'; readonly fiscalYear: FiscalYear }
  | { readonly track: 'delegated'; readonly replyDue: CivilDate };

/** What stands under a step: when it was reached, the present status, what is promised, why it never comes, or nothing yet. */
export type StepNote =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'promised'; readonly promised: Promised }
  | { readonly kind: 'never'; readonly because: Ending }
  | { readonly kind: 'none' };

/** One step with its state and what stands under it. */
export interface TraceStep {
  readonly step: (typeof traceSteps)[number];
  readonly state: StepState;
  readonly note: StepNote;
}

/** The part of a published state that the line is drawn from. */
export interface Traced {
  readonly status: Status;
  readonly receivedAt: Instant;
  /** When the published status became what it is. */
  readonly statusAt: Instant;
  readonly decision?: Promising | undefined;
}

const [done, current, ahead, never] = ['done', 'current', 'ahead', 'never'] as const;

const progress: Readonly<Record<Status, readonly [StepState, StepState, StepState, StepState]>> = {
  received: [done, ahead, ahead, ahead],
  clarifying: [done, current, ahead, ahead],
  reviewing: [done, current, ahead, ahead],
  decided: [done, done, ahead, ahead],
  started: [done, done, current, ahead],
  'partially-realised': [done, done, current, ahead],
  realised: [done, done, done, ahead],
  difficult: [done, done, never, never],
  'out-of-scope': [done, done, never, never],
  withdrawn: [done, never, never, never],
};

/** The step a status closes; its day is the day of the status. */
const closes: Partial<Readonly<Record<Status, TraceStep['step']>>> = {
  decided: 'decided',
  realised: 'measure',
};

/** What a decision promises its proposer. */
export function promisedBy(decision: Promising): Promised {
  switch (decision.track) {
    case 'realise-this-fy':
      return { track: decision.track, month: decision.targetMonth };
    case 'start-this-fy':
      return { track: decision.track, month: decision.startMonth };
    case 'later':
      return { track: decision.track, fiscalYear: decision.targetFiscalYear };
    case 'delegated':
      return { track: decision.track, replyDue: decision.replyDue };
  }
}

function noteOf(traced: Traced, step: TraceStep['step'], state: StepState): StepNote {
  const { status, decision } = traced;
  if (step === 'proposed') return { kind: 'at', at: traced.receivedAt };
  const ending = endings.find((each) => each === status);
  if (state === never && ending) return { kind: 'never', because: ending };
  if (state === current) return { kind: 'status', status };
  if (closes[status] === step) return { kind: 'at', at: traced.statusAt };
  if (step === 'decided' && state === done) return { kind: 'status', status };
  if (step === 'measure' && status === 'decided' && decision) {
    return { kind: 'promised', promised: promisedBy(decision) };
  }
  return { kind: 'none' };
}

/**
 * The trace line of a published state, the same wherever it is drawn. A published decision closes 判断; a day to come
 * is shown only where one is promised.
 */
export function traceOf(traced: Traced): readonly TraceStep[] {
  const states = progress[traced.status];
  return traceSteps.map((step, index) => {
    const state = states[index] ?? ahead;
    return { step, state, note: noteOf(traced, step, state) };
  });
}
