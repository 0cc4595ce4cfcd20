import { invalidRequest, siteNotFound } from './errors.js';
import type { GraphStore } from './graph-store.js';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidRequest();
  }
}

/**
 * Rewrites a path that names its site by address (`/sites/{host}:/sites/x:/lists`,
 * `/sites/{host}`, `/sites/root`) to one that names it by id; other paths come back unchanged.
 */
export function resolveSiteAddress(store: GraphStore, hostname: string, path: string): string {
  const readable = path.replaceAll(/%3a/gi, ':').replaceAll(/%2c/gi, ',');
  const [, key, rest = ''] = /^\/sites\/([^/]+)(\/.*)?$/.exec(readable) ?? [];
  if (key === undefined || key.includes(',')) return readable;
  const [host = '', ...others] = key.split(':');
  if (others.length === 0 && host !== 'root' && !host.includes('.')) return readable;
  if (host !== 'root' && host.toLowerCase() !== hostname) {
    throw invalidRequest('Invalid hostname for this tenancy');
  }
  const [, sitePath = '', below = ''] =
    others.length === 0 ? ['', '', rest] : (/^(\/[^:]*?)\/?(?::(\/.*)?)?$/.exec(rest) ?? []);
  const site = store.siteAt(hostname, decoded(sitePath));
  if (site === undefined) throw siteNotFound();
  return `/sites/${site.id}${below}`;
}
