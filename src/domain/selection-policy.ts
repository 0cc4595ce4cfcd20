import type { Track } from './decision.js';
import type { Proposal } from './proposal.js';
import type { Suggestion, SuggestionInputs } from './suggestion.js';
import type { CostLevel } from './triage-marks.js';

const isSmall = (level: CostLevel): boolean => level === 'small';

/**
 * The policy of the source as data: what is hard to roll out goes to its owning department; themes that many care
 * about with small human and material cost are realised this year; with one larger cost they are started; all others
 * come in later years. Undefined until the secretariat has noted the costs.
 */
export function suggestTrack(
  { marks }: Pick<Proposal, 'marks'>,
  groupShare = 0,
): Suggestion | undefined {
  if (!marks) return undefined;
  const { humanCost, physicalCost, rollout } = marks;
  const inputs = { humanCost, physicalCost, rollout, groupShare };
  return { track: trackFor(inputs), inputs };
}

function trackFor({ humanCost, physicalCost, rollout, groupShare }: SuggestionInputs): Track {
  if (rollout === 'hard') return 'delegated';
  const small = Number(isSmall(humanCost)) + Number(isSmall(physicalCost));
  if (small === 2) return 'realise-this-fy';
  return small === 1 || groupShare >= strongConcernPercent ? 'start-this-fy' : 'later';
}

/** From this share of all proposals a group counts as a theme of strong concern. */
export const strongConcernPercent = 5;
