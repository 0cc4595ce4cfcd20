import type { StartCondition, Track } from './decision.js';
import type { CostLevel, Rollout } from './triage-marks.js';

/** What the policy asks of the secretariat's notes. The share of the issue group is always known. */
export const policyInputs = ['rollout', 'startConditions', 'humanCost', 'physicalCost'] as const;

/** One of them. */
export type PolicyInput = (typeof policyInputs)[number];

/** What the policy looked at. */
export interface SuggestionInputs {
  readonly humanCost: CostLevel;
  readonly physicalCost: CostLevel;
  /** Absent where it is not noted. */
  readonly rollout?: Rollout;
  /** What must come first 事前調整・ルールづくり; empty where nothing has to, absent where it is not noted. */
  readonly startConditions?: readonly StartCondition[];
  /** Share of all proposals that its issue group holds, in percent, one decimal; 0 outside of any group. */
  readonly groupShare: number;
}

/**
 * What the policy says, with its inputs: a track, or nothing, because what is not known could make it another one. A
 * person confirms or decides otherwise, and both are kept (domain 3).
 */
export type Suggestion =
  | { readonly track: Track; readonly inputs: SuggestionInputs }
  | { readonly unknown: readonly PolicyInput[]; readonly inputs: SuggestionInputs };
