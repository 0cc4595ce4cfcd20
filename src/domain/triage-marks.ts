import type { StartCondition } from './decision.js';

/** How much something costs, in people or in things 人的コスト・物的コスト. */
export const costLevels = ['small', 'medium', 'large', 'unknown'] as const;

/** One of the levels. */
export type CostLevel = (typeof costLevels)[number];

/** Whether an idea can be rolled out to the whole office 水平展開. */
export const rollouts = ['possible', 'hard'] as const;

/** One of them. */
export type Rollout = (typeof rollouts)[number];

/** What the secretariat notes before it chooses a track (domain 3). */
export interface TriageMarks {
  readonly humanCost: CostLevel;
  readonly physicalCost: CostLevel;
  readonly rollout: Rollout;
  /** Required where the roll-out is hard. */
  readonly rolloutReason?: string;
  /** What must come first 事前調整・ルールづくり; empty where nothing has to, absent where that is not known yet. */
  readonly startConditions?: readonly StartCondition[];
}

/** The classification as corrected by the secretariat (T15); the proposer's own stays in the content. */
export interface Classification {
  readonly categoryId: string;
  readonly isDigital: boolean;
  readonly costNeeded: boolean;
}
