import { sameValue } from '../same-value.js';
import type { Entry } from '../trail-entry.js';
import { type Measure, publishedVersion } from './measure.js';
import type { LaterMeasureEvent } from './measure-events.js';

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
  const version = (publishedVersion(rest)?.version ?? 0) + 1;
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
};
