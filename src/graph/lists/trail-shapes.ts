import { z } from 'zod';
import { type Audience, channelParts, personParts } from '../../domain/audience.js';
import { progressAnswers } from '../../domain/commitments.js';
import { startConditions, tracks } from '../../domain/decision.js';
import { receiptRoutes } from '../../domain/new-proposal.js';
import { opinionVerdicts } from '../../domain/opinion.js';
import { officeKinds } from '../../domain/person.js';
import { personalDataKinds } from '../../domain/personal-data/find-personal-details.js';
import { scopeHints } from '../../domain/proposal-content.js';
import { replyAnswers } from '../../domain/proposal-state.js';
import { publicationHolds } from '../../domain/publication-hold.js';
import { awaitedKinds, reminderSteps } from '../../domain/reminder.js';
import { policyInputs } from '../../domain/suggestion.js';
import type { TrailEntry } from '../../domain/trail.js';
import { costLevels, rollouts } from '../../domain/triage-marks.js';
import {
  actorShape,
  classificationShape,
  confirmableShape,
  decisionShape,
  difficultyShape,
  exclusionShape,
  fileFields,
  linkShape,
  marksShape,
  priorityShape,
  publishableShape,
  realisationShape,
  releaseShape,
  startShape,
} from './state-shapes.js';

/** Whom an event tells. */
export const audienceShape: z.ZodType<Audience> = z.strictObject({
  people: z.array(z.strictObject({ personId: z.string(), as: z.enum(personParts) })),
  channels: z.array(z.strictObject({ channelId: z.string(), as: z.enum(channelParts) })),
  asOf: z.number(),
  frozen: z
    .strictObject({ scheduleSeq: z.number(), chunks: z.number(), people: z.number() })
    .exactOptional(),
});

const audience = audienceShape;

/** What every trail entry says. */
export const entryBase = {
  seq: z.number().int().positive(),
  occurredAt: z.number(),
  recordedAt: z.number(),
  by: actorShape,
  cause: z.string().exactOptional(),
};

const text = z.string();
const optionalText = z.string().exactOptional();
const joined = z.enum(['accepted', 'declined']);

const content = z.strictObject({
  title: text,
  currentProblem: text,
  proposedContent: text,
  expectedEffect: optionalText,
  effectHoursPerYear: z.number().exactOptional(),
  effectYenPerYear: z.number().exactOptional(),
  categoryId: text,
  themeId: optionalText,
  isDigital: z.boolean(),
  cost: z.discriminatedUnion('needed', [
    z.strictObject({ needed: z.literal(false) }),
    z.strictObject({ needed: z.literal(true), estimateYen: z.number().exactOptional() }),
  ]),
  scopeHint: z.enum(scopeHints),
  namePublication: z.boolean(),
});

const proposer = z.strictObject({
  personId: text,
  name: text,
  departmentId: text,
  sectionId: optionalText,
  gradeId: text,
  officeKind: z.enum(officeKinds),
});

const form = z.strictObject({
  id: text,
  number: text,
  campaignId: text,
  receivedAt: z.number(),
  proposer,
  content,
  receivedFor: z.strictObject({ by: actorShape, route: z.enum(receiptRoutes) }).exactOptional(),
});

/** One shape per kind; `fields` are those that the event adds to every entry. */
function entry<K extends TrailEntry['kind'], F extends z.core.$ZodLooseShape>(kind: K, fields: F) {
  return z.strictObject({ ...entryBase, kind: z.literal(kind), ...fields });
}

const inputs = z.strictObject({
  humanCost: z.enum(costLevels),
  physicalCost: z.enum(costLevels),
  rollout: z.enum(rollouts).exactOptional(),
  startConditions: z.array(z.enum(startConditions)).exactOptional(),
  groupShare: z.number(),
});

const suggestion = z.union([
  z.strictObject({ track: z.enum(tracks), inputs }),
  z.strictObject({ unknown: z.array(z.enum(policyInputs)), inputs }),
]);

