import type { Act } from '../act.js';
import { BrokenTrail } from '../replay.js';
import { type Entry, entryAfter } from '../trail-entry.js';
import type { Measure } from './measure.js';
import { measureAppliers } from './measure-appliers.js';
import type { LaterMeasureEvent, MeasureEntry, MeasureEvent } from './measure-events.js';

type Apply = (measure: Measure, entry: Entry<LaterMeasureEvent>) => Measure;

/** The measure after one more entry. The only way in which a measure changes. */
export function applyMeasureEntry(measure: Measure, entry: Entry<LaterMeasureEvent>): Measure {
  // The table is keyed by the kind of the entry, which the compiler cannot follow through a union.
  const apply = measureAppliers[entry.kind] as Apply;
  return { ...apply(measure, entry), trail: [...measure.trail, entry] };
}

/** Records an event: appends it to the trail and applies it. */
export function recordMeasure(measure: Measure, act: Act, event: LaterMeasureEvent): Measure {
  return applyMeasureEntry(measure, entryAfter(measure.trail, act, event));
}

type CreatedEntry = Entry<Extract<MeasureEvent, { readonly kind: 'created' }>>;

/** The measure that its first entry makes. */
export function measureFrom(entry: CreatedEntry): Measure {
  const { id, content, occurredAt: createdAt } = entry;
  return { id, createdAt, content, versions: [], drives: [], trail: [entry] };
}

/** Replays a whole trail from nothing. Throws `BrokenTrail` where it does not begin with its making or has a gap. */
export function replayMeasure(trail: readonly MeasureEntry[]): Measure {
  const [first, ...later] = trail;
  if (first?.kind !== 'created' || first.seq !== 1) {
    throw new BrokenTrail('a trail begins with the making of the measure');
  }
  return later.reduce((measure, entry, index) => {
    if (entry.seq !== index + 2) throw new BrokenTrail(`entry ${index + 2} is missing`);
    if (entry.kind === 'created') throw new BrokenTrail(`entry ${entry.seq} makes it again`);
    return applyMeasureEntry(measure, entry);
  }, measureFrom(first));
}
