import type { Route } from '../../../src/api/route.js';

/** Whether a route is about the file of a proposal; they have a matrix of their own. */
export function isOfAttachments({ path }: Pick<Route, 'path'>): boolean {
  return path === '/api/proposals/:number/attachment';
}
