import type { Audience } from '../audience.js';
import type { Adoption } from '../casebook/adoption.js';
import type { CivilDate, Instant } from '../instant.js';
import type { HeldRole } from '../member.js';
import type { Actor } from '../person.js';
import { sameValue } from '../same-value.js';
import type { Entry } from '../trail-entry.js';
import type { DriveException, DriveOrder } from './drive.js';
import type { Measure, MeasureState } from './measure.js';
import type { MeasureContent } from './measure-content.js';

/** That publishing a measure also proposes its proposals as realised, in the name of who asked for both. */
export interface Realise {
  readonly realisedOn: CivilDate;
  readonly by: Actor;
  readonly roles: readonly HeldRole[];
}

/** The release set 公表セット a publication belongs to. */
interface Release {
  readonly setId: string;
  readonly title: string;
}

/** Everything that can happen to a measure, with values after the event only. */
export type MeasureEvent =
  | { readonly kind: 'created'; readonly id: string; readonly content: MeasureContent }
  | { readonly kind: 'edited'; readonly content: MeasureContent }
  /** 訂正 of what is published. */
  | { readonly kind: 'corrected'; readonly content: MeasureContent; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'reinstated'; readonly reason: string }
  | {
      readonly kind: 'publication-scheduled';
      readonly due: Instant;
      readonly realise?: Realise;
      readonly release?: Release;
    }
  | { readonly kind: 'publication-undone' }
  | {
      readonly kind: 'published';
      readonly state: MeasureState;
      readonly correction?: { readonly reason: string };
      /** Frozen: whom this event tells, whatever changes later. */
      readonly audience: Audience;
      readonly notify: boolean;
      readonly release?: Release;
    }
  | { readonly kind: 'drive-begun'; readonly order: DriveOrder }
  | {
      readonly kind: 'drive-ended';
      /** Place in the trail of the drive that ended. */
      readonly drive: number;
      readonly done: number;
      readonly exceptions: readonly DriveException[];
    }
  | {
      readonly kind: 'adoption-answered';
      readonly departmentId: string;
      readonly adopted: boolean;
      readonly note?: string;
    };

/** One line of the trail of a measure. */
export type MeasureEntry = Entry<MeasureEvent>;

/** What happens to a measure once it is made. */
export type LaterMeasureEvent = Exclude<MeasureEvent, { readonly kind: 'created' }>;

type EventOf<K extends LaterMeasureEvent['kind']> = Extract<
  LaterMeasureEvent,
  { readonly kind: K }
>;

/** One function per kind of event: the measure before and the entry make the measure after. */
export type MeasureAppliers = {
  readonly [K in LaterMeasureEvent['kind']]: (
    measure: Measure,
    entry: Entry<EventOf<K>>,
  ) => Measure;
};

/** What is edited back to what is published corrects nothing any more. */
function edited(measure: Measure, { content }: Entry<EventOf<'edited'>>): Measure {
  const { correction, ...rest } = measure;
  const isAsPublished = sameValue(content, measure.versions.at(-1)?.state.content);
  return { ...rest, content, ...(correction && !isAsPublished && { correction }) };
}

function undue({ publicationDue: _, ...rest }: Measure): Measure {
  return rest;
}

function published(measure: Measure, entry: Entry<EventOf<'published'>>): Measure {
  const { correction: _, ...rest } = undue(measure);
  const { state, seq, occurredAt: at, correction } = entry;
  const version = rest.versions.length + 1;
  const added = { version, state, seq, at, ...(correction && { correction }) };
  return { ...rest, versions: [...rest.versions, added] };
}

function driveEnded(measure: Measure, entry: Entry<EventOf<'drive-ended'>>): Measure {
  const { drive, done, exceptions, occurredAt: at } = entry;
  const drives = measure.drives.map((each) =>
    each.seq === drive ? { ...each, end: { done, exceptions, at } } : each,
  );
  return { ...measure, drives };
}

function adoptionAnswered(measure: Measure, entry: Entry<EventOf<'adoption-answered'>>): Measure {
  const { departmentId, adopted, note, by, occurredAt: at } = entry;
  const answer: Adoption = {
    departmentId,
    adopted,
    by,
    at,
    ...(note !== undefined && { note }),
  };
  const others = measure.adoptions.filter((each) => each.departmentId !== departmentId);
  return { ...measure, adoptions: [...others, answer] };
}

/** What each event makes of a measure. */
export const measureAppliers: MeasureAppliers = {
  edited,
  corrected: (measure, { content, reason }) => ({ ...measure, content, correction: { reason } }),
  withdrawn: (measure, { reason }) => ({ ...measure, withdrawn: { reason } }),
  reinstated: ({ withdrawn: _, ...rest }) => rest,
  'publication-scheduled': (measure, { seq, due, realise, release }) => ({
    ...measure,
    publicationDue: { due, seq, ...(realise && { realise }), ...(release && { release }) },
  }),
  'publication-undone': undue,
  published,
  'drive-begun': (measure, { seq, occurredAt, order }) => ({
    ...measure,
    drives: [...measure.drives, { ...order, seq, at: occurredAt }],
  }),
  'drive-ended': driveEnded,
  'adoption-answered': adoptionAnswered,
};
