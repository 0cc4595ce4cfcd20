import { civilDateOf, type Instant } from '../domain/instant.js';
import { isValidOn } from '../domain/masters.js';
import type { Role } from '../domain/member.js';
import { rolesNow } from '../usecases/permissions.js';
import type { Register } from '../usecases/ports.js';
import type { SignedIn } from './deps.js';

/** The app role of Entra that makes the first administrator, and nothing else. */
export const bootstrapRole = 'Mebuki.Administrator';

/**
 * The roles of a person now, from the Members list (domain 7). As long as nobody there is an administrator, whoever
 * holds the app role in Entra is one; while that is not known, nobody is.
 */
export function effectiveRoles(register: Register, person: SignedIn, at: Instant): readonly Role[] {
  if (!register.areMembersKnown()) return [];
  const held = rolesNow(register, person.personId, at);
  if (!person.tokenRoles.includes(bootstrapRole) || held.includes('administrator')) return held;
  const today = civilDateOf(at);
  const hasAdministrator = register
    .members()
    .some((member) => member.role === 'administrator' && isValidOn(member, today));
  return hasAdministrator ? held : [...held, 'administrator'];
}
