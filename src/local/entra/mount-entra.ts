import type { LocalDeps } from '../deps.js';
import type { LocalRequest, Reply, Router } from '../http.js';
import { answerDeviceCodeRequest } from './device-code-endpoint.js';
import {
  type EntraError,
  entraErrorReply,
  onlyPost,
  unknownEndpoint,
  unknownTenant,
} from './entra-error.js';
import { answerTokenRequest, traceOf } from './token-endpoint.js';

const tokenPath = '/entra/:tenant/oauth2/v2.0/token';
const deviceCodePath = '/entra/:tenant/oauth2/v2.0/devicecode';

function openIdConfiguration(req: LocalRequest, tenantId: string): object {
  const base = `${req.origin}/entra/${tenantId}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    tenant_region_scope: 'AS',
    cloud_instance_name: 'microsoftonline.com',
  };
}

/** Mounts the sign-in service: tokens, device codes, key set, metadata. */
export function mountEntra(router: Router, deps: LocalDeps): undefined {
  const { tenantId } = deps.settings;
  const refuse = (req: LocalRequest, fault: EntraError): Reply =>
    entraErrorReply(fault, traceOf(deps, req));
  const forTenant = (body: (req: LocalRequest) => object) => (req: LocalRequest) => {
    const tenant = req.params['tenant'] ?? '';
    if (tenant.toLowerCase() !== tenantId.toLowerCase()) return refuse(req, unknownTenant(tenant));
    return { status: 200, body: body(req) };
  };
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  router.on('POST', tokenPath, (req) => answerTokenRequest(deps, req));
  router.on('POST', deviceCodePath, (req) => answerDeviceCodeRequest(deps, req));
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    for (const path of [tokenPath, deviceCodePath]) {
      router.on(method, path, (req) => refuse(req, onlyPost(method)));
    }
  }
  router.on(
    'GET',
    '/entra/:tenant/discovery/v2.0/keys',
    forTenant(() => ({ keys: [{ ...deps.entra.key.jwk, issuer }] })),
  );
  router.on(
    'GET',
    '/entra/:tenant/v2.0/.well-known/openid-configuration',
    forTenant((req) => openIdConfiguration(req, tenantId)),
  );
  router.fallback('/entra', (req) => refuse(req, unknownEndpoint()));
  return undefined;
}
