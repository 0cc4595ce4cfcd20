import { z } from 'zod';
import { startConditions, tracks } from '../domain/decision.js';
import { statuses } from '../domain/status.js';
import { policyInputs } from '../domain/suggestion.js';
import { costLevels, rollouts } from '../domain/triage-marks.js';

const longestText = 4_000;

/** POST /api/hints: a text being written, as far as it is written. */
export const hintsRequest = z.strictObject({
  title: z.string().max(longestText),
  currentProblem: z.string().max(longestText).optional(),
  proposedContent: z.string().max(longestText).optional(),
});

/** Words by which two texts meet: as the one writes it, and as the other does. */
const shared = z.object({ here: z.string(), there: z.string() });

const why = {
  /** Weightiest first. */
  words: z.array(shared),
  /** Things that the one wants and the other wants gone. */
  opposed: z.array(z.string()),
};

/** What there is already, most alike first, as the caller may see it. */
export const hintsAnswer = z.object({
  hints: z.array(
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('proposal'),
        number: z.string(),
        title: z.string(),
        status: z.enum(statuses),
        mine: z.boolean(),
        campaignTitle: z.string(),
        ...why,
      }),
      /** すでに実現しています: a published measure or rule. */
      z.object({ kind: z.literal('measure'), id: z.string(), title: z.string(), ...why }),
    ]),
  ),
  /** False right after a start, as long as texts are still being read. */
  isComplete: z.boolean(),
});

const scored = {
  /** 0 to 1. */
  score: z.number(),
  words: z.array(shared.extend({ share: z.number() })),
  opposed: z.array(z.string()),
};

/** GET /api/triage/:number/similar: what a proposal could be merged with or has been realised by. */
export const similarAnswer = z.object({
  proposals: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      status: z.enum(statuses),
      /** Number of the proposal it is merged into. */
      mergedInto: z.string().optional(),
      issueGroupId: z.string().optional(),
      ...scored,
    }),
  ),
  measures: z.array(z.object({ id: z.string(), title: z.string(), ...scored })),
  isComplete: z.boolean(),
});

const percent = z.number();

/** Costs that are not noted are unknown; a roll-out or start conditions that are not noted are absent. */
const inputs = z.object({
  humanCost: z.enum(costLevels),
  physicalCost: z.enum(costLevels),
  rollout: z.enum(rollouts).optional(),
  /** What must come first; empty where nothing has to. */
  startConditions: z.array(z.enum(startConditions)).optional(),
  groupShare: percent,
});

/** GET /api/triage/:number/suggestion: what the selection policy says, with everything it looked at. */
export const suggestionAnswer = z.object({
  /** A track, or what has to be noted before the policy can say one. */
  suggestion: z.union([
    z.object({ track: z.enum(tracks), inputs }),
    z.object({ unknown: z.array(z.enum(policyInputs)), inputs }),
  ]),
  /** The same as a sentence. */
  says: z.string(),
  /** The issue group, as heavy as it is now. */
  group: z
    .object({
      id: z.string(),
      label: z.string(),
      proposals: z.number().int(),
      supporters: z.number().int(),
      sharePercent: percent,
    })
    .optional(),
  /** Share of its own campaign that the group of the proposal holds; 0 outside of any. */
  groupShare: percent,
  /** From this share on a theme counts as one of strong concern. */
  strongConcernPercent: percent,
});

export type HintsRequest = z.infer<typeof hintsRequest>;
export type HintsAnswer = z.infer<typeof hintsAnswer>;
export type SimilarAnswer = z.infer<typeof similarAnswer>;
export type SuggestionAnswer = z.infer<typeof suggestionAnswer>;
