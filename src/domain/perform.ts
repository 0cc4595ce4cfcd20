import type { Act } from './act.js';
import {
  type Capacity,
  capacitiesOn,
  isContributor,
  isOwnIdea,
  owningDepartment,
} from './capacity.js';
import type { FieldFault } from './field-fault.js';
import { nextStatuses, refuseTransition, type TransitionId, transitions } from './lifecycle.js';
import type { Proposal } from './proposal.js';
import type { Refusal } from './refusal.js';
import { record } from './replay.js';
import { allowed, type Result, refused } from './result.js';

type LaterEvent = Parameters<typeof record>[2];

/** Refuses whoever may not do something on this proposal. Own ideas are nobody's to decide, whatever the role. */
export function refuseUnless(
  proposal: Proposal,
  act: Act,
  permitted: readonly Capacity[],
): Refusal | undefined {
  if (capacitiesOn(proposal, act).some((capacity) => permitted.includes(capacity)))
    return undefined;
  const hasRole = (act.roles ?? []).length > 0;
  return hasRole && isOwnIdea(proposal, act)
    ? { code: 'conflict-of-interest' }
    : { code: 'not-permitted' };
}

/** Whether somebody acts for an owner whom a decision not yet published replaces or takes the proposal from. */
function isOwnerMoving(proposal: Proposal, act: Act): boolean {
  if (capacitiesOn(proposal, act).includes('secretariat')) return false;
  return proposal.decision?.owner.departmentId !== owningDepartment(proposal);
}

/**
 * What stands in the way of changing a proposal at all for the moment. None of it is known outside the deciding
 * offices, so that it never stops whoever proposed it: the answer would tell (domain 1).
 */
function refuseWhileWaiting(proposal: Proposal, act: Act, id: TransitionId): Refusal | undefined {
  const { publicationDue, pending, mergedInto } = proposal;
  if (id === 'T15' || isContributor(proposal, act.by.id)) return undefined;
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  if (isOwnerMoving(proposal, act)) return { code: 'changed-meanwhile' };
  if (pending) return { code: 'confirmation-pending', what: pending.what };
  return mergedInto === undefined ? undefined : { code: 'merged' };
}

/**
 * Why a transition is not possible from where the proposal stands. Who proposed it is told the published status:
 * whatever is decided and not published must not be seen in an answer either (domain 1).
 */
function refuseFrom(proposal: Proposal, act: Act, id: TransitionId): Refusal | undefined {
  const refusal = refuseTransition(proposal.status, id);
  if (!refusal || !isContributor(proposal, act.by.id)) return refusal;
  const present = proposal.published.status;
  return { code: 'transition-not-allowed', present, allowed: nextStatuses(present) };
}

/** Why a transition is refused before anything that was filled in is looked at: who, from where, what it waits for. */
export function refuseBefore(proposal: Proposal, act: Act, id: TransitionId): Refusal | undefined {
  return (
    refuseUnless(proposal, act, transitions[id].by) ??
    refuseFrom(proposal, act, id) ??
    refuseWhileWaiting(proposal, act, id)
  );
}

/** Refuses what only a delegation to an owning department allows. */
export function refuseUnlessDelegated({ decision }: Proposal): Refusal | undefined {
  return decision?.track === 'delegated' ? undefined : { code: 'not-delegated' };
}

/** What was filled in wrongly, and what else stands against it. */
export interface Checked {
  readonly faults?: readonly FieldFault[];
  readonly refusal?: Refusal | undefined;
}

function recordUnless(
  proposal: Proposal,
  act: Act,
  refusal: Refusal | undefined,
  faults: readonly FieldFault[],
  event: () => LaterEvent,
): Result<Proposal> {
  if (refusal) return refused(refusal);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return allowed(record(proposal, act, event()));
}

/**
 * Carries a transition out: who may, from where, what else stands against it, what is missing, in this order; then
 * the event is recorded. The event is made only when nothing refuses.
 */
export function perform(
  proposal: Proposal,
  act: Act,
  id: TransitionId,
  { faults = [], refusal }: Checked,
  event: () => LaterEvent,
): Result<Proposal> {
  return recordUnless(proposal, act, refuseBefore(proposal, act, id) ?? refusal, faults, event);
}

/** The same for what moves no status: who may, what stands against it, what is missing. */
export function note(
  proposal: Proposal,
  act: Act,
  permitted: readonly Capacity[],
  { faults = [], refusal }: Checked,
  event: () => LaterEvent,
): Result<Proposal> {
  return recordUnless(
    proposal,
    act,
    refuseUnless(proposal, act, permitted) ?? refusal,
    faults,
    event,
  );
}
