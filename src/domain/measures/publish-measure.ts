import type { Act } from '../act.js';
import type { Audience, AudienceChannel } from '../audience.js';
import { channelsOfDepartment } from '../audience-of.js';
import type { FieldFault } from '../field-fault.js';
import { readDay } from '../form-fields.js';
import { civilDateOf, type Instant } from '../instant.js';
import { theSystem } from '../person.js';
import type { PublicationDue } from '../proposal.js';
import { isReleasable, undoWindowMs } from '../publication.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { sameValue } from '../same-value.js';
import { openDrive } from './drive.js';
import { numbersToAsk } from './drive-targets.js';
import { type Measure, publishedVersion } from './measure.js';
import type { MeasureCommand, MeasureContext, MeasureForm } from './measure-context.js';
import type { Realise } from './measure-events.js';
import { refuseUnlessPublishing } from './measure-permissions.js';
import { measureStateOf } from './measure-state.js';
import { recordMeasure } from './replay-measure.js';
import { restingOn } from './withdraw-measure.js';

/** Whether the working state says something that the last published version does not. */
export function isMeasureUnpublished(measure: Measure): boolean {
  const state = publishedVersion(measure)?.state;
  if (!state) return measure.withdrawn === undefined;
  return !sameValue(measureStateOf(measure), state);
}

function refuseToSchedule(measure: Measure): Refusal | undefined {
  const { publicationDue } = measure;
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  return isMeasureUnpublished(measure) ? undefined : { code: 'nothing-to-publish' };
}

/** Why a measure cannot be published now as it stands, or not by this person. */
export function refuseMeasurePublication(
  measure: Measure,
  act: Act,
  context: Pick<MeasureContext, 'campaigns'>,
): Refusal | undefined {
  return refuseUnlessPublishing(measure, act, context) ?? refuseToSchedule(measure);
}

/** Reads whether the proposals are to be proposed as realised as well: the day on which they were, or nothing. */
function readRealise(
  measure: Measure,
  form: MeasureForm,
  act: Act,
  faults: FieldFault[],
): Realise | undefined {
  if (!form.realisedOn?.trim() || measure.withdrawn) return undefined;
  const realisedOn = readDay(form, 'realisedOn', { most: civilDateOf(act.at) }, faults);
  return { realisedOn, by: act.by, roles: act.roles ?? [] };
}

/** A release set with its instant. */
export type MeasureRelease = Required<Pick<PublicationDue, 'release'>> & {
  readonly publishAt: Instant;
};

/** Asks for publication: due ten seconds ahead, or at the instant of its release set. */
export function scheduleMeasure(
  measure: Measure,
  form: MeasureForm,
  act: Act,
  context: MeasureContext,
  set?: MeasureRelease,
): Result<Measure> {
  const refusal = refuseMeasurePublication(measure, act, context);
  if (refusal) return refused(refusal);
  const faults: FieldFault[] = [];
  const realise = readRealise(measure, form, act, faults);
  if (realise && openDrive(measure)) return refused({ code: 'drive-open' });
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  const due = Math.max(act.at + undoWindowMs, set?.publishAt ?? 0);
  return allowed(
    recordMeasure(measure, act, {
      kind: 'publication-scheduled',
      due,
      ...(realise && { realise }),
      ...(set && { release: set.release }),
    }),
  );
}

/** 公表する. */
export const publishMeasure: MeasureCommand = (measure, form, act, context) =>
  scheduleMeasure(measure, form, act, context);

/** 取り消す: of undo and release exactly one wins, because both are conditional writes on the item. */
export const undoMeasurePublication: MeasureCommand = (measure, _form, act, context) => {
  const isSystem = act.by.id === theSystem.id;
  const refusal = isSystem ? undefined : refuseUnlessPublishing(measure, act, context);
  if (refusal) return refused(refusal);
  if (!measure.publicationDue) return refused({ code: 'no-publication-to-undo' });
  return allowed(recordMeasure(measure, act, { kind: 'publication-undone' }));
};

/** Whom a publication tells: the channels of all staff and of the owning department. */
export function measureAudience(
  { content }: Pick<Measure, 'content'>,
  { channelMap }: Pick<MeasureContext, 'channelMap'>,
  asOf: Instant,
): Audience {
  const staff = channelMap
    .filter(({ purpose }) => purpose === 'staff-updates')
    .map(({ channelId }): AudienceChannel => ({ channelId, as: 'staff' }));
  const owner = channelsOfDepartment(channelMap, content.owner.departmentId)
    .filter((channelId) => staff.every((each) => each.channelId !== channelId))
    .map((channelId): AudienceChannel => ({ channelId, as: 'owner' }));
  return { people: [], channels: [...staff, ...owner], asOf };
}

/**
 * What publishing asks of the proposals besides, in the name of who asked for both. A drive that was begun meanwhile is
 * carried out before it.
 */
function withRealisation(
  measure: Measure,
  act: Act,
  realise: Realise | undefined,
  context: MeasureContext,
): Measure {
  const numbers = realise ? numbersToAsk(measure.id, context) : [];
  if (!realise || numbers.length === 0) return measure;
  const order = { step: 'ask', ...realise, numbers } as const;
  return recordMeasure(measure, act, { kind: 'drive-begun', order });
}

/**
 * Carries a due publication out: the version, its frozen audience and what it drives, in one value, written at once.
 * A withdrawal on which a proposal has come to rest meanwhile is not carried out; its publication is taken back.
 */
export function releaseMeasure(
  measure: Measure,
  act: Act,
  context: MeasureContext,
): Result<Measure> {
  const { publicationDue, correction } = measure;
  if (act.by.id !== theSystem.id) return refused({ code: 'not-permitted' });
  if (!publicationDue || !isReleasable(measure, act.at, context)) {
    return refused({ code: 'nothing-to-publish' });
  }
  if (measure.withdrawn && restingOn(measure.id, context).length > 0) {
    return allowed(recordMeasure(measure, act, { kind: 'publication-undone' }));
  }
  const { release, realise } = publicationDue;
  const audience = measureAudience(measure, context, act.at);
  const published = recordMeasure(measure, act, {
    kind: 'published',
    state: measureStateOf(measure),
    ...(correction && { correction }),
    // A set tells the channels of all its items in one post each.
    audience: release ? { people: [], channels: [], asOf: act.at } : audience,
    notify: true,
    ...(release && { release }),
  });
  return allowed(withRealisation(published, act, realise, context));
}
