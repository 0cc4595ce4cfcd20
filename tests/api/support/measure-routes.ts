import type { Route } from '../../../src/api/route.js';

/** Whether a route is about measures and rules; they have a matrix of their own. */
export function isOfMeasures({ path }: Pick<Route, 'path'>): boolean {
  return /^\/api\/(measures|casebook|measure-desk)(\/|$)/.test(path);
}
