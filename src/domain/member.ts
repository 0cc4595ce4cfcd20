import type { CivilDate } from './instant.js';
import { isValidOn } from './masters.js';
import type { PersonId } from './person.js';

/** Roles beyond plain staff (domain 7); who has none is staff. */
export const roles = ['secretariat', 'owner', 'head', 'executive', 'administrator'] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/** A role as held now, with the department it holds for. */
export interface HeldRole {
  readonly role: Role;
  /** `owner` and `head` hold for this department; without one they hold for none. */
  readonly departmentId?: string;
}

/** One row of the Members list: a person, a role, its department scope and its days. */
export interface Member extends HeldRole {
  readonly personId: PersonId;
  readonly name: string;
  readonly validFrom?: CivilDate;
  readonly validTo?: CivilDate;
}

/** The roles with their scope that a person holds on a day. A deputy 代理 is a row of its own with its own days. */
export function heldRoles(
  members: readonly Member[],
  personId: PersonId,
  day: CivilDate,
): readonly HeldRole[] {
  return members
    .filter((member) => member.personId === personId && isValidOn(member, day))
    .map(({ role, departmentId }) => ({ role, ...(departmentId ? { departmentId } : {}) }));
}

/** The roles a person holds on a day, whatever their scope. */
export function rolesOf(
  members: readonly Member[],
  personId: PersonId,
  day: CivilDate,
): readonly Role[] {
  const held = heldRoles(members, personId, day);
  return roles.filter((role) => held.some((each) => each.role === role));
}

/** Who holds a role for a department on a day. */
export function holdersOf(
  members: readonly Member[],
  { role, departmentId }: HeldRole,
  day: CivilDate,
): readonly Member[] {
  return members.filter(
    (member) =>
      member.role === role && member.departmentId === departmentId && isValidOn(member, day),
  );
}
