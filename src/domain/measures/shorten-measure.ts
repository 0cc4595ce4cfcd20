import { theSystem } from '../person.js';
import { lastSeq } from '../trail-entry.js';
import type { Drive } from './drive.js';
import { type EarlierMeasure, firstPublishedAt, type Measure, makerOf } from './measure.js';
import { replayMeasure } from './replay-measure.js';

/**
 * What a drive that has ended still decides: what waits because of it, and who asked for it. What was done with which
 * proposals stands in the archive.
 */
function rememberedDrive(drive: Drive): Drive {
  return drive.end ? { ...drive, numbers: [], end: { ...drive.end, exceptions: [] } } : drive;
}

/** What a measure without later entries is to those that follow; of its versions only the last one. */
function earlierOf(measure: Measure): EarlierMeasure {
  const { trail, earlier: _, ...state } = measure;
  const publishedAt = firstPublishedAt(measure);
  return {
    through: lastSeq(trail),
    madeBy: makerOf(measure) ?? theSystem,
    ...(publishedAt !== undefined && { firstPublishedAt: publishedAt }),
    state: {
      ...state,
      versions: state.versions.slice(-1),
      drives: state.drives.map(rememberedDrive),
    },
  };
}

/** A measure whose oldest entries lie in the archive: what they came to stands in their place. */
export function withoutOldest(measure: Measure, count: number): Measure {
  const { trail, earlier } = measure;
  const leaving = replayMeasure(trail.slice(0, count), earlier);
  return replayMeasure(trail.slice(count), earlierOf(leaving));
}
