import { decodeProtectedHeader, jwtVerify } from 'jose';
import type { Clock } from '../usecases/ports.js';
import { type BotSigningKey, openBotSigningKeys } from './bot-signing-keys.js';

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

async function isSound(
  token: string,
  { key }: BotSigningKey,
  subject: TokenSubject,
  { issuer, appId, clock }: BotTokenOptions,
): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms,
      issuer,
      audience: appId,
      clockTolerance: skewSeconds,
      currentDate: new Date(clock.now()),
      requiredClaims: ['iss', 'aud', 'exp', 'serviceurl'],
    });
    return payload['serviceurl'] === subject.serviceUrl;
  } catch {
    return false;
  }
}

/**
 * The seven documented checks of the Bot Framework (specification 2.3), made here because the SDK answers forged
 * tokens with 500 and inner texts and skips the service address where it is missing. Key addresses inside a token
 * (jku, x5u, jwk) are never looked at.
 */
export function createBotTokenCheck(options: BotTokenOptions): BotTokenCheck {
  const keyOf = openBotSigningKeys(options.metadataUrl, options.clock);

  async function check(token: string, kid: string, subject: TokenSubject): Promise<TokenOutcome> {
    const found = await keyOf(kid);
    if (found.kind !== 'found') return found.kind === 'unavailable' ? 'unavailable' : 'refused';
    if (!found.key.endorsements.includes(subject.channelId)) return 'refused';
    return (await isSound(token, found.key, subject, options)) ? 'accepted' : 'refused';
  }

  return async (authorization, subject) => {
    const token = bearerOf(authorization);
    const kid = token && kidOf(token);
    return token && kid && subject.serviceUrl ? check(token, kid, subject) : 'refused';
  };
}
