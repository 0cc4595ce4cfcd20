import { malformedEntityTag, resourceModified } from './errors.js';

/** The JSON value of an etag: `"guid,n"` with its quotes. */
export function etagOf(stored: { guid: string; n: number }): string {
  return `"${stored.guid},${stored.n}"`;
}

/** The HTTP `ETag` header, recorded without quotes. */
export function etagHeader(stored: { guid: string; n: number }, quoted: boolean): string {
  return quoted ? etagOf(stored) : `${stored.guid},${stored.n}`;
}

/** Refuses a change whose `If-Match` is malformed (400) or not current (412). None: no check. */
export function checkIfMatch(
  header: string | undefined,
  stored: { guid: string; n: number },
  innerCode?: string,
): void {
  if (header === undefined || header.trim() === '*') return;
  const match = /^"?(\{?[0-9a-f-]{36}\}?,\d+)"?$/i.exec(header.trim());
  if (match === null) throw malformedEntityTag();
  const [, given = ''] = match;
  const bare = given.toLowerCase().replace(/[{}]/g, '');
  if (bare !== `${stored.guid},${stored.n}`) throw resourceModified(innerCode);
}
