import { createHash, X509Certificate } from 'node:crypto';
import {
  AuthError,
  ConfidentialClientApplication,
  type Configuration,
  ServerError,
} from '@azure/msal-node';
import { Failure, isFailure } from '../usecases/failure.js';
import type { ClientCredential } from './client-credential.js';
import { authorityOrigin, createNetworkClient } from './network-client.js';

/** What obtaining tokens needs. */
export interface TokenSourceOptions {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: ClientCredential;
  /** `https://login.microsoftonline.com` in a tenant. */
  readonly loginOrigin: string;
  readonly timeoutMs?: number;
}

/**
 * Gives an app-only access token for a scope such as `https://graph.microsoft.com/.default`. Where a service did not
 * accept one, it is named in `refused`, and another is fetched; the same comes back where that was done just before.
 */
export type TokenSource = (scope: string, refused?: string) => Promise<string>;

/** A token and readings of the monotonic clock. */
interface HeldToken {
  readonly token: string;
  /** Until when it is used without asking for another. */
  readonly until: number;
  readonly endsAt: number;
  /** When it took the place of a refused one. */
  readonly renewedAt: number;
}

/** MSAL renews five minutes before the end as well. */
const renewBeforeMs = 5 * 60 * 1000;

/** A token fetched anew and refused again is not a matter of its age: Entra ID is not asked for more of them. */
const renewedForMs = 30_000;

/** While Entra ID is away a token is used until its end, and another is asked for this often. */
const askAgainMs = 10_000;

type Auth = Configuration['auth'];

function proofOf(credential: ClientCredential): Pick<Auth, 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { raw } = new X509Certificate(credential.certificate);
  const thumbprintSha256 = createHash('sha256').update(raw).digest('hex');
  return {
    clientCertificate: {
      thumbprintSha256,
      privateKey: credential.privateKey,
      x5c: credential.certificate,
    },
  };
}

/** Codes by which Entra ID says that it could not answer now (AADSTS), besides network failures. */
const passingCodes: ReadonlySet<string> = new Set(['temporarily_unavailable', 'server_error']);

function failureOf(fault: unknown): Failure {
  const code = fault instanceof AuthError ? fault.errorCode : '';
  const refused = fault instanceof ServerError && !passingCodes.has(code);
  if (!refused) {
    return new Failure('unavailable', `no token from Entra ID ${code}`.trimEnd(), { cause: fault });
  }
  // The description names tenant and application, which is what an operator needs, and holds no secret.
  const said = fault.message.split(/\r?\n| Trace ID/)[0];
  return new Failure(
    'misconfigured',
    `Entra ID refused a token: ${said} Check TENANT_ID, APP_ID and the credential.`,
    { cause: fault },
  );
}

/**
 * Opens the source of app-only tokens. Tokens are cached until shortly before they end. Throws failures: misconfigured
 * where Entra ID refuses the app, unavailable where it cannot be reached.
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { tenantId, clientId, loginOrigin, timeoutMs = 10_000 } = options;
  const application = openApplication(() => ({
    auth: {
      clientId,
      authority: `${authorityOrigin}/${tenantId}`,
      ...proofOf(options.credential),
    },
    system: { networkClient: createNetworkClient({ loginOrigin, timeoutMs }) },
  }));

  const held = new Map<string, HeldToken>();

  const underWay = new Map<string, Promise<string>>();

  async function acquire(scope: string, isRenewal: boolean): Promise<string> {
    const asked = performance.now();
    try {
      const result = await application.acquireTokenByClientCredential({
        scopes: [scope],
        skipCache: isRenewal,
      });
      if (!result?.accessToken) throw new Error('Entra ID answered without a token');
      const { accessToken: token, expiresOn } = result;
      const lifeMs = (expiresOn?.getTime() ?? Date.now()) - Date.now();
      const endsAt = asked + lifeMs;
      const renewedAt = isRenewal ? asked : Number.NEGATIVE_INFINITY;
      held.set(scope, { token, until: endsAt - renewBeforeMs, endsAt, renewedAt });
      return token;
    } catch (fault) {
      throw failureOf(fault);
    } finally {
      underWay.delete(scope);
    }
  }

  /** Who wants a token while one is fetched gets the same. */
  function fetchOne(scope: string, isRenewal: boolean): Promise<string> {
    const fetching = underWay.get(scope) ?? acquire(scope, isRenewal);
    underWay.set(scope, fetching);
    return fetching;
  }

  async function renewOrKeep(scope: string, known: HeldToken): Promise<string> {
    try {
      return await fetchOne(scope, false);
    } catch (fault) {
      const now = performance.now();
      if (!isFailure(fault, 'unavailable') || now >= known.endsAt) throw fault;
      held.set(scope, { ...known, until: Math.min(known.endsAt, now + askAgainMs) });
      return known.token;
    }
  }

  // MSAL keeps tokens too, but looks through its whole cache at each call: a third of a Graph call's own cost.
  return async (scope, refused) => {
    const known = held.get(scope);
    if (!known) return fetchOne(scope, false);
    if (known.token === refused) {
      const isFresh = performance.now() - known.renewedAt < renewedForMs;
      return isFresh ? known.token : fetchOne(scope, true);
    }
    return performance.now() < known.until ? known.token : renewOrKeep(scope, known);
  };
}

function openApplication(configure: () => Configuration): ConfidentialClientApplication {
  try {
    return new ConfidentialClientApplication(configure());
  } catch (cause) {
    throw new Failure('misconfigured', 'the credential of the app cannot be used', { cause });
  }
}
