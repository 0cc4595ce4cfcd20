import type { StoredList, StoredSite } from '../stored-types.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const bytesOf = (guid: string) => Buffer.from(guid.replaceAll('-', ''), 'hex');

function base32(bytes: Buffer): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => letters[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

/** Id of the drive that a library is: `b!` and 64 characters. */
export function driveIdOf(site: StoredSite, list: StoredList): string {
  const [, collection = '', web = ''] = site.id.split(',');
  return `b!${Buffer.concat([collection, web, list.id].map(bytesOf)).toString('base64url')}`;
}

/** Id of a file or folder: `01` and 32 characters; that of the root comes from the list's own. */
export function driveItemIdOf(list: StoredList, guid: string): string {
  return `01${base32(bytesOf(list.id)).slice(0, 6)}${base32(bytesOf(guid))}`;
}
