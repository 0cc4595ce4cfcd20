import type { LocalDeps } from '../deps.js';
import type { LocalRequest, Reply } from '../http.js';
import { findRegistration } from './app-registrations.js';
import { deviceCodeLifeS } from './device-codes.js';
import {
  type EntraError,
  entraErrorReply,
  missingParameter,
  unknownApplication,
  unknownTenant,
} from './entra-error.js';
import { formOf, traceOf } from './token-endpoint.js';

const verificationUri = 'https://microsoft.com/devicelogin';

type Begun = { readonly begun: object } | { readonly refusal: EntraError };

function begin(deps: LocalDeps, req: LocalRequest): Begun {
  const { tenantId } = deps.settings;
  const tenant = req.params['tenant'] ?? '';
  if (tenant.toLowerCase() !== tenantId.toLowerCase()) return { refusal: unknownTenant(tenant) };
  const form = formOf(req);
  const clientId = form.get('client_id');
  if (clientId === null) return { refusal: missingParameter('client_id') };
  const scope = form.get('scope');
  if (scope === null) return { refusal: missingParameter('scope') };
  const app = findRegistration(deps.settings, clientId);
  if (app === undefined) return { refusal: unknownApplication(clientId, tenantId) };
  const { userCode, deviceCode } = deps.deviceCodes.begin(app.appId, scope);
  const begun = {
    user_code: userCode,
    device_code: deviceCode,
    verification_uri: verificationUri,
    expires_in: deviceCodeLifeS,
    interval: deps.profile.current().deviceCodeIntervalS,
    message: `To sign in, use a web browser to open the page ${verificationUri} and enter the code ${userCode} to authenticate.`,
  };
  return { begun };
}

/** `POST /{tenant}/oauth2/v2.0/devicecode`: begins a sign-in on another device. */
export function answerDeviceCodeRequest(deps: LocalDeps, req: LocalRequest): Reply {
  const began = begin(deps, req);
  if ('refusal' in began) return entraErrorReply(began.refusal, traceOf(deps, req));
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store, no-cache',
  };
  return { status: 200, headers, body: began.begun };
}