const proposing = [
  entry('received', {
    form,
    audience: audience.exactOptional(),
    personalData: z.array(z.enum(personalDataKinds)).exactOptional(),
  }),
  entry('content-edited', { content, proposer }),
  entry('file-attached', { file: z.strictObject(fileFields) }),
  entry('file-removed', {}),
  entry('withdrawn', { reason: optionalText, audience }),
  entry('co-proposer-invited', { personId: text, name: text, audience }),
  entry('co-proposer-answered', { personId: text, answer: joined }),
  entry('presentation-answered', { answer: joined }),
] as const;

const reviewing = [
  entry('review-begun', { reviewer: actorShape, audience }),
  entry('question-asked', { text, dueOn: text, requestId: optionalText, audience }),
  entry('question-answered', { text, audience }),
  entry('question-dropped', { note: text, audience }),
  entry('opinion-requested', {
    departmentId: text,
    text,
    dueOn: text,
    blackedOut: z.array(text).exactOptional(),
    audience,
  }),
  entry('opinion-given', { requestId: text, verdict: z.enum(opinionVerdicts), text, audience }),
  entry('opinion-returned', {
    requestId: text,
    reason: text,
    suggestedDepartmentId: optionalText,
    audience,
  }),
  entry('handed-over', { reviewer: actorShape, reason: optionalText }),
  entry('marked', { marks: marksShape }),
  entry('reclassified', { classification: classificationShape, reason: text }),
  entry('grouped', { issueGroupId: optionalText }),
  entry('hidden-set', { hidden: z.boolean(), reason: text }),
  entry('merged', { into: text, reason: text }),
  entry('unmerged', { reason: text }),
  entry('note-added', { text }),
] as const;

const deciding = [
  entry('track-decided', { decision: decisionShape, suggestion: suggestion.exactOptional() }),
  entry('returned', { reason: text, suggestedDepartmentId: optionalText, audience }),
  entry('delegation-replied', { answer: z.enum(replyAnswers), dueOn: text, text, audience }),
  entry('progress-reported', { answer: z.enum(progressAnswers), note: optionalText }),
  entry('confirmation-asked', { confirmable: confirmableShape }),
  entry('confirmation-declined', { reason: text }),
  entry('found-difficult', { difficulty: difficultyShape }),
  entry('excluded', { exclusion: exclusionShape }),
  entry('re-examined', { reason: text }),
  entry('reopened', {
    reason: text,
    onBehalf: z.literal(true).exactOptional(),
    audience: audience.exactOptional(),
  }),
] as const;

const realising = [
  entry('started', startShape.shape),
  entry('measure-linked', { link: linkShape }),
  entry('measure-unlinked', { measureId: text, reason: text }),
  entry('partly-realised', {}),
  entry('realised', { realisation: realisationShape }),
  entry('corrected', { reason: text }),
  entry('priority-set', { priority: priorityShape.exactOptional() }),
  entry('presentation-invited', {
    meeting: text,
    heldOn: text,
    audience: audience.exactOptional(),
  }),
] as const;

const publishing = [
  entry('publication-scheduled', { due: z.number(), release: releaseShape.exactOptional() }),
  entry('publication-undone', { because: z.enum(publicationHolds).exactOptional() }),
  entry('published', {
    state: publishableShape,
    audience,
    notify: z.boolean(),
    release: releaseShape.exactOptional(),
  }),
] as const;

const reminding = [
  entry('reminded', {
    about: z.enum(awaitedKinds),
    target: text,
    step: z.enum(reminderSteps),
    dueOn: text,
    audience,
  }),
] as const;

const trailEntryShape: z.ZodType<TrailEntry> = z.discriminatedUnion('kind', [
  ...proposing,
  ...reviewing,
  ...deciding,
  ...realising,
  ...publishing,
  ...reminding,
]);

/** A trail as it stands in TrailJson, without gaps; the oldest entries of a very long one are in the archive. */
export const trailShape: z.ZodType<readonly TrailEntry[]> = z
  .array(trailEntryShape)
  .min(1)
  .refine((entries) =>
    entries.every(({ seq }, index) => index === 0 || seq === (entries[index - 1]?.seq ?? 0) + 1),
  );
