import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, type JWK, SignJWT } from 'jose';
import { testPair } from '../../support/test-keys.js';

export const tenantId = '0b1d5c6e-94a7-4f3d-8e21-c7f60a95d834';
export const appId = '5e2f8a90-17bc-4d46-a3e8-92c0d7b6f415';
export const appIdUri = `api://mebuki.example.jp/botid-${appId}`;
export const v1Issuer = `https://sts.windows.net/${tenantId}/`;
export const v2Issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;

/** Claims laid over those of a sound token; `undefined` leaves one out. */
export type Claims = Readonly<Record<string, unknown>>;

/** A tenant's keys, served over HTTP, and the tokens signed with them. */
export interface TokenMint {
  readonly jwksUrl: string;
  readonly publicJwk: JWK;
  /** How often the keys were fetched. */
  fetches(): number;
  /** From now on the key address answers with this status. */
  setStatus(status: number): void;
  /** Publishes these keys from now on. */
  publish(keys: readonly JWK[]): void;
  /** A v2 token of Teams single sign-on for a person. */
  mint(claims?: Claims, header?: Claims, key?: CryptoKey): Promise<string>;
  close(): Promise<void>;
}

/** Machine time: tests of tokens use the real clock. */
const seconds = (): number => Math.floor(Date.now() / 1000);

export const someone = '00000000-0000-4000-8000-0000000000aa';

function claimsOf(claims: Claims): Record<string, unknown> {
  const all = {
    aud: appId,
    iss: v2Issuer,
    iat: seconds(),
    nbf: seconds(),
    exp: seconds() + 3600,
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    name: '若葉 みのり',
    oid: someone,
    scp: 'access_as_user',
    tid: tenantId,
    ver: '2.0',
    ...claims,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Makes a key pair and serves its public half on a free port. */
export async function openTokenMint(): Promise<TokenMint> {
  const { publicKey, privateKey } = await testPair('mint');
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'key-1', use: 'sig' };
  let fetches = 0;
  let status = 200;
  let keys: readonly JWK[] = [publicJwk];
  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ keys }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/keys`,
    publicJwk,
    fetches: () => fetches,
    setStatus: (next) => {
      status = next;
    },
    publish: (next) => {
      keys = next;
    },
    mint: (claims = {}, header = {}, key = privateKey) =>
      new SignJWT(claimsOf(claims))
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'key-1', ...header })
        .sign(key),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A token put together by hand: header and claims as given, any signature. */
export function forgedToken(header: Claims, claims: Claims, signature = ''): string {
  const part = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claimsOf(claims))}.${signature}`;
}
