import type { Track } from './decision.js';
import type { CostLevel, Rollout } from './triage-marks.js';

/** What the policy looked at. */
export interface SuggestionInputs {
  readonly humanCost: CostLevel;
  readonly physicalCost: CostLevel;
  readonly rollout: Rollout;
  /** Share of all proposals that its issue group holds, in percent, one decimal; 0 outside of any group. */
  readonly groupShare: number;
}

/** A suggested track with its inputs; a person confirms or decides otherwise, and both are kept (domain 3). */
export interface Suggestion {
  readonly track: Track;
  readonly inputs: SuggestionInputs;
}
