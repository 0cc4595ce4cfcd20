import type { ServerResponse } from 'node:http';

/** What every answer that is no page says: nothing may be loaded, nobody may frame it. */
const closedPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The hosts of Microsoft Teams that frame tabs (facts: domain-and-safety 2.4). */
const teamsHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];

/** teams-js asks this address for the hosts it may trust. */
const teamsHostList = 'https://res.cdn.office.net';

/** Sets the headers of every answer; HSTS where the app is reached over https. */
export function setSecurityHeaders(response: ServerResponse, publicOrigin: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', closedPolicy);
  response.setHeader('Cache-Control', 'no-store');
  if (publicOrigin.startsWith('https:')) {
    response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  }
}

/**
 * The policy of the page of the tabs. Scripts and styles need the nonce of this very answer; `'self'` is for browsers
 * that do not know `strict-dynamic`. Without configured origins the hosts of Teams may frame it.
 */
export function tabPolicy(nonce: string, hostOrigins: readonly string[]): string {
  const ancestors = hostOrigins.length > 0 ? hostOrigins : teamsHosts;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self' ${teamsHostList}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.join(' ')}`,
  ].join('; ');
}

/** The policy of a text page whose only style has this hash. */
export function textPagePolicy(styleHash: string): string {
  return `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;
}
