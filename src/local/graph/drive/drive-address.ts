import { invalidRequest, itemNotFound } from '../errors.js';
import type { GraphStore } from '../graph-store.js';
import type { StoredList, StoredSite } from '../stored-types.js';
import { driveIdOf } from './drive-ids.js';

/** Segment that stands before a path; the colon keeps anybody from writing it. */
export const pathMark = 'path:';

/** A library and its site. */
export interface FoundDrive {
  site: StoredSite;
  list: StoredList;
}

/** The libraries of a site, the one it was born with first. */
export function librariesOf(store: GraphStore, site: StoredSite): StoredList[] {
  return store.lists.of(site.id).filter((list) => list.template === 'documentLibrary');
}

/** The library with a drive id. */
export function findDrive(store: GraphStore, id: string): FoundDrive | undefined {
  const all = store.sites
    .all()
    .flatMap((site) => librariesOf(store, site).map((list) => ({ site, list })));
  return all.find(({ site, list }) => driveIdOf(site, list) === id);
}

function ownDrive(store: GraphStore, siteId: string, part: string): string | undefined {
  const site = store.sites.byId(siteId.toLowerCase());
  if (site === undefined) return undefined;
  const [, key] = /^\/lists\/([^/]+)\/drive$/.exec(part) ?? [];
  const libraries = librariesOf(store, site);
  if (part === '/drive') return libraries.map((list) => driveIdOf(site, list))[0];
  if (key !== undefined) {
    const list = store.lists.find(site.id, decodeURIComponent(key));
    const isLibrary = list !== undefined && list.template === 'documentLibrary';
    return isLibrary ? driveIdOf(site, list) : undefined;
  }
  const id = decodeURIComponent(part.slice('/drives/'.length));
  return libraries.some((list) => driveIdOf(site, list) === id) ? id : undefined;
}

/** `/root`, `/root:/a/b`, `/items/{id}:/a:/content` … as `/items/{id or root}[/path:/{a/b}]…`. */
function canonicalBelow(below: string): string {
  const [, anchor, rest = ''] = /^(\/root|\/items\/[^/:]+)(?=[/:]|$)(.*)$/s.exec(below) ?? [];
  if (anchor === undefined) return below;
  const item = anchor === '/root' ? '/items/root' : anchor;
  if (!rest.includes(':')) return `${item}${rest}`;
  const [, path, tail = ''] = /^:\/([^:]*?)\/?(?::(\/[^:]*)?)?$/s.exec(rest) ?? [];
  if (path === undefined) throw invalidRequest('The path of the item is malformed.');
  return path === '' ? `${item}${tail}` : `${item}/${pathMark}/${encodeURIComponent(path)}${tail}`;
}

/**
 * Rewrites the addresses of a site's libraries and of paths within them to one form below
 * `/drives/{id}/items/…`; other addresses come back unchanged.
 */
export function resolveDriveAddress(store: GraphStore, path: string): string {
  const ofSite =
    /^\/sites\/([^/]+)(\/drive|\/drives\/[^/]+|\/lists\/[^/]+\/drive)(?=\/|$)(.*)$/s.exec(path);
  const [, site = '', part = '', below = ''] = ofSite ?? [];
  if (ofSite !== null) {
    const drive = ownDrive(store, decodeURIComponent(site), part);
    if (drive === undefined) throw itemNotFound('The drive could not be found.');
    return `/drives/${drive}${canonicalBelow(below)}`;
  }
  const [, id, rest = ''] = /^\/drives\/([^/]+)(\/.*)?$/s.exec(path) ?? [];
  return id === undefined ? path : `/drives/${id}${canonicalBelow(rest)}`;
}
