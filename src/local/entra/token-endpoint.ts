import type { LocalDeps } from '../deps.js';
import type { LocalRequest, Reply } from '../http.js';
import { type AppRegistration, findRegistration } from './app-registrations.js';
import { checkClientCredential } from './client-credential.js';
import {
  consentMissing,
  type EntraError,
  entraErrorReply,
  expiredUserAssertion,
  invalidScope,
  missingParameter,
  scopeWithoutDefault,
  unknownApplication,
  unknownResource,
  unknownTenant,
  unsupportedGrant,
  wrongUserAssertion,
} from './entra-error.js';
import { redeemDeviceCode } from './redeem-device-code.js';

const graphAudience = 'https://graph.microsoft.com';

/** Resources the tenant knows: names a scope may use → audience of the token. */
const resources = new Map([
  ['https://graph.microsoft.com', graphAudience],
  ['00000003-0000-0000-c000-000000000000', graphAudience],
  ['https://api.botframework.com', 'https://api.botframework.com'],
]);

type Issued = { token: string; expiresIn: number; more?: object };

/** Both forms of the grant are in use; MSAL sends the short one. */
const deviceGrants: readonly string[] = [
  'device_code',
  'urn:ietf:params:oauth:grant-type:device_code',
];

/** The members of a form; none where the body is no form. */
export function formOf(req: LocalRequest): URLSearchParams {
  const type = req.headers['content-type'] ?? '';
  const isForm = type.startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? req.rawBody.toString('utf8') : '');
}

function audienceOf(scope: string, tenantId: string): { audience: string } | EntraError {
  const scopes = scope.split(' ').filter((part) => part !== '');
  const [only] = scopes;
  if (only === undefined || scopes.length > 1) return invalidScope(scope);
  if (!only.endsWith('/.default')) return scopeWithoutDefault(only);
  const resource = only.slice(0, -'/.default'.length).replace(/\/$/, '');
  const audience = resources.get(resource);
  return audience === undefined ? unknownResource(resource, tenantId) : { audience };
}

async function issueAppToken(
  deps: LocalDeps,
  app: AppRegistration,
  form: URLSearchParams,
): Promise<Issued | EntraError> {
  const scope = form.get('scope');
  if (scope === null) return missingParameter('scope');
  const found = audienceOf(scope, deps.settings.tenantId);
  if ('error' in found) return found;
  const token = await deps.entra.mintAppToken({
    appId: app.appId,
    audience: found.audience,
    displayName: app.displayName,
    roles: found.audience === graphAudience ? app.graphRoles : [],
  });
  return { token, expiresIn: 3599 };
}

/** On-behalf-of: checked like the service does, then refused, since nobody consented here. */
async function refuseOnBehalfOf(
  deps: LocalDeps,
  app: AppRegistration,
  form: URLSearchParams,
): Promise<EntraError> {
  if (form.get('requested_token_use') !== 'on_behalf_of') {
    return missingParameter('requested_token_use');
  }
  const assertion = form.get('assertion');
  if (assertion === null) return missingParameter('assertion');
  if (form.get('scope') === null) return missingParameter('scope');
  const checked = await deps.entra.check(assertion, [app.appId]);
  if ('fault' in checked) {
    return checked.fault === 'expired' ? expiredUserAssertion() : wrongUserAssertion();
  }
  return consentMissing(app.appId);
}

async function decide(deps: LocalDeps, req: LocalRequest): Promise<Issued | EntraError> {
  const tenant = req.params['tenant'] ?? '';
  if (tenant.toLowerCase() !== deps.settings.tenantId.toLowerCase()) return unknownTenant(tenant);
  const form = formOf(req);
  const grant = form.get('grant_type');
  if (grant === null) return missingParameter('grant_type');
  const clientId = form.get('client_id');
  if (clientId === null) return missingParameter('client_id');
  const app = findRegistration(deps.settings, clientId);
  if (app === undefined) return unknownApplication(clientId, deps.settings.tenantId);
  if (deviceGrants.includes(grant)) return redeemDeviceCode(deps, app, form);
  const audience = [
    `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`,
    `https://login.microsoftonline.com/${tenant}/v2.0`,
    `${req.origin}${req.path}`,
  ];
  const refusal = await checkClientCredential(app, form, audience, new Date(deps.clock.real()));
  if (refusal !== undefined) return refusal;
  if (grant === 'client_credentials') return issueAppToken(deps, app, form);
  if (grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer') {
    return refuseOnBehalfOf(deps, app, form);
  }
  return unsupportedGrant(grant);
}

/** The trace members of an Entra answer. */
export function traceOf(deps: LocalDeps, req: LocalRequest) {
  const correlationId = req.url.searchParams.get('client-request-id') ?? deps.random.guid();
  return { traceId: deps.random.guid(), correlationId, at: new Date(deps.clock.real()) };
}

/** `POST /{tenant}/oauth2/v2.0/token` (facts: tab-identity.md §B.1). */
export async function answerTokenRequest(deps: LocalDeps, req: LocalRequest): Promise<Reply> {
  const decided = await decide(deps, req);
  if ('error' in decided) return entraErrorReply(decided, traceOf(deps, req));
  return {
    status: 200,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store, no-cache',
    },
    body: {
      token_type: 'Bearer',
      expires_in: decided.expiresIn,
      ext_expires_in: decided.expiresIn,
      access_token: decided.token,
      ...decided.more,
    },
  };
}
