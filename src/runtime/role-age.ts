import type { Finding } from '../domain/health/finding.js';
import type { Instant } from '../domain/instant.js';
import type { ChangeFeed } from '../graph/change-feed.js';

/** Whoever lost a role keeps it so long at most while the list of members cannot be read. */
const longestUnreadMs = 24 * 60 * 60 * 1000;

type MembersFeed = Pick<ChangeFeed, 'caughtUpAt' | 'hasCaughtUp' | 'isBehind'>;

/** Whether the list of members is read, or was not long before `at`. A clock that leaps does not make it old. */
export function areRolesKnown(feed: MembersFeed, at: Instant): boolean {
  if (feed.hasCaughtUp() && !feed.isBehind()) return true;
  const asOf = feed.caughtUpAt();
  return asOf === undefined || at - asOf <= longestUnreadMs;
}

/** Says so where nobody has a role for that reason. */
export function roleFindings(feed: MembersFeed, at: Instant): readonly Finding[] {
  const since = feed.caughtUpAt();
  return since === undefined || areRolesKnown(feed, at) ? [] : [{ code: 'roles-unknown', since }];
}
