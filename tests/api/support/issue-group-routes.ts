import type { Route } from '../../../src/api/route.js';

/** Whether a route is about issue groups; they have a matrix of their own. */
export function isOfIssueGroups({ path }: Pick<Route, 'path'>): boolean {
  return /^\/api\/issue-groups(\/|$)/.test(path);
}
