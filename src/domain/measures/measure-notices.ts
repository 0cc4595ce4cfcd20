import { channelNotices, type NoticeIntent } from '../notice.js';
import type { MeasureEntry } from './measure-events.js';

/**
 * The notices of one entry of a measure: what its publication tells the channels frozen in it, a function of the
 * stored entry alone. Those who proposed are told by their own proposals, which the measure drives; the channels of a
 * measure in a release set by the post of the set.
 */
export function noticesOfMeasure(measureId: string, entry: MeasureEntry): readonly NoticeIntent[] {
  if (entry.kind !== 'published' || !entry.notify) return [];
  return channelNotices(measureId, entry, entry.audience);
}
