import type { LocalDeps } from '../deps.js';
import type { Person } from '../people.js';
import type { AppRegistration } from './app-registrations.js';
import { mintDelegatedToken, mintIdToken } from './delegated-tokens.js';
import type { DeviceCode } from './device-codes.js';
import {
  authorizationDeclined,
  authorizationPending,
  badVerificationCode,
  consentMissing,
  type EntraError,
  expiredDeviceCode,
  missingParameter,
  publicClientRefused,
} from './entra-error.js';

const graph = 'https://graph.microsoft.com/';
/** Scopes of the sign-in itself. */
const signInScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access']);

/** What a signed-in client is answered with beside the members that every token has. */
export interface SignedIn {
  readonly token: string;
  readonly expiresIn: number;
  readonly more: object;
}

/** The delegated permissions asked for; undefined where one was never consented. */
function scopesOf(app: AppRegistration, scope: string): readonly string[] | undefined {
  const asked = scope.split(' ').filter((each) => each !== '' && !signInScopes.has(each));
  const names = asked.flatMap((each) =>
    each === `${graph}.default` ? app.delegatedScopes : each.replace(graph, ''),
  );
  return names.every((name) => app.delegatedScopes.includes(name)) ? names : undefined;
}

async function issue(
  deps: LocalDeps,
  app: AppRegistration,
  code: DeviceCode,
  person: Person,
): Promise<SignedIn | EntraError> {
  const scopes = scopesOf(app, code.scope);
  if (scopes === undefined) return consentMissing(app.appId);
  const uid = { uid: person.id, utid: deps.settings.tenantId };
  return {
    token: await mintDelegatedToken(deps, person, app, scopes),
    expiresIn: 3599,
    more: {
      scope: scopes.map((name) => `${graph}${name}`).join(' '),
      id_token: await mintIdToken(deps, person, app),
      // No refresh token: the stand-in does not renew, and a client does without.
      client_info: Buffer.from(JSON.stringify(uid)).toString('base64url'),
    },
  };
}

/** One poll of a client whose person signs in on another device. */
export async function redeemDeviceCode(
  deps: LocalDeps,
  app: AppRegistration,
  form: URLSearchParams,
): Promise<SignedIn | EntraError> {
  if (!app.allowsPublicClient) return publicClientRefused();
  const deviceCode = form.get('device_code');
  if (deviceCode === null) return missingParameter('device_code');
  const found = deps.deviceCodes.find(deviceCode);
  if (found === undefined || found.appId !== app.appId) return badVerificationCode();
  const { answer, expiresAt } = found;
  if (answer === undefined) {
    return deps.clock.now() < expiresAt ? authorizationPending() : expiredDeviceCode();
  }
  deps.deviceCodes.spend(deviceCode);
  return answer === 'declined' ? authorizationDeclined() : issue(deps, app, found, answer.signedIn);
}
