import type { Track } from './decision.js';
import type { Proposal } from './proposal.js';
import type { PolicyInput, Suggestion, SuggestionInputs } from './suggestion.js';
import type { CostLevel } from './triage-marks.js';

/** From this share of all proposals a group counts as a theme of strong concern 課題・問題意識の高いテーマ. */
export const strongConcernPercent = 5;

/** Whether a condition holds; undefined where that is not known. */
type Answer = boolean | undefined;

const isSmall = (level: CostLevel): Answer => (level === 'unknown' ? undefined : level === 'small');

interface PolicyCondition {
  /** What has to be noted for an answer; absent where it is always known. */
  readonly asks?: PolicyInput;
  readonly holds: (inputs: SuggestionInputs) => Answer;
}

const hardToRollOut: PolicyCondition = {
  asks: 'rollout',
  holds: ({ rollout }) => rollout && rollout === 'hard',
};
const strongConcern: PolicyCondition = {
  holds: ({ groupShare }) => groupShare >= strongConcernPercent,
};
const needsPreparation: PolicyCondition = {
  asks: 'startConditions',
  holds: ({ startConditions }) => startConditions && startConditions.length > 0,
};
const smallHumanCost: PolicyCondition = {
  asks: 'humanCost',
  holds: ({ humanCost }) => isSmall(humanCost),
};
const smallPhysicalCost: PolicyCondition = {
  asks: 'physicalCost',
  holds: ({ physicalCost }) => isSmall(physicalCost),
};

interface PolicySentence {
  readonly track: Track;
  readonly where: readonly PolicyCondition[];
}

/**
 * The policy of the source (domain specification 1.1, policy 3 and selection 1 and 2), read from above: the first
 * sentence of which all conditions hold says the track. What is hard to roll out goes to its owning department; of the
 * themes that many care about, what needs coordination or rules first is started this year and what costs little in
 * people and things is realised this year; all others come in later years.
 */
const selectionPolicy: readonly PolicySentence[] = [
  { track: 'delegated', where: [hardToRollOut] },
  { track: 'start-this-fy', where: [strongConcern, needsPreparation] },
  { track: 'realise-this-fy', where: [strongConcern, smallHumanCost, smallPhysicalCost] },
];

/** Selection 2: what no sentence is about. */
const allOthers: Track = 'later';

function inputsOf({ marks }: Pick<Proposal, 'marks'>, groupShare: number): SuggestionInputs {
  const { humanCost = 'unknown', physicalCost = 'unknown', rollout, startConditions } = marks ?? {};
  return {
    humanCost,
    physicalCost,
    ...(rollout && { rollout }),
    ...(startConditions && { startConditions }),
    groupShare,
  };
}

/**
 * What the policy suggests from the secretariat's notes and the weight of the issue group. Where something is unknown
 * that could make it another track, it suggests none and says what has to be noted; what makes no difference may stay
 * unknown.
 */
export function suggestTrack(proposal: Pick<Proposal, 'marks'>, groupShare = 0): Suggestion {
  const inputs = inputsOf(proposal, groupShare);
  const unknown: PolicyInput[] = [];
  for (const { track, where } of selectionPolicy) {
    if (where.some(({ holds }) => holds(inputs) === false)) continue;
    const open = where.filter(({ holds }) => holds(inputs) === undefined);
    if (open.length > 0) unknown.push(...open.flatMap(({ asks }) => asks ?? []));
    else return unknown.length > 0 ? { unknown, inputs } : { track, inputs };
  }
  return unknown.length > 0 ? { unknown, inputs } : { track: allOthers, inputs };
}
