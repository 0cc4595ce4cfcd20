import { X509Certificate } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import type { AppRegistration } from './app-registrations.js';
import {
  type EntraError,
  expiredAssertion,
  missingCredential,
  missingParameter,
  wrongAssertion,
  wrongSecret,
} from './entra-error.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

async function checkAssertion(
  app: AppRegistration,
  assertion: string,
  audience: readonly string[],
  now: Date,
): Promise<EntraError | undefined> {
  if (app.certificate === undefined) {
    return wrongAssertion('[Reason - The key was not found.]');
  }
  try {
    await jwtVerify(assertion, new X509Certificate(app.certificate).publicKey, {
      algorithms: ['RS256', 'PS256'],
      issuer: app.appId,
      subject: app.appId,
      audience: [...audience],
      clockTolerance: 300,
      requiredClaims: ['exp', 'jti'],
      currentDate: now,
    });
    return undefined;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return expiredAssertion();
    return wrongAssertion('[Reason - The key was not found, or a claim does not match.]');
  }
}

/** Checks the secret or the signed assertion an application identifies itself with. */
export async function checkClientCredential(
  app: AppRegistration,
  form: URLSearchParams,
  audience: readonly string[],
  now: Date,
): Promise<EntraError | undefined> {
  const secret = form.get('client_secret');
  if (secret !== null) return secret === app.secret ? undefined : wrongSecret(app.appId);
  const assertion = form.get('client_assertion');
  if (assertion === null) return missingCredential();
  const type = form.get('client_assertion_type');
  if (type === null) return missingParameter('client_assertion_type');
  if (type !== assertionType) return wrongAssertion(`Unknown assertion type '${type}'.`);
  return checkAssertion(app, assertion, audience, now);
}
