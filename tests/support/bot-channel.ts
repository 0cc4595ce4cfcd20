import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT } from 'jose';
import { cardsAppId } from './card-settings.js';
import { newPair, type TestPair, testPair } from './test-keys.js';

export const appId = cardsAppId;
export const issuer = 'https://api.botframework.com';

let channelPair: Promise<TestPair> | undefined;

/** One key the channel signs with. */
export interface ChannelKey {
  readonly kid: string;
  readonly pair: TestPair;
  readonly endorsements: readonly string[];
}

export async function newKey(
  kid: string,
  endorsements: readonly string[] = ['msteams'],
): Promise<ChannelKey> {
  const isFirst = channelPair === undefined;
  channelPair ??= testPair('channel');
  return { kid, pair: await (isFirst ? channelPair : newPair()), endorsements };
}

/** Metadata and key set of the bot channel over real HTTP, with counts. */
export interface BotChannel {
  readonly metadataUrl: string;
  keys: ChannelKey[];
  /** 0 = answer normally. */
  failWith: number;
  keyFetches: number;
  close(): Promise<void>;
}

export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}

export async function openBotChannel(keys: ChannelKey[]): Promise<BotChannel> {
  let origin = '';
  const server = createServer(async (req, res) => {
    if (channel.failWith > 0) {
      res.writeHead(channel.failWith).end();
      return;
    }
    res.setHeader('content-type', 'application/json');
    if (req.url === '/metadata') {
      res.end(JSON.stringify({ issuer, jwks_uri: `${origin}/keys` }));
      return;
    }
    channel.keyFetches += 1;
    const jwks = await Promise.all(
      channel.keys.map(async ({ kid, pair, endorsements }) => ({
        ...(await exportJWK(pair.publicKey)),
        kid,
        use: 'sig',
        endorsements,
      })),
    );
    res.end(JSON.stringify({ keys: jwks }));
  });
  origin = await listen(server);
  const channel: BotChannel = {
    metadataUrl: `${origin}/metadata`,
    keys,
    failWith: 0,
    keyFetches: 0,
    close: () => closeServer(server),
  };
  return channel;
}

/** Claims and header of a token; what is given replaces the sound values, `undefined` leaves one out. */
export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
}

/** The Authorization header the channel would send at `now`, its token sound or changed. */
export async function bearerOf(
  key: ChannelKey,
  serviceUrl: string,
  now: number,
  { claims = {}, header = {} }: TokenChanges = {},
): Promise<string> {
  const second = Math.floor(now / 1000);
  const payload = {
    iss: issuer,
    aud: appId,
    serviceurl: serviceUrl,
    nbf: second,
    exp: second + 3600,
    ...claims,
  };
  const token = await new SignJWT(JSON.parse(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
    .sign(key.pair.privateKey);
  return `Bearer ${token}`;
}
