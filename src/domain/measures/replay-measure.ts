import type { Act } from '../act.js';
import { BrokenTrail } from '../replay.js';
import { type Entry, entryAfter } from '../trail-entry.js';
import type { EarlierMeasure, Measure } from './measure.js';
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

function replayOn(measure: Measure, later: readonly MeasureEntry[], through: number): Measure {
  return later.reduce((present, entry, index) => {
    const seq = through + index + 1;
    if (entry.seq !== seq) throw new BrokenTrail(`entry ${seq} is missing`);
    if (entry.kind === 'created') throw new BrokenTrail(`entry ${entry.seq} makes it again`);
    return applyMeasureEntry(present, entry);
  }, measure);
}

/**
 * Replays a trail: a whole one from nothing, one whose oldest entries are archived on what they came to. Throws
 * `BrokenTrail` where it does not begin there, or has a gap.
 */
export function replayMeasure(trail: readonly MeasureEntry[], earlier?: EarlierMeasure): Measure {
  if (earlier) return replayOn({ ...earlier.state, earlier, trail: [] }, trail, earlier.through);
  const [first, ...later] = trail;
  if (first?.kind !== 'created' || first.seq !== 1) {
    throw new BrokenTrail('a trail begins with the making of the measure');
  }
  return replayOn(measureFrom(first), later, 1);
}
