import type { Act } from '../act.js';
import { isContributor } from '../capacity.js';
import type { Measure } from '../measures/measure.js';
import { refuseMeasurePublication } from '../measures/publish-measure.js';
import type { Proposal } from '../proposal.js';
import { refusePublication } from '../publication.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { isAsChosen } from './member-progress.js';
import type { ReleaseContext } from './release-context.js';
import { isSameMember, type MemberRef, mostMembers, type ReleaseMember } from './release-member.js';
import { refuseToChange } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

function refuseItem(
  member: ReleaseMember,
  item: Proposal | Measure,
  act: Act,
  { campaigns }: Pick<ReleaseContext, 'campaigns'>,
): Refusal | undefined {
  if (!isAsChosen(member, item)) return { code: 'changed-since-chosen' };
  if ('proposer' in item) {
    const campaign = campaigns.find(({ id }) => id === item.campaignId);
    return refusePublication(item, act, { campaign });
  }
  return refuseMeasurePublication(item, act, { campaigns });
}

/** Why an item would not be published with a set if it were scheduled now by this person. */
export function refuseMember(
  member: ReleaseMember,
  act: Act,
  context: ReleaseContext,
): Refusal | undefined {
  if (member.kind === 'proposal') {
    const proposal = context.proposal(member.id);
    if (!proposal) return { code: 'not-found' };
    // First of all: any other answer would tell those who proposed it how far it is.
    if (isContributor(proposal, act.by.id)) return { code: 'conflict-of-interest' };
    return refuseItem(member, proposal, act, context);
  }
  const measure = context.measure(member.id);
  return measure ? refuseItem(member, measure, act, context) : { code: 'no-such-measure' };
}

/** 入れる: what is in it already is chosen anew, as it is now. Past the limit nothing is added: the rest needs another set. */
export function addMembers(
  set: ReleaseSet,
  members: readonly ReleaseMember[],
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal =
    refuseToChange(set, act, ['draft'], context) ??
    members.map((member) => refuseMember(member, act, context)).find((each) => each);
  if (refusal) return refused(refusal);
  const next = recordRelease(set, act, { kind: 'added', members });
  return next.members.length > mostMembers
    ? refused({ code: 'release-set-full', limit: mostMembers })
    : allowed(next);
}

/** 外す. */
export function removeMembers(
  set: ReleaseSet,
  members: readonly MemberRef[],
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  const isHeld = members.every((member) => set.members.some((each) => isSameMember(each, member)));
  if (!isHeld) return refused({ code: 'not-in-release-set' });
  const named = members.map(({ kind, id }) => ({ kind, id }));
  return allowed(recordRelease(set, act, { kind: 'removed', members: named }));
}
