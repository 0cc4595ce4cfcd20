import { z } from 'zod';
import { driveExceptionCodes, driveSteps } from '../domain/measures/drive.js';
import { effectSteps } from '../domain/measures/effect-answer.js';
import {
  materialKinds,
  measureKinds,
  measureRollouts,
} from '../domain/measures/measure-content.js';
import { coverages } from '../domain/proposal-state.js';
import { statuses } from '../domain/status.js';
import { actForm } from './act-requests.js';

const instant = z.number().int();
const count = z.number().int();

/** What a measure says. `start` is written as the form takes it: a day, a month, two months, or `as-appropriate`. */
export const measureContentShape = z.object({
  kind: z.enum(measureKinds),
  title: z.string(),
  /** Absent for a rule that says everything in its title. */
  content: z.string().optional(),
  categoryId: z.string(),
  ownerDepartmentId: z.string(),
  ownerSectionId: z.string().optional(),
  start: z.string().optional(),
  rollout: z.enum(measureRollouts),
  materials: z.array(
    z.object({ kind: z.enum(materialKinds), title: z.string(), link: z.string() }),
  ),
  wave: count.optional(),
  relistings: z.array(z.object({ categoryId: z.string(), title: z.string().optional() })),
  campaignId: z.string().optional(),
});

/** A proposal behind a measure, as far as the caller may see it. */
const behindShape = z.object({
  number: z.string(),
  title: z.string(),
  status: z.enum(statuses),
  coverage: z.enum(coverages),
  remaining: z.string().optional(),
});

const effectTotalsShape = z.object({
  answers: count,
  hours: z.number(),
  yen: z.number(),
  /** How many chose each step, 1 first. */
  steps: z.array(count),
  satisfaction: z.number().optional(),
  satisfied: count,
});

/** `few`: none, or too few to be shown. */
const shownEffectShape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('few') }),
  z.object({ state: z.literal('shown'), totals: effectTotalsShape }),
]);

const adoptionShape = z.object({
  adopted: count,
  notAdopted: count,
  unanswered: count,
  departments: count,
  /** The departments that follow the rule. */
  departmentIds: z.array(z.string()),
});

/** A published measure as all staff may read it. */
export const shownMeasureShape = measureContentShape.extend({
  id: z.string(),
  version: count,
  publishedAt: instant,
  /** 訂正: the version in force corrects the one before it. */
  correction: z.string().optional(),
  proposals: z.array(behindShape),
  /** 一部実現: it covers only a part of one of them. */
  isPartial: z.boolean(),
  effect: shownEffectShape,
  /** For a rule. */
  adoption: adoptionShape.optional(),
});

/** One row of a table of measures; a row of 再掲 shows a measure once more. */
export const measureRowShape = z.object({
  measureId: z.string(),
  categoryId: z.string(),
  title: z.string(),
  content: z.string().optional(),
  isRelisted: z.boolean(),
});

/** GET /api/measures and GET /api/casebook. */
export const measuresAnswer = z.object({
  measures: z.array(shownMeasureShape),
  rows: z.array(measureRowShape),
  /** Each measure once, however often it is listed. */
  count,
});

const versionShape = measureContentShape.extend({
  version: count,
  at: instant,
  correction: z.string().optional(),
  /** A later version corrects this one. */
  isCorrected: z.boolean(),
  withdrawn: z.string().optional(),
});

const ownAnswerShape = z.object({
  felt: z.union(effectSteps.map((step) => z.literal(step))),
  hours: z.number().optional(),
  yen: z.number().optional(),
  text: z.string().optional(),
  answeredAt: instant,
});

/** GET /api/measures/:id for whoever does not work on it. A withdrawn one stays readable, with `shown` absent. */
export const measureItemAnswer = z.object({
  id: z.string(),
  shown: shownMeasureShape.optional(),
  /** Oldest first. */
  versions: z.array(versionShape),
  ownAnswer: ownAnswerShape.optional(),
});

/** What a department answered about a rule, for those who work on it. */
const givenAdoptionShape = z.object({
  departmentId: z.string(),
  adopted: z.boolean(),
  note: z.string().optional(),
  byName: z.string(),
  at: instant,
});

const driveShape = z.object({
  seq: count,
  step: z.enum(driveSteps),
  byName: z.string(),
  at: instant,
  total: count,
  done: count,
  isEnded: z.boolean(),
  exceptions: z.array(
    z.object({ number: z.string(), code: z.enum(driveExceptionCodes), message: z.string() }),
  ),
});

/** A measure as those see it who work on it: the working state, and what everyone reads beside it. */
export const deskMeasureShape = measureItemAnswer.extend({
  working: measureContentShape,
  standing: z.enum(['draft', 'published', 'withdrawn']),
  isUnpublished: z.boolean(),
  publicationDue: instant.optional(),
  correction: z.string().optional(),
  withdrawn: z.string().optional(),
  seq: count,
  /** The proposals that name it in the working state, and where they stand there. */
  linked: z.array(behindShape),
  drives: z.array(driveShape),
  adoptions: z.array(givenAdoptionShape),
  effectTotals: effectTotalsShape,
  /** Remarks without who made them. */
  remarks: z.array(z.string()),
  trail: z.array(z.object({ seq: count, kind: z.string(), at: instant, byName: z.string() })),
});

/** GET /api/measure-desk: the measures and rules the caller works on. */
export const measureDeskAnswer = z.object({ measures: z.array(deskMeasureShape) });

/** POST /api/measures. `id` is issued with the form: one form, one measure. */
export const makeMeasureRequest = z.strictObject({ id: z.uuid(), form: actForm });

/** POST /api/measures/:id/effect. */
export const effectRequest = z.strictObject({ form: actForm });

/** The answer to it. */
export const effectAnswered = z.object({ ownAnswer: ownAnswerShape });

/** POST /api/casebook/adoptions: a department answers for several rules at once 進捗照会. */
export const adoptionsRequest = z.strictObject({
  department: z.string().max(100),
  answers: z
    .array(
      z.strictObject({
        id: z.string().max(100),
        adopted: z.enum(['yes', 'no']),
        note: z.string().max(20_000).optional(),
        /** When the answer was given that was seen, if there was one: what was answered since is not overwritten. */
        seenAt: instant.optional(),
      }),
    )
    .min(1)
    .max(60),
});

/** The result for each of them. */
export const adoptionsAnswer = z.object({
  results: z.array(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('answered'), id: z.string() }),
      z.object({
        kind: z.literal('refused'),
        id: z.string(),
        refusal: z.object({ code: z.string(), message: z.string() }),
        /** The answer that stands, where somebody else was first. */
        present: givenAdoptionShape.optional(),
      }),
    ]),
  ),
});

export type MeasureContentAnswer = z.infer<typeof measureContentShape>;
export type ShownMeasure = z.infer<typeof shownMeasureShape>;
export type MeasuresAnswer = z.infer<typeof measuresAnswer>;
export type MeasureItem = z.infer<typeof measureItemAnswer>;
export type DeskMeasure = z.infer<typeof deskMeasureShape>;
export type MeasureDeskAnswer = z.infer<typeof measureDeskAnswer>;
export type BehindAnswer = z.infer<typeof behindShape>;
export type GivenAdoption = z.infer<typeof givenAdoptionShape>;
export type AdoptionsRequest = z.infer<typeof adoptionsRequest>;
export type AdoptionsAnswer = z.infer<typeof adoptionsAnswer>;
