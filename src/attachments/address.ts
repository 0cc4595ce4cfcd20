/** What stands in place of an address that cannot stay. It leads nowhere. */
export const removedAddress = 'file:///removed';

/** Addresses that may stay, by how they begin; others open files, programs or settings. */
const harmless = /^(?:https?|ftps?|mailto|tel|sip):/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:/i;

/** A folder of somebody's own on a computer; in an address of the web these are words like others. */
const ownFolder = /(?:^|[\\/])(?:Users|home|Documents and Settings)[\\/]/i;
/** Where Microsoft keeps what is somebody's own: the address names the account, or its number. */
const ownStorage =
  /[\\/]personal[\\/]|-my\.sharepoint\.|\b(?:docs\.live\.net|onedrive\.live\.com|1drv\.ms)\b/i;
/** No program follows a longer one. */
const longest = 4_096;
const account = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i;

/** An address with what is written as %41 as it is read; what is hidden several times over, too. */
function readable(address: string): string {
  let plain = address.trim();
  for (let times = 0; times < 3 && plain.includes('%'); times += 1) {
    plain = plain.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  // Programs pass over line ends and tabs within an address.
  return [...plain]
    .filter((sign) => sign >= ' ')
    .join('')
    .trim();
}

/** Whether an address leads to a file: of the own computer, or of another one nearby. */
export function leadsToFile(address: string): boolean {
  return /^(?:file:|[a-z]:[\\/]|[\\/]{2})/i.test(readable(address));
}

/**
 * Whether an address may stay in a file: it opens a page, a mail or a call, and names no account by its folders. One that
 * says no scheme is a place beside the file itself, so that it may stay unless it names a folder of somebody's own.
 */
export function mayStay(address: string): boolean {
  if (address.length > longest) return false;
  const plain = readable(address);
  if (leadsToFile(plain) || ownStorage.test(plain) || account.test(plain)) return false;
  return harmless.test(plain) || !(anyScheme.test(plain) || ownFolder.test(plain));
}
