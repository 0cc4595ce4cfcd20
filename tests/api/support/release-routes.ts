import type { Route } from '../../../src/api/route.js';

/** Whether a route is about release sets and what they published; they have a matrix of their own. */
export function isOfReleases({ path }: Pick<Route, 'path'>): boolean {
  return /^\/api\/(release-sets|releases|publications)(\/|$)/.test(path);
}
