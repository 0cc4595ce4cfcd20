import type { Act } from '../domain/act.js';
import { civilDateOf } from '../domain/instant.js';
import { heldRoles } from '../domain/member.js';
import type { StaffCall } from './call.js';

/** Who calls, as the rules see it. */
export function actOf({ deps, person, at }: StaffCall): Act {
  const by = { id: person.personId, name: person.name };
  const roles = heldRoles(deps.register.members(), person.personId, civilDateOf(at));
  const isOwnIdea = (proposalId: string) => deps.register.isIdeaOf(proposalId, person.personId);
  return { by, at, roles, isOwnIdea };
}
