import { channelNotices, type NoticeIntent } from '../notice.js';
import type { ReleaseEntry } from './release-events.js';

/**
 * The notices of one entry of a release set: one post per channel for the set as a whole, a function of the stored
 * entry alone. People are told by the items of the set.
 */
export function noticesOfRelease(setId: string, entry: ReleaseEntry): readonly NoticeIntent[] {
  if (entry.kind !== 'released') return [];
  return channelNotices(setId, entry, entry.audience, entry.despiteQuietTime);
}
