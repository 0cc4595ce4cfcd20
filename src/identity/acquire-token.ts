import { createHash, X509Certificate } from 'node:crypto';
import {
  AuthError,
  ConfidentialClientApplication,
  type Configuration,
  ServerError,
} from '@azure/msal-node';
import { Failure } from '../usecases/failure.js';
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

/** Gives an app-only access token for a scope such as `https://graph.microsoft.com/.default`. */
export type TokenSource = (scope: string) => Promise<string>;

/** A token and the reading of the monotonic clock until which it is used. */
interface HeldToken {
  readonly token: string;
  readonly until: number;
}

/** MSAL renews five minutes before the end as well. */
const renewBeforeMs = 5 * 60 * 1000;

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

  async function acquire(scope: string): Promise<string> {
    const asked = performance.now();
    try {
      const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
      if (!result?.accessToken) throw new Error('Entra ID answered without a token');
      const lifeMs = (result.expiresOn?.getTime() ?? Date.now()) - Date.now();
      held.set(scope, { token: result.accessToken, until: asked + lifeMs - renewBeforeMs });
      return result.accessToken;
    } catch (fault) {
      throw failureOf(fault);
    }
  }

  // MSAL keeps tokens too, but looks through its whole cache at each call: a third of a Graph call's own cost.
  return async (scope) => {
    const known = held.get(scope);
    return known && performance.now() < known.until ? known.token : acquire(scope);
  };
}

function openApplication(configure: () => Configuration): ConfidentialClientApplication {
  try {
    return new ConfidentialClientApplication(configure());
  } catch (cause) {
    throw new Failure('misconfigured', 'the credential of the app cannot be used', { cause });
  }
}
