import type { Instant } from './instant.js';

/** Who sees a proposal of a campaign before it is decided (domain 5). */
export const visibilities = ['secretariat-only', 'after-review-begins', 'at-once'] as const;

/** One of the visibilities. */
export type Visibility = (typeof visibilities)[number];

/** A call for proposals アイデア募集. */
export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly opensAt: Instant;
  /** First instant at which it is closed; absent for a campaign that is always open. */
  readonly closesAt?: Instant;
  readonly visibility: Visibility;
  /** Owners publish what they start and realise themselves; otherwise the secretariat does. */
  readonly ownersPublish?: boolean;
  /** Invented data, said so wherever it is shown. */
  readonly isSample: boolean;
}

/** A form opened before the deadline may still be sent this long after it. */
export const graceMs = 10 * 60 * 1000;

/** The limits on one person (domain specification 1.4). */
export const perPersonLimits = { hour: 20, campaign: 100 } as const;

/** Whether a campaign takes proposals at an instant. */
export function isOpen(campaign: Campaign, at: Instant): boolean {
  return campaign.opensAt <= at && (campaign.closesAt === undefined || at < campaign.closesAt);
}

/** Whether a form opened at `formOpenedAt` may be sent at `at`: open now, or opened in time and within the grace. */
export function acceptsForm(campaign: Campaign, formOpenedAt: Instant, at: Instant): boolean {
  if (isOpen(campaign, at)) return true;
  if (campaign.closesAt === undefined || at < campaign.opensAt) return false;
  return formOpenedAt < campaign.closesAt && at < campaign.closesAt + graceMs;
}

/** The campaign that takes proposals now: of several, the one that closes first. */
export function openCampaign(campaigns: readonly Campaign[], at: Instant): Campaign | undefined {
  return campaigns
    .filter((campaign) => isOpen(campaign, at))
    .toSorted((a, b) => (a.closesAt ?? Number.MAX_VALUE) - (b.closesAt ?? Number.MAX_VALUE))[0];
}
