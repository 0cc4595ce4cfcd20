import { X509Certificate } from 'node:crypto';
import { decodeJwt } from 'jose';
import { credentialFinding } from '../domain/health/credential-finding.js';
import type { Finding, TokenService } from '../domain/health/finding.js';
import { type CivilDate, civilDateOf } from '../domain/instant.js';
import { isFailure } from '../usecases/failure.js';
import type { TokenSource } from './acquire-token.js';
import type { ClientCredential } from './client-credential.js';

/** How long the credential still serves. The end of a secret is known only where somebody wrote it down. */
export function examineCredential(
  credential: ClientCredential,
  secretEndsOn: CivilDate | undefined,
  today: CivilDate,
): Finding {
  if (credential.kind === 'certificate') {
    const { validTo } = new X509Certificate(credential.certificate);
    return credentialFinding('certificate', civilDateOf(Date.parse(validTo)), today);
  }
  return secretEndsOn === undefined
    ? { code: 'secret-end-unknown' }
    : credentialFinding('secret', secretEndsOn, today);
}

/** Whether a token is given for a service. */
export async function examineToken(
  tokens: TokenSource,
  service: TokenService,
  scope: string,
): Promise<Finding> {
  try {
    await tokens(scope);
    return { code: 'token-given', service };
  } catch (fault) {
    if (!isFailure(fault)) throw fault;
    const code = fault.kind === 'misconfigured' ? 'token-refused' : 'token-unreachable';
    return { code, service, said: fault.message };
  }
}

/** All that the app needs of Graph: the sites it is granted, one by one. */
const needed = 'Sites.Selected';
/** Held by choice: the app may install itself, and no other app, for people. */
const selfInstall = 'TeamsAppInstallation.ReadWriteSelfForUser.All';

function rolesOf(token: string): readonly string[] {
  const { roles } = decodeJwt(token);
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

/**
 * Whether the app holds the one permission it needs, perhaps the one it may be given, and none that reaches further: read from its own token, which
 * Graph checks, so that its signature need not be checked here. A fault of getting it is told by `examineToken`.
 */
export async function examinePermissions(
  tokens: TokenSource,
  scope: string,
): Promise<readonly Finding[]> {
  const token = await tokens(scope).catch((fault: unknown) => {
    if (isFailure(fault)) return undefined;
    throw fault;
  });
  if (token === undefined) return [];
  const roles = rolesOf(token);
  const wide = roles.filter((role) => role !== needed && role !== selfInstall);
  const findings: Finding[] = [];
  if (!roles.includes(needed)) findings.push({ code: 'permission-missing' });
  if (wide.length > 0) findings.push({ code: 'permissions-wide', roles: wide });
  const asked: readonly Finding[] = findings.length > 0 ? findings : [{ code: 'permission-least' }];
  return roles.includes(selfInstall) ? [...asked, { code: 'may-install-itself' }] : asked;
}
