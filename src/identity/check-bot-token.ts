import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';
import { type BotSigningKey, openBotSigningKeys } from './bot-signing-keys.js';
import { type CheckedTokens, openCheckedTokens } from './checked-tokens.js';

/** What the token has to fit: claims of the activity it came with. */
export interface TokenSubject {
  readonly serviceUrl: string;
  readonly channelId: string;
}

/** `unavailable` = the keys could not be had, so nothing can be said about the caller. */
export type TokenOutcome = 'accepted' | 'refused' | 'unavailable';

/** Where tokens of the bot channel come from and for whom they are meant. */
export interface BotTokenOptions {
  readonly metadataUrl: string;
  readonly issuer: string;
  readonly appId: string;
  readonly clock: Clock;
}

/** Checks the Authorization header of one activity. */
export type BotTokenCheck = (
  authorization: string | undefined,
  subject: TokenSubject,
) => Promise<TokenOutcome>;

const skewSeconds = 5 * 60;
const longestHeader = 16 * 1024;
const algorithms = ['RS256', 'RS384', 'RS512'];

function bearerOf(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > longestHeader) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

function kidOf(token: string): string | undefined {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    return alg !== undefined && algorithms.includes(alg) ? kid : undefined;
  } catch {
    return undefined;
  }
}

/** The service address a token is for and its end, where the token is sound; undefined where it is not. */
async function readToken(
  token: string,
  { key }: BotSigningKey,
  { issuer, appId }: BotTokenOptions,
  at: Instant,
): Promise<{ readonly serviceUrl: string; readonly expires: Instant } | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms,
      issuer,
      audience: appId,
      clockTolerance: skewSeconds,
      currentDate: new Date(at),
      requiredClaims: ['iss', 'aud', 'exp', 'serviceurl'],
    });
    const { exp = 0, serviceurl: serviceUrl } = payload;
    const expires = (exp + skewSeconds) * 1000;
    return typeof serviceUrl === 'string' ? { serviceUrl, expires } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Tells the service address of sound tokens. A token that comes again is not verified again for five minutes, and is
 * remembered no longer than the key that signed it is held.
 */
function openTokenReader(options: BotTokenOptions) {
  const checked = new WeakMap<BotSigningKey, CheckedTokens<string>>();

  function checkedWith(key: BotSigningKey): CheckedTokens<string> {
    const tokens = checked.get(key) ?? openCheckedTokens<string>();
    checked.set(key, tokens);
    return tokens;
  }

  return async (token: string, key: BotSigningKey): Promise<string | undefined> => {
    const at = options.clock.now();
    const known = checkedWith(key).recall(token, at);
    if (known !== undefined) return known;
    const read = await readToken(token, key, options, at);
    if (read) checkedWith(key).remember(token, read.serviceUrl, read.expires, at);
    return read?.serviceUrl;
  };
}

/**
 * The seven documented checks of the Bot Framework (specification 2.3), made here because the SDK answers forged
 * tokens with 500 and inner texts and skips the service address where it is missing. Key addresses inside a token
 * (jku, x5u, jwk) are never looked at.
 */
export function createBotTokenCheck(options: BotTokenOptions): BotTokenCheck {
  const keyOf = openBotSigningKeys(options.metadataUrl, options.clock);
  const serviceUrlOf = openTokenReader(options);

  async function check(token: string, kid: string, subject: TokenSubject): Promise<TokenOutcome> {
    const found = await keyOf(kid);
    if (found.kind !== 'found') return found.kind === 'unavailable' ? 'unavailable' : 'refused';
    if (!found.key.endorsements.includes(subject.channelId)) return 'refused';
    const serviceUrl = await serviceUrlOf(token, found.key);
    return serviceUrl === subject.serviceUrl ? 'accepted' : 'refused';
  }

  return async (authorization, subject) => {
    const token = bearerOf(authorization);
    const kid = token && kidOf(token);
    return token && kid && subject.serviceUrl ? check(token, kid, subject) : 'refused';
  };
}
