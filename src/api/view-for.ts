import type { Act } from '../domain/act.js';
import { capacitiesOn } from '../domain/capacity.js';
import { civilDateOf } from '../domain/instant.js';
import { heldRoles } from '../domain/member.js';
import type { Proposal } from '../domain/proposal.js';
import { isAsked, maySeePublished, maySeeWorking } from '../domain/visibility.js';
import type { StaffCall } from './call.js';
import { officeItem } from './office-item.js';
import { proposalItem } from './proposal-views.js';
import { numbersOf, triageItem } from './triage-views.js';

/** Who calls, as the rules see it. */
export function actOf({ deps, person, at }: StaffCall): Act {
  const by = { id: person.personId, name: person.name };
  const roles = heldRoles(deps.register.members(), person.personId, civilDateOf(at));
  return { by, at, roles };
}

/**
 * A proposal as the caller may see it: the working state for the secretariat, what concerns them for an office that
 * owns it or was asked, the published state for all others; undefined where it does not exist for the caller.
 */
export async function viewFor(call: StaffCall, held: Proposal): Promise<object | undefined> {
  const act = actOf(call);
  // What was done is done: where the archive cannot be read now, it is told with the later part of the trail.
  const proposal = await call.deps.whole(held).catch(() => held);
  if (capacitiesOn(proposal, act).includes('secretariat'))
    return triageItem(proposal, numbersOf(call));
  if (maySeeWorking(proposal, act) || isAsked(proposal, act)) return officeItem(proposal, act);
  const campaign = call.deps.register.campaigns().find(({ id }) => id === proposal.campaignId);
  return maySeePublished(proposal, campaign, act.by.id)
    ? proposalItem(proposal, act.by.id, call.deps.register)
    : undefined;
}
