import type { LocalDeps } from '../deps.js';
import type { Person } from '../people.js';
import type { AppRegistration } from './app-registrations.js';
import { lifetime, signClaims } from './entra-tokens.js';

const lifeS = 3599;

/** v1-form token with which an application calls Graph as the person who signed in. */
export function mintDelegatedToken(
  { entra, settings, clock, random }: LocalDeps,
  person: Person,
  app: AppRegistration,
  scopes: readonly string[],
): Promise<string> {
  return signClaims(entra.key, {
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${settings.tenantId}/`,
    ...lifetime(clock, lifeS),
    app_displayname: app.displayName,
    appid: app.appId,
    appidacr: '0',
    idtyp: 'user',
    name: person.name,
    oid: person.id,
    scp: scopes.join(' '),
    sub: person.id,
    tid: settings.tenantId,
    upn: person.upn,
    uti: random.guid(),
    ver: '1.0',
  });
}

/** v2 token that tells a client who signed in. */
export function mintIdToken(
  { entra, settings, clock, random }: LocalDeps,
  person: Person,
  app: AppRegistration,
): Promise<string> {
  return signClaims(entra.key, {
    aud: app.appId,
    iss: `https://login.microsoftonline.com/${settings.tenantId}/v2.0`,
    ...lifetime(clock, lifeS),
    name: person.name,
    oid: person.id,
    preferred_username: person.upn,
    sub: person.id,
    tid: settings.tenantId,
    uti: random.guid(),
    ver: '2.0',
  });
}
