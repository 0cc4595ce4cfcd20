import type { Status } from './status.js';

/** How a report sums statuses up: 実現, 検討中, その他 (domain 4). */
export const reportClasses = ['realised', 'under-examination', 'other'] as const;

/** One of the classes. */
export type ReportClass = (typeof reportClasses)[number];

/** The class of statuses that a campaign counts otherwise than usual. */
export type ReportClassMap = Readonly<Partial<Record<Status, ReportClass>>>;

const usual: Readonly<Record<Status, ReportClass>> = {
  received: 'under-examination',
  clarifying: 'under-examination',
  reviewing: 'under-examination',
  decided: 'under-examination',
  started: 'under-examination',
  'partially-realised': 'realised',
  realised: 'realised',
  difficult: 'other',
  'out-of-scope': 'other',
  withdrawn: 'other',
};

/**
 * The class in which a campaign's report counts a status. Withdrawn and merged proposals stand in rows of their own
 * and in no class; whoever counts leaves them out first.
 */
export function reportClassOf(
  campaign: { readonly reportClasses?: ReportClassMap } | undefined,
  status: Status,
): ReportClass {
  return campaign?.reportClasses?.[status] ?? usual[status];
}
