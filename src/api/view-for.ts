import { redactedFor } from '../domain/blind/redact.js';
import { capacitiesOn } from '../domain/capacity.js';
import type { Proposal } from '../domain/proposal.js';
import { isAsked, maySeeAsOwn, maySeeWorking } from '../domain/visibility.js';
import { actOf } from './act-of.js';
import type { StaffCall } from './call.js';
import { officeItem } from './office-item.js';
import { proposalItem } from './proposal-views.js';
import { triageAround, triageItem } from './triage-views.js';

/**
 * A proposal as the caller may see it: the working state for the secretariat, what concerns them for an office that
 * owns it or was asked, the published state for all others; undefined where it does not exist for the caller.
 */
export async function viewFor(call: StaffCall, held: Proposal): Promise<object | undefined> {
  const act = actOf(call);
  // What was done is done: where the archive cannot be read now, it is told with the later part of the trail.
  const proposal = await call.deps.whole(held).catch(() => held);
  if (capacitiesOn(proposal, act).includes('secretariat'))
    return triageItem(proposal, triageAround(call));
  if (maySeeWorking(proposal, act) || isAsked(proposal, act))
    return officeItem(proposal, act, call.deps.actContext(proposal));
  const campaign = call.deps.register.campaigns().find(({ id }) => id === proposal.campaignId);
  return maySeeAsOwn(proposal, act, campaign)
    ? proposalItem(redactedFor(proposal, act), act.by.id, call.deps.register)
    : undefined;
}
