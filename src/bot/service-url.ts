/**
 * Whether a service address is one of those from the settings: exact origin, path below the entry's. Checked on the
 * way in and again before each send, because the bot's token goes wherever this address says (specification 2.3).
 */
export function isAllowedServiceUrl(address: string, allowList: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  // Written just as it is understood: no user part, no other port, no dot segments, no homographs.
  const isPlain = (url.href === address || url.href === `${address}/`) && !url.search && !url.hash;
  if (!isPlain || url.username || url.password) return false;
  const href = address.endsWith('/') ? address : `${address}/`;
  return allowList.some((entry) => href.startsWith(entry.endsWith('/') ? entry : `${entry}/`));
}
