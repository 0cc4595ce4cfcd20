import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../usecases/ports.js';

/** A key of the channel with the channels it may speak for. */
export interface BotSigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

/** Answer of a look-up: the key, no such key, or no usable key set at all. */
export type KeyLookup =
  | { readonly kind: 'found'; readonly key: BotSigningKey }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' };

const refreshAfterMs = 30 * 60_000;
/** A withdrawn key is forgotten within this time (specification 2.3). */
const dropAfterMs = 60 * 60_000;
const unknownKidPauseMs = 60_000;
const failurePauseMs = 5_000;
const fetchTimeoutMs = 10_000;
const mostKeys = 200;

const metadataShape = z.object({ jwks_uri: z.url() });
const jwksShape = z.object({
  keys: z
    .array(
      z.object({
        kty: z.string(),
        kid: z.string(),
        n: z.string().optional(),
        e: z.string().optional(),
        use: z.string().optional(),
        endorsements: z.array(z.string()).optional(),
      }),
    )
    .max(mostKeys),
});

type PublishedKey = z.infer<typeof jwksShape>['keys'][number];

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(fetchTimeoutMs),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) throw new Error(`keys of the bot channel: status ${response.status}`);
  return response.json();
}

function readKey(published: PublishedKey): readonly [string, BotSigningKey][] {
  const { kty, kid, n, e, use, endorsements } = published;
  if (kty !== 'RSA' || n === undefined || e === undefined || (use ?? 'sig') !== 'sig') return [];
  const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  return [[kid, { key, endorsements: endorsements ?? [] }]];
}

/** Addresses in the metadata may not lead from https to plain http. */
function refuseDowngrade(metadataUrl: string, jwksUrl: string): void {
  const plain = new URL(jwksUrl).protocol !== 'https:';
  if (plain && new URL(metadataUrl).protocol === 'https:') {
    throw new Error('keys of the bot channel: the key set is not on https');
  }
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, BotSigningKey>> {
  const { jwks_uri: jwksUrl } = metadataShape.parse(await fetchJson(metadataUrl));
  refuseDowngrade(metadataUrl, jwksUrl);
  const { keys } = jwksShape.parse(await fetchJson(jwksUrl));
  return new Map(keys.flatMap(readKey));
}

/**
 * The signing keys behind an OpenID metadata address. Refreshed in the background after 30 minutes and dropped after
 * 60; an unknown key id asks again at most once a minute, so that forged tokens cannot cause traffic.
 */
export function openBotSigningKeys(
  metadataUrl: string,
  clock: Clock,
): (kid: string) => Promise<KeyLookup> {
  let keys: ReadonlyMap<string, BotSigningKey> | undefined;
  let fetchedAt = 0;
  let triedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  async function load(): Promise<void> {
    triedAt = clock.now();
    try {
      keys = await fetchKeys(metadataUrl);
      fetchedAt = triedAt;
    } catch {
      // What is still held stays valid until it is too old; without keys every caller is told "unavailable".
    } finally {
      underWay = undefined;
    }
  }

  function refresh(): Promise<void> {
    underWay ??= load();
    return underWay;
  }

  const sinceTry = (): number => clock.now() - triedAt;
  const age = (): number => clock.now() - fetchedAt;

  /** The keys, fetched first where there are none young enough. */
  async function present(): Promise<ReadonlyMap<string, BotSigningKey> | undefined> {
    if (age() > dropAfterMs) keys = undefined;
    if (!keys && (underWay || sinceTry() >= failurePauseMs)) await refresh();
    else if (age() > refreshAfterMs && sinceTry() >= unknownKidPauseMs) void refresh();
    return keys;
  }

  /** A key not heard of may be a new one; asked again at most once a minute. */
  async function lateArrival(kid: string): Promise<BotSigningKey | undefined> {
    if (underWay || sinceTry() >= unknownKidPauseMs) await refresh();
    return keys?.get(kid);
  }

  return async (kid) => {
    const held = await present();
    if (!held) return { kind: 'unavailable' };
    const key = held.get(kid) ?? (await lateArrival(kid));
    return key ? { kind: 'found', key } : { kind: 'unknown' };
  };
}
