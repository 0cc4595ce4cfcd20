import type { Act } from '../act.js';
import type { ActContext } from '../act-context.js';
import { civilDateOf, type Instant } from '../instant.js';
import type { Measure } from '../measures/measure.js';
import type { MeasureContext } from '../measures/measure-context.js';
import { scheduleMeasure, undoMeasurePublication } from '../measures/publish-measure.js';
import { heldRoles } from '../member.js';
import { theSystem } from '../person.js';
import type { Proposal } from '../proposal.js';
import { schedulePublication, undoPublication } from '../publication.js';
import { type Result, refused } from '../result.js';
import { isAsChosen, itemProgress, type Releasable } from './item-progress.js';
import type { ReleaseItem } from './release-item.js';
import { type ReleasePlan, type ReleaseSet, tagOf } from './release-set.js';

type Now = Pick<ActContext, 'members'> & { readonly at: Instant };

/**
 * As the one who scheduled a set, with the roles held now: one that was taken away meanwhile counts no more (domain 7).
 * Its items name the event that scheduled it as their cause.
 */
function actFor({ id }: ReleaseSet, { by, seq }: ReleasePlan, { members, at }: Now): Act {
  return { by, roles: heldRoles(members, by.id, civilDateOf(at)), at, cause: `${id}:${seq}` };
}

type Scheduled = ReleaseSet & { readonly plan: ReleasePlan };

/** Whether a set has its plan, which every set has once it is scheduled. */
export function isPlanned(set: ReleaseSet): set is Scheduled {
  return set.plan !== undefined;
}

/** Refuses what is placed already, or says something else than when it was chosen. */
function refuseToPlace(set: ReleaseSet, chosen: ReleaseItem, item: Releasable) {
  const progress = itemProgress(set.id, item);
  if (progress !== 'waiting') return { code: 'in-release-set' } as const;
  return isAsChosen(chosen, item) ? undefined : ({ code: 'changed-since-chosen' } as const);
}

/** Asks for the publication of a proposal as part of a set, as the one who scheduled the set could alone. */
export function placeProposal(
  set: Scheduled,
  chosen: ReleaseItem,
  proposal: Proposal,
  at: Instant,
  context: Pick<ActContext, 'campaign' | 'members' | 'proposal' | 'isIdeaOf'>,
): Result<Proposal> {
  const refusal = refuseToPlace(set, chosen, proposal);
  if (refusal) return refused(refusal);
  const release = { release: tagOf(set), publishAt: set.plan.publishAt };
  const { by } = set.plan;
  const act: Act = {
    ...actFor(set, set.plan, { members: context.members, at }),
    isOwnIdea: (proposalId) => context.isIdeaOf(proposalId, by.id),
  };
  return schedulePublication(proposal, act, context, release);
}

/** The same for a measure or a rule. */
export function placeMeasure(
  set: Scheduled,
  chosen: ReleaseItem,
  measure: Measure,
  now: Now,
  context: MeasureContext,
): Result<Measure> {
  const refusal = refuseToPlace(set, chosen, measure);
  if (refusal) return refused(refusal);
  const release = { release: tagOf(set), publishAt: set.plan.publishAt };
  return scheduleMeasure(measure, {}, actFor(set, set.plan, now), context, release);
}

function undoAct({ id, trail }: ReleaseSet, at: Instant): Act {
  return { by: theSystem, at, cause: `${id}:${trail.at(-1)?.seq ?? 0}` };
}

const hasNone = { code: 'no-publication-to-undo' } as const;

/** Takes a proposal back out of a set that is cancelled, or over without it. */
export function displaceProposal(
  set: ReleaseSet,
  proposal: Proposal,
  at: Instant,
  context: Pick<ActContext, 'campaign'>,
): Result<Proposal> {
  return itemProgress(set.id, proposal) === 'placed'
    ? undoPublication(proposal, undoAct(set, at), context)
    : refused(hasNone);
}

/** The same for a measure or a rule. */
export function displaceMeasure(
  set: ReleaseSet,
  measure: Measure,
  at: Instant,
  context: MeasureContext,
): Result<Measure> {
  return itemProgress(set.id, measure) === 'placed'
    ? undoMeasurePublication(measure, {}, undoAct(set, at), context)
    : refused(hasNone);
}
