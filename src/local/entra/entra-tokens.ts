import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { LocalClock } from '../clock.js';
import type { Person } from '../people.js';
import type { Random } from '../random.js';
import type { LocalSettings } from '../settings.js';
import type { State } from '../state.js';
import { type MakeKey, openSigningKey, type SigningKey } from './signing-keys.js';

/** Id of the Teams web client, the caller named in the tokens of tabs. */
export const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

/** Why a presented token is not accepted. */
export type TokenFault = 'malformed' | 'signature' | 'expired' | 'issuer' | 'audience';

/** A checked token's claims, or why it is refused. */
export type CheckedToken = { claims: JWTPayload } | { fault: TokenFault };

/** Claims laid over the usual ones; `undefined` leaves a claim out. */
export type ClaimOverrides = Record<string, unknown>;

/** Mints and checks the tenant's tokens (all RS256). */
export interface EntraTokens {
  key: SigningKey;
  /** v1-form app-only token: `aud` is the resource, `iss` sts.windows.net. */
  mintAppToken(options: {
    appId: string;
    audience: string;
    roles?: readonly string[];
    displayName?: string;
    lifetimeSeconds?: number;
    overrides?: ClaimOverrides;
  }): Promise<string>;
  /** v2 token a tab gets for the app's own API (`scp` access_as_user), valid 60 to 90 minutes. */
  mintUserToken(person: Person, overrides?: ClaimOverrides): Promise<string>;
  /** Checks signature, lifetime (machine time), issuer (both forms) and audience. */
  check(token: string, audience: readonly string[]): Promise<CheckedToken>;
}

function withoutUndefined(claims: ClaimOverrides): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

/** Signs claims with a key, as the service does. */
export function signClaims(key: SigningKey, claims: ClaimOverrides): Promise<string> {
  return new SignJWT(withoutUndefined(claims))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .sign(key.privateKey);
}

/**
 * Lifetime claims that hold in machine time and in the controllable time alike: vendors' clients
 * check with their own clocks.
 */
export function lifetime(
  clock: LocalClock,
  seconds: number,
): { iat: number; nbf: number; exp: number } {
  const earliest = Math.floor(Math.min(clock.real(), clock.now()) / 1000);
  const latest = Math.floor(Math.max(clock.real(), clock.now()) / 1000);
  return { iat: earliest, nbf: earliest, exp: latest + seconds };
}

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'audience';
    return error.claim === 'iss' ? 'issuer' : 'expired';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  return 'malformed';
}

/** The token mint of the one tenant. */
export function createEntraTokens(options: {
  settings: LocalSettings;
  state: State;
  clock: LocalClock;
  random: Random;
  makeKey?: MakeKey | undefined;
}): EntraTokens {
  const { settings, clock, random } = options;
  const key = openSigningKey(options.state, random, 'entra', options.makeKey);
  const tid = settings.tenantId;
  const v1 = `https://sts.windows.net/${tid}/`;
  const v2 = `https://login.microsoftonline.com/${tid}/v2.0`;
  return {
    key,
    mintAppToken: ({ appId, audience, roles, displayName, lifetimeSeconds, overrides }) =>
      signClaims(key, {
        aud: audience,
        iss: v1,
        ...lifetime(clock, lifetimeSeconds ?? 3599),
        app_displayname: displayName,
        appid: appId,
        appidacr: '1',
        idp: v1,
        idtyp: 'app',
        oid: appId,
        sub: appId,
        roles: roles === undefined || roles.length === 0 ? undefined : roles,
        tid,
        uti: random.guid(),
        ver: '1.0',
        ...overrides,
      }),
    mintUserToken: (person, overrides) =>
      signClaims(key, {
        aud: settings.appId,
        iss: v2,
        ...lifetime(clock, random.int(60, 90) * 60),
        azp: teamsWebClientId,
        azpacr: '0',
        name: person.name,
        oid: person.id,
        preferred_username: person.upn,
        scp: 'access_as_user',
        sub: person.id,
        tid,
        uti: random.guid(),
        ver: '2.0',
        ...overrides,
      }),
    async check(token, audience) {
      try {
        const { payload } = await jwtVerify(token, key.publicKey, {
          algorithms: ['RS256'],
          issuer: [v1, v2],
          audience: [...audience],
          clockTolerance: 300,
          requiredClaims: ['exp', 'nbf', 'tid'],
          currentDate: new Date(clock.real()),
        });
        return { claims: payload };
      } catch (error) {
        return { fault: faultOf(error) };
      }
    },
  };
}
