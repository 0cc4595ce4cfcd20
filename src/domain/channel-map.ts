import type { CivilDate } from './instant.js';
import { isValidOn } from './masters.js';

/** What a channel is used for. */
export const channelPurposes = ['staff-updates', 'department', 'secretariat'] as const;

/** One of the purposes. */
export type ChannelPurpose = (typeof channelPurposes)[number];

/** One row of the channel map: which Teams channel is told what. */
export interface ChannelMapping {
  readonly id: string;
  readonly purpose: ChannelPurpose;
  /** The department whose channel it is, for purpose `department`. */
  readonly departmentId?: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly label: string;
  readonly validFrom?: CivilDate;
  /** Last day of validity. */
  readonly validTo?: CivilDate;
}

/** The rows of the map in force on a day. */
export function channelsOn(
  channelMap: readonly ChannelMapping[],
  day: CivilDate,
): readonly ChannelMapping[] {
  return channelMap.filter((mapping) => isValidOn(mapping, day));
}
