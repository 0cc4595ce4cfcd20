import type { EntraTokens, TokenFault } from '../entra/entra-tokens.js';
import type { Directory } from '../people.js';
import { invalidToken } from './errors.js';
import type { Caller } from './graph-call.js';

const audience = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

const messages: Record<TokenFault, string> = {
  malformed: 'CompactToken parsing failed with error code: 80049217',
  signature: 'Access token validation failure. Invalid signature.',
  expired: 'Lifetime validation failed, the token is expired.',
  issuer: 'Access token validation failure. Invalid issuer.',
  audience: 'Access token validation failure. Invalid audience.',
};

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/**
 * What somebody who signed in may do through the application: no more than the scopes of the token, and no more than
 * the person may. In this tenant the sites are administered by administrators, and others see none of them.
 */
function delegationOf(
  directory: Directory,
  claims: Readonly<Record<string, unknown>>,
): Pick<Caller, 'roles' | 'person'> | undefined {
  const scp = claims['scp'];
  if (typeof scp !== 'string') return undefined;
  const person = directory.find(String(claims['oid']));
  if (person === undefined) throw invalidToken('The user does not exist in the directory.');
  const { id, name: displayName, upn: email } = person;
  const roles = person.persona === 'administrator' ? scp.split(' ') : [];
  return { roles, person: { id, displayName, email } };
}

/** Checks the `Authorization` header and names the caller, or refuses with 401. */
export async function checkBearer(
  tokens: EntraTokens,
  directory: Directory,
  header: string | undefined,
): Promise<Caller> {
  const [, token] = /^Bearer +(\S+)$/i.exec(header ?? '') ?? [];
  if (token === undefined) throw invalidToken('Access token is empty.');
  const checked = await tokens.check(token, audience);
  if ('fault' in checked) throw invalidToken(messages[checked.fault]);
  const { claims } = checked;
  const appId = claims['appid'] ?? claims['azp'];
  if (typeof appId !== 'string') throw invalidToken(messages.malformed);
  const displayName = claims['app_displayname'];
  return {
    appId,
    displayName: typeof displayName === 'string' ? displayName : appId,
    roles: textsOf(claims['roles']),
    ...delegationOf(directory, claims),
  };
}
