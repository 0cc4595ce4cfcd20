import type { CivilDate } from './instant.js';
import { isValidOn } from './masters.js';
import type { PersonId } from './person.js';

/** Roles beyond plain staff (domain 7); who has none is staff. */
export const roles = ['secretariat', 'owner', 'head', 'executive', 'administrator'] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/** One row of the Members list: a person, a role, its department scope and its days. */
export interface Member {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly departmentId?: string;
  readonly validFrom?: CivilDate;
  readonly validTo?: CivilDate;
}

/** The roles a person holds on a day. */
export function rolesOf(
  members: readonly Member[],
  personId: PersonId,
  day: CivilDate,
): readonly Role[] {
  const held = members.filter((member) => member.personId === personId && isValidOn(member, day));
  return roles.filter((role) => held.some((member) => member.role === role));
}
