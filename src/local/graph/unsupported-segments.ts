/** Addresses that are documented and that this stand-in does not offer; they answer 501. */
const documented = [
  /^\/appCatalogs(\/|$)/,
  /^\/teamwork(\/|$)/,
  /^\/(teams|chats|groups|directoryObjects)(\/|$)/,
  /^\/users\/[^/]+\/(teamwork|chats)(\/|$)/,
  /^\/sites$/,
  /^\/drives$/,
  /^\/drives\/[^/]+\/(following|list|recent|search|sharedWithMe|special|bundles)(\/|$)/,
  /^\/drives\/[^/]+\/items\/[^/]+\/(.*\/)?(copy|move|permissions|thumbnails|versions|checkin|checkout|createLink|invite|preview|delta|listItem)$/,
  /^\/sites\/[^/]+\/(columns|contentTypes|pages|sites|items|termStore)(\/|$)/,
  /^\/sites\/[^/]+\/lists\/[^/]+\/(permissions|contentTypes|operations|subscriptions)(\/|$)/,
  /^\/sites\/[^/]+\/lists\/[^/]+\/items\/[^/]+\/(permissions|driveItem|analytics|activities)(\/|$)/,
];

/** Whether the real service would know the address. */
export function isDocumentedElsewhere(path: string): boolean {
  return documented.some((pattern) => pattern.test(path));
}
