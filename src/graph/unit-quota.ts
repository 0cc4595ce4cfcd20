/** Resource units that SharePoint grants one app in one tenant. */
export interface UnitQuota {
  readonly perMinute: number;
  readonly perDay: number;
}

/** What every tenant is granted at least: that of up to 1,000 Microsoft 365 licences (facts: graph-sharepoint 8). */
const smallestPerMinute = 1_250;

/** A day's quota is 960 times a minute's for every number of licences. */
const minutesPerDay = 960;

/** The quota of a tenant by its units a minute; the smallest where they are not known. */
export function quotaOf(perMinute = smallestPerMinute): UnitQuota {
  return { perMinute, perDay: perMinute * minutesPerDay };
}

/** Half of a quota: the rest is for another process of the product, and for being wrong. */
export function halfOf({ perMinute, perDay }: UnitQuota): UnitQuota {
  return { perMinute: Math.floor(perMinute / 2), perDay: Math.floor(perDay / 2) };
}

const oneItem = /^\/sites\/[^/]+\/lists\/[^/]+(\/(items|columns)\/[^/]+(\/fields)?)?$/;
/** A file, its content, or an upload of it, by its name in a library. */
const oneFile = /^\/sites\/[^/]+\/lists\/[^/]+\/drive\/root:\/[^/]+$|:\/content$/;
const isPermission = (path: string): boolean => /\/permissions(\/|$)/.test(path);
const isSite = (path: string): boolean =>
  /^\/sites\/[^/]+$/.test(path) || /^\/sites\/[^/]+:/.test(path);

/**
 * What a call costs (facts: graph-sharepoint 8): 5 for permissions, 2 for a write or a collection, 1 for a single
 * thing or what changed since a token. Calls that are not SharePoint's cost it nothing.
 */
export function unitsOf({
  method,
  path,
}: {
  readonly method: string;
  readonly path: string;
}): number {
  const [address = '', query = ''] = path.split('?', 2);
  if (!/^\/(sites|drives)\//.test(address)) return 0;
  if (isPermission(address)) return 5;
  if (method !== 'GET') return 2;
  if (address.endsWith('/items/delta')) return /(^|&)token=/.test(query) ? 1 : 2;
  return oneItem.test(address) || oneFile.test(address) || isSite(address) ? 1 : 2;
}
