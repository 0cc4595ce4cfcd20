import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Instant } from '../domain/instant.js';
import { tidyLine } from '../domain/written-text.js';
import type { Clock, FaultLog } from '../usecases/ports.js';
import { openCheckedTokens } from './checked-tokens.js';

/** What tokens of tabs are checked against. */
export interface UserTokenRules {
  readonly tenantId: string;
  readonly appId: string;
  readonly appIdUri: string;
  /** The fixed address of the tenant's key set; whatever a token says about keys is ignored. */
  readonly jwksUrl: string;
}

/** Whom a token names. `personId` is the object id in lower case; `name` is for display only. */
export interface TokenBearer {
  readonly personId: string;
  readonly name: string;
  readonly tokenRoles: readonly string[];
}

/** `unavailable`: the keys could not be fetched, so nobody can say whether the token holds. */
export type UserTokenCheck = (token: string) => Promise<TokenBearer | 'refused' | 'unavailable'>;

const clockToleranceSeconds = 300;
const longestToken = 16_000;
const longestName = 100;

const claimsShape = z.object({
  aud: z.string(),
  iss: z.string(),
  ver: z.enum(['1.0', '2.0']),
  tid: z.string(),
  oid: z.guid(),
  scp: z.string(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  roles: z.array(z.string()).optional(),
  idtyp: z.string().optional(),
  idp: z.string().optional(),
  acct: z.union([z.number(), z.string()]).optional(),
});

type Claims = z.infer<typeof claimsShape>;

/** Failures of jose that mean the keys are out of reach; every other one means a bad token. */
function isKeyTrouble(fault: unknown): boolean {
  return (
    !(fault instanceof errors.JOSEError) ||
    fault.code === errors.JOSEError.code ||
    fault instanceof errors.JWKSTimeout ||
    fault instanceof errors.JWKSInvalid
  );
}

/** Version, issuer and audience belong together: a v1 claim in a v2 token is no token of Entra. */
function isOfThisApp(claims: Claims, rules: UserTokenRules): boolean {
  const v1 = `https://sts.windows.net/${rules.tenantId}/`;
  const v2 = `https://login.microsoftonline.com/${rules.tenantId}/v2.0`;
  const isHome = claims.idp === undefined || claims.idp === v1 || claims.idp === v2;
  const isVersion =
    claims.ver === '2.0'
      ? claims.iss === v2 && claims.aud === rules.appId
      : claims.iss === v1 && (claims.aud === rules.appId || claims.aud === rules.appIdUri);
  return isHome && isVersion && claims.tid === rules.tenantId;
}

/** A member of staff signed in to this app: no application, no guest of another organisation. */
function isStaff(claims: Claims): boolean {
  return (
    claims.scp.split(' ').includes('access_as_user') &&
    claims.idtyp !== 'app' &&
    String(claims.acct ?? '0') === '0'
  );
}

function bearerOf(payload: JWTPayload, rules: UserTokenRules): TokenBearer | 'refused' {
  const claims = claimsShape.safeParse(payload);
  if (!claims.success || !isOfThisApp(claims.data, rules) || !isStaff(claims.data)) {
    return 'refused';
  }
  const { oid, name, preferred_username, roles } = claims.data;
  return {
    personId: oid.toLowerCase(),
    // By characters: half of one could not be stored.
    name: [...tidyLine(name ?? preferred_username ?? '')].slice(0, longestName).join(''),
    tokenRoles: roles ?? [],
  };
}

/**
 * Opens the check of Teams single sign-on tokens (facts: tab-identity C): RS256 by a key of the tenant, both audience
 * and issuer forms pinned, `oid`, `tid` and `scp` required. Keys are fetched from one fixed address and kept; a token
 * found sound is not checked again for five minutes.
 */
export function openUserTokenCheck(
  rules: UserTokenRules,
  clock: Clock,
  onFault: FaultLog,
): UserTokenCheck {
  const keys = createRemoteJWKSet(new URL(rules.jwksUrl), { timeoutDuration: 5_000 });
  const expected = {
    algorithms: ['RS256'],
    audience: [rules.appId, rules.appIdUri],
    issuer: [
      `https://login.microsoftonline.com/${rules.tenantId}/v2.0`,
      `https://sts.windows.net/${rules.tenantId}/`,
    ],
    clockTolerance: clockToleranceSeconds,
    requiredClaims: ['exp', 'nbf', 'tid', 'oid', 'scp', 'ver'],
  };
  const checked = openCheckedTokens<TokenBearer>();

  async function check(token: string, at: Instant): Promise<TokenBearer | 'refused'> {
    const { payload } = await jwtVerify(token, keys, { ...expected, currentDate: new Date(at) });
    const bearer = bearerOf(payload, rules);
    const expires = ((payload.exp ?? 0) + clockToleranceSeconds) * 1000;
    if (bearer !== 'refused') checked.remember(token, bearer, expires, at);
    return bearer;
  }

  return async (token) => {
    if (token.length > longestToken) return 'refused';
    const at = clock.now();
    try {
      return checked.recall(token, at) ?? (await check(token, at));
    } catch (fault) {
      if (!isKeyTrouble(fault)) return 'refused';
      onFault('fetching the keys that user tokens are checked with', fault);
      return 'unavailable';
    }
  };
}
