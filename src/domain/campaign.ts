import type { CalendarChange } from './campaign-calendar.js';
import type { CivilDate, Instant } from './instant.js';
import type { Recorded } from './recorded.js';
import type { ReportClassMap } from './report-class.js';

/** Who sees a proposal of a campaign before it is decided (domain 5). */
export const visibilities = ['secretariat-only', 'after-review-begins', 'at-once'] as const;

/** One of the visibilities. */
export type Visibility = (typeof visibilities)[number];

/** A heading inside a campaign 募集テーマ, possibly of a section of its own. */
export interface Theme {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /** The section that set the theme, where it is not the secretariat's. */
  readonly ownerDepartmentId?: string;
  readonly ownerSectionId?: string;
  /** No longer offered; proposals made under it keep it. */
  readonly isClosed?: boolean;
}

/**
 * Fields a campaign may demand. What the five breakdowns are made of (department, grade, category, digital, cost) and
 * the two texts of a proposal are demanded by every campaign.
 */
export const demandableFields = [
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'costEstimateYen',
  'scopeHint',
  'section',
] as const;

/** One of the fields. */
export type DemandableField = (typeof demandableFields)[number];

/** A call for proposals アイデア募集. What is absent is as `campaignRules` says. */
export interface Campaign extends Recorded {
  readonly id: string;
  readonly title: string;
  readonly opensAt: Instant;
  /** First instant at which it is closed; absent for a campaign that is always open. */
  readonly closesAt?: Instant;
  readonly visibility: Visibility;
  /** Owners publish what they start and realise themselves; otherwise the secretariat does. */
  readonly ownersPublish?: boolean;
  readonly themes?: readonly Theme[];
  /** Ids of the departments it is addressed to; absent or empty for all staff. */
  readonly targetDepartments?: readonly string[];
  readonly requiredFields?: readonly DemandableField[];
  /** A form opened before the deadline may still be sent this many minutes after it. */
  readonly graceMinutes?: number;
  readonly limitPerHour?: number;
  readonly limitPerPerson?: number;
  /** The day by which headquarters are reported to. */
  readonly reportDate?: CivilDate;
  readonly calendar?: readonly CalendarChange[];
  readonly reportClasses?: ReportClassMap;
  /** Invented data, said so wherever it is shown. */
  readonly isSample: boolean;
}

/** What holds where a campaign says nothing (domain specification 1.4). */
export const campaignRules = { graceMinutes: 10, limitPerHour: 20, limitPerPerson: 100 } as const;

const minuteMs = 60 * 1000;

/** How long after the deadline a form opened in time may be sent, in milliseconds. */
export function graceMsOf({ graceMinutes = campaignRules.graceMinutes }: Campaign): number {
  return graceMinutes * minuteMs;
}

/** The limits on one person. */
export function limitsOf(campaign: Campaign | undefined): {
  readonly hour: number;
  readonly campaign: number;
} {
  const { limitPerHour, limitPerPerson } = { ...campaignRules, ...campaign };
  return { hour: limitPerHour, campaign: limitPerPerson };
}

/** Whether a campaign takes proposals at an instant. */
export function isOpen(campaign: Campaign, at: Instant): boolean {
  return campaign.opensAt <= at && (campaign.closesAt === undefined || at < campaign.closesAt);
}

/** Whether a form opened at `formOpenedAt` may be sent at `at`: open now, or opened in time and within the grace. */
export function acceptsForm(campaign: Campaign, formOpenedAt: Instant, at: Instant): boolean {
  if (isOpen(campaign, at)) return true;
  if (campaign.closesAt === undefined || at < campaign.opensAt) return false;
  return formOpenedAt < campaign.closesAt && at < campaign.closesAt + graceMsOf(campaign);
}

/** Whether a campaign is addressed to a department. */
export function isAddressedTo({ targetDepartments = [] }: Campaign, departmentId: string): boolean {
  return targetDepartments.length === 0 || targetDepartments.includes(departmentId);
}

/**
 * The campaign that takes proposals now: of several, the one that closes first. Where the department is known, only
 * one that is addressed to it.
 */
export function openCampaign(
  campaigns: readonly Campaign[],
  at: Instant,
  departmentId?: string,
): Campaign | undefined {
  return campaigns
    .filter((campaign) => isOpen(campaign, at))
    .filter((campaign) => departmentId === undefined || isAddressedTo(campaign, departmentId))
    .toSorted((a, b) => (a.closesAt ?? Number.MAX_VALUE) - (b.closesAt ?? Number.MAX_VALUE))[0];
}

/** The themes a form offers. */
export function themesOffered({ themes = [] }: Pick<Campaign, 'themes'>): readonly Theme[] {
  return themes.filter(({ isClosed }) => !isClosed);
}

/** Whether a campaign demands a field that others leave open. */
export function demands(campaign: Campaign | undefined, field: DemandableField): boolean {
  return campaign?.requiredFields?.includes(field) ?? false;
}

/** The next day on which headquarters are reported to, of whichever campaign; undefined where none is set. */
export function nextReportDay(
  campaigns: readonly Pick<Campaign, 'reportDate'>[],
  today: CivilDate,
): CivilDate | undefined {
  const days = campaigns.flatMap(({ reportDate }) => reportDate ?? []);
  return days.filter((day) => day >= today).toSorted()[0];
}
