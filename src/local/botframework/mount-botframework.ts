import type { LocalDeps } from '../deps.js';
import type { Router } from '../http.js';

/** Mounts the metadata and key set with which a bot checks the channel's tokens. */
export function mountBotframework(router: Router, deps: LocalDeps): undefined {
  const base = '/botframework/v1/.well-known';
  router.on('GET', `${base}/openidconfiguration`, (req) => ({
    status: 200,
    body: {
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${req.origin}${base}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  }));
  router.on('GET', `${base}/keys`, () => ({
    status: 200,
    body: { keys: [{ ...deps.inbound.key.jwk, endorsements: ['msteams'] }] },
  }));
  router.fallback('/botframework', () => ({
    status: 404,
    body: { message: 'The resource you are looking for has been removed or does not exist.' },
  }));
  return undefined;
}
