import type { Campaign } from './campaign.js';
import type { CivilDate, Instant } from './instant.js';
import { addWorkingDays } from './working-days.js';

/** The days by which duties are reckoned. */
export interface DutyCalendar {
  readonly isHoliday: (date: CivilDate) => boolean;
  readonly afterWorkingDays: (date: CivilDate, count: number) => CivilDate;
  /** First instant at which a campaign is closed; undefined for one that is always open. */
  readonly closesAt: (campaignId: string) => Instant | undefined;
}

/** The calendar of an office. It remembers what it reckoned: most duties of a campaign begin on a few days. */
export function createDutyCalendar(
  isHoliday: DutyCalendar['isHoliday'],
  campaigns: readonly Pick<Campaign, 'id' | 'closesAt'>[],
): DutyCalendar {
  const reckoned = new Map<string, CivilDate>();
  const closings = new Map(campaigns.map(({ id, closesAt }) => [id, closesAt]));
  return {
    isHoliday,
    afterWorkingDays: (date, count) => {
      const key = `${date}+${count}`;
      const day = reckoned.get(key) ?? addWorkingDays(date, count, isHoliday);
      reckoned.set(key, day);
      return day;
    },
    closesAt: (campaignId) => closings.get(campaignId),
  };
}
