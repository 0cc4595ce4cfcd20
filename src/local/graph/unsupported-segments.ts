/** Addresses that are documented and that this stand-in does not offer; they answer 501. */
const documented = [
  /^\/subscriptions(\/|$)/,
  /^\/appCatalogs(\/|$)/,
  /^\/teamwork(\/|$)/,
  /^\/(teams|chats|groups|directoryObjects)(\/|$)/,
  /^\/users$/,
  /^\/users\/[^/]+\/(teamwork|chats)(\/|$)/,
  /^\/sites$/,
  /^\/sites\/[^/]+\/(drive|drives|columns|contentTypes|pages|sites|items|termStore)(\/|$)/,
  /^\/sites\/[^/]+\/lists\/[^/]+\/(permissions|contentTypes|drive|operations|subscriptions)(\/|$)/,
  /^\/sites\/[^/]+\/lists\/[^/]+\/items\/[^/]+\/(permissions|driveItem|analytics|activities)(\/|$)/,
];

/** Whether the real service would know the address. */
export function isDocumentedElsewhere(path: string): boolean {
  return documented.some((pattern) => pattern.test(path));
}
