import { AuthError, PublicClientApplication } from '@azure/msal-node';
import { Failure } from '../usecases/failure.js';
import { authorityOrigin, createNetworkClient } from './network-client.js';

/** What somebody needs to sign in on another device. */
export interface SignInPrompt {
  readonly address: string;
  readonly code: string;
  readonly expiresInS: number;
}

/** What signing in needs. */
export interface SignInOptions {
  readonly tenantId: string;
  /** A registration that allows public client flows. */
  readonly clientId: string;
  /** `https://login.microsoftonline.com` in a tenant. */
  readonly loginOrigin: string;
  /** Delegated permissions, such as `https://graph.microsoft.com/Sites.Manage.All`. */
  readonly scopes: readonly string[];
  /** Shows the code. It is of no use to anybody who does not sign in. */
  readonly tell: (prompt: SignInPrompt) => void;
  readonly timeoutMs?: number;
}

/** A new code is asked for this long before the token ends. */
const renewBeforeMs = 5 * 60 * 1000;

const remedies: readonly (readonly [RegExp, string])[] = [
  [/authorization_declined|access_denied/, 'the sign-in was declined'],
  [/expired_token|device_code_expired/, 'nobody signed in in time; run the command again'],
  [
    /invalid_client|unauthorized_client/,
    'in the registration of PROVISION_CLIENT_ID allow public client flows (Authentication)',
  ],
  [
    /consent_required|invalid_grant|interaction_required/,
    'consent is missing, or a policy forbids device codes: grant admin consent, or use a certificate',
  ],
];

/** What MSAL threw, as one of the four failures. Its message names the error of Entra ID and holds no token. */
function failureOf(fault: unknown): Failure {
  if (fault instanceof Failure) return fault;
  const said = fault instanceof AuthError ? `${fault.errorCode} ${fault.errorMessage}` : '';
  const remedy = remedies.find(([pattern]) => pattern.test(said));
  if (remedy) {
    return new Failure('misconfigured', `No sign-in: ${remedy[1]}.`, { cause: fault });
  }
  const isRefused = fault instanceof AuthError && fault.errorCode === 'post_request_failed';
  const message = `No sign-in: no token from Entra ID ${said}`.trimEnd();
  return new Failure(isRefused ? 'misconfigured' : 'unavailable', message, { cause: fault });
}

/**
 * Opens the source of tokens of a person who signs in with a code on another device. The code is shown at the first
 * use, and again when the token ends. Tokens are kept in memory only. Throws failures.
 */
export function createSignInTokenSource(options: SignInOptions): () => Promise<string> {
  const { tenantId, clientId, loginOrigin, timeoutMs = 10_000 } = options;
  const application = new PublicClientApplication({
    auth: { clientId, authority: `${authorityOrigin}/${tenantId}` },
    system: { networkClient: createNetworkClient({ loginOrigin, timeoutMs }) },
  });

  function show(given: { userCode?: string; verificationUri?: string; expiresIn?: number }): void {
    const { userCode: code, verificationUri: address, expiresIn: expiresInS = 900 } = given;
    // MSAL passes on what was refused as if it were a code.
    if (!code || !address) {
      const said = 'Entra ID gave no code. Check TENANT_ID and PROVISION_CLIENT_ID.';
      throw new Failure('misconfigured', said);
    }
    options.tell({ address, code, expiresInS });
  }

  async function signIn(): Promise<{ readonly token: string; readonly until: number }> {
    try {
      const result = await application.acquireTokenByDeviceCode({
        scopes: [...options.scopes],
        deviceCodeCallback: show,
      });
      if (!result?.accessToken) throw new Error('Entra ID answered without a token');
      const lifeMs = (result.expiresOn?.getTime() ?? Date.now()) - Date.now();
      return { token: result.accessToken, until: performance.now() + lifeMs - renewBeforeMs };
    } catch (fault) {
      throw failureOf(fault);
    }
  }

  let held: { readonly token: string; readonly until: number } | undefined;
  let signingIn: Promise<string> | undefined;
  async function signInOnce(): Promise<string> {
    try {
      held = await signIn();
      return held.token;
    } finally {
      signingIn = undefined;
    }
  }
  return async () => {
    if (held && performance.now() < held.until) return held.token;
    // Calls that come at once wait for the same person.
    signingIn ??= signInOnce();
    return signingIn;
  };
}
