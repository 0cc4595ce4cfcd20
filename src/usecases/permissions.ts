import { civilDateOf, type Instant } from '../domain/instant.js';
import { type Role, rolesOf } from '../domain/member.js';
import type { PersonId } from '../domain/person.js';
import type { Refusal } from '../domain/refusal.js';
import type { Register } from './ports.js';

/** The roles a person holds now, read from the Members list, for bot and tab alike (domain 7). */
export function rolesNow(register: Register, personId: PersonId, at: Instant): readonly Role[] {
  return rolesOf(register.members(), personId, civilDateOf(at));
}

/** Refuses whoever is not of the secretariat. */
export function refuseUnlessSecretariat(
  register: Register,
  personId: PersonId,
  at: Instant,
): Refusal | undefined {
  return rolesNow(register, personId, at).includes('secretariat')
    ? undefined
    : { code: 'not-permitted' };
}

/** Refuses whoever is no administrator, by the roles held at this request. */
export function refuseUnlessAdministrator(roles: readonly Role[]): Refusal | undefined {
  return roles.includes('administrator') ? undefined : { code: 'not-permitted' };
}
