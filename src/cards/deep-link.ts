/** Where the tab stands in Teams. */
export interface TabAddress {
  readonly teamsAppId: string;
  /** Origin of the product, without a slash at its end. */
  readonly publicOrigin: string;
}

/** Entity id of the personal tab in the manifest. */
export const personalTabId = 'mebuki';

/**
 * A link that opens the personal tab in Teams, at one of its pages (`mine`, `proposal/R8-0001`); elsewhere the same
 * page in a browser.
 */
export function tabLink(address: TabAddress, page: string, label: string): string {
  const query = new URLSearchParams({
    webUrl: `${address.publicOrigin}/tabs/?page=${encodeURIComponent(page)}`,
    label,
    context: JSON.stringify({ subPageId: page }),
  });
  // Teams reads + as a plus sign, not as a blank.
  const encoded = query.toString().replaceAll('+', '%20');
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(address.teamsAppId)}/${personalTabId}?${encoded}`;
}

/** The page of one proposal. */
export function proposalPage(number: string): string {
  return `proposal/${number}`;
}

/** A link that opens the person's chat with the bot. */
export function botChatLink(botAppId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(`28:${botAppId}`)}`;
}
