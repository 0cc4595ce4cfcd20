import type { Reply } from '../http.js';

/** A refusal of the token endpoint: OAuth error, AADSTS number and text. */
export interface EntraError {
  status: 400 | 401 | 404;
  error: string;
  number: number;
  text: string;
  suberror?: string;
}

const invalidRequest = (number: number, text: string): EntraError => ({
  status: 400,
  error: 'invalid_request',
  number,
  text,
});

const invalidClient = (number: number, text: string): EntraError => ({
  status: 401,
  error: 'invalid_client',
  number,
  text,
});

/** AADSTS900144: a parameter of the form is absent. */
export const missingParameter = (name: string) =>
  invalidRequest(900144, `The request body must contain the following parameter: '${name}'.`);

/** AADSTS90002: nobody has this tenant. */
export const unknownTenant = (tenant: string) =>
  invalidRequest(
    90002,
    `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  );

/** AADSTS700016: the tenant has no such application. */
export const unknownApplication = (appId: string, tenantId: string): EntraError => ({
  status: 400,
  error: 'unauthorized_client',
  number: 700016,
  text: `Application with identifier '${appId}' was not found in the directory '${tenantId}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
});

/** AADSTS7000215: wrong client secret. */
export const wrongSecret = (appId: string) =>
  invalidClient(
    7000215,
    `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${appId}'.`,
  );

/** AADSTS7000216: no credential at all. */
export const missingCredential = () =>
  invalidClient(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  );

/** AADSTS700027: assertion not signed by a registered certificate, or its claims are wrong. */
export const wrongAssertion = (reason: string) =>
  invalidClient(700027, `Client assertion failed signature validation. ${reason}`);

/** AADSTS700024: assertion outside its valid time. */
export const expiredAssertion = () =>
  invalidClient(700024, 'Client assertion is not within its valid time range.');

/** AADSTS1002012: a scope of the client credentials flow without `/.default`. */
export const scopeWithoutDefault = (scope: string): EntraError => ({
  status: 400,
  error: 'invalid_scope',
  number: 1002012,
  text: `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
});

/** AADSTS70011: several resources in one scope. */
export const invalidScope = (scope: string): EntraError => ({
  status: 400,
  error: 'invalid_scope',
  number: 70011,
  text: `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
});

/** AADSTS500011: a resource this tenant does not know. */
export const unknownResource = (resource: string, tenantId: string): EntraError => ({
  status: 400,
  error: 'invalid_resource',
  number: 500011,
  text: `The resource principal named ${resource} was not found in the tenant named ${tenantId}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
});

/** AADSTS70003: a grant type that is not offered. */
export const unsupportedGrant = (grant: string): EntraError => ({
  status: 400,
  error: 'unsupported_grant_type',
  number: 70003,
  text: `The app requested an unsupported grant type '${grant}'.`,
});

/** AADSTS50027: the user assertion is not a token of this tenant for this app. */
export const wrongUserAssertion = (): EntraError => ({
  status: 400,
  error: 'invalid_grant',
  number: 50027,
  text: 'JWT token is invalid or malformed.',
});

/** AADSTS500133: the user assertion has expired. */
export const expiredUserAssertion = (): EntraError => ({
  status: 400,
  error: 'invalid_grant',
  number: 500133,
  text: 'Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token.',
});

/** AADSTS65001: nobody consented to the delegated permission. */
export const consentMissing = (appId: string): EntraError => ({
  status: 400,
  error: 'invalid_grant',
  number: 65001,
  suberror: 'consent_required',
  text: `The user or administrator has not consented to use the application with ID '${appId}'. Send an interactive authorization request for this user and resource.`,
});

/** AADSTS70016: the person has not signed in on the other device yet. */
export const authorizationPending = (): EntraError => ({
  status: 400,
  error: 'authorization_pending',
  number: 70016,
  text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
});

/** AADSTS65004: the person declined. */
export const authorizationDeclined = (): EntraError => ({
  status: 400,
  error: 'authorization_declined',
  number: 65004,
  text: 'User declined to consent to access the app.',
});

/** AADSTS70020: nobody signed in in time. */
export const expiredDeviceCode = (): EntraError => ({
  status: 400,
  error: 'expired_token',
  number: 70020,
  text: "The provided value for the input parameter 'device_code' is not valid. This device code has expired.",
});

/** AADSTS70018: a device code that was never given, or gave its token already. */
export const badVerificationCode = (): EntraError => ({
  status: 400,
  error: 'bad_verification_code',
  number: 70018,
  text: "The provided value for the input parameter 'device_code' is not valid.",
});

/** AADSTS7000218: the registration does not allow public client flows. */
export const publicClientRefused = (): EntraError =>
  invalidClient(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );

/** AADSTS900561: the endpoint takes only POST. */
export const onlyPost = (method: string) =>
  invalidRequest(900561, `The endpoint only accepts POST requests. Received a ${method} request.`);

/** AADSTS90023: an address the endpoint does not have. */
export const unknownEndpoint = (): EntraError => ({
  status: 404,
  error: 'invalid_request',
  number: 90023,
  text: 'The requested endpoint does not exist.',
});

/** The answer that carries a refusal. */
export function entraErrorReply(
  fault: EntraError,
  trace: { traceId: string; correlationId: string; at: Date },
): Reply {
  const timestamp = `${trace.at.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status: fault.status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
    body: {
      error: fault.error,
      error_description: `AADSTS${fault.number}: ${fault.text} Trace ID: ${trace.traceId} Correlation ID: ${trace.correlationId} Timestamp: ${timestamp}`,
      error_codes: [fault.number],
      timestamp,
      trace_id: trace.traceId,
      correlation_id: trace.correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${fault.number}`,
      ...(fault.suberror === undefined ? {} : { suberror: fault.suberror }),
    },
  };
}
