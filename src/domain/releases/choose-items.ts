import type { Act } from '../act.js';
import { isOwnIdea } from '../capacity.js';
import type { Measure } from '../measures/measure.js';
import { refuseMeasurePublication } from '../measures/publish-measure.js';
import type { Proposal } from '../proposal.js';
import { refusePublication } from '../publication.js';
import type { Refusal } from '../refusal.js';
import { allowed, type Result, refused } from '../result.js';
import { isAsChosen } from './item-progress.js';
import type { ReleaseContext } from './release-context.js';
import { type ItemRef, isSameItem, mostItems, type ReleaseItem } from './release-item.js';
import { refuseToChange } from './release-permissions.js';
import type { ReleaseSet } from './release-set.js';
import { recordRelease } from './replay-release-set.js';

function refuseFound(
  chosen: ReleaseItem,
  item: Proposal | Measure,
  act: Act,
  { campaigns, proposal }: Pick<ReleaseContext, 'campaigns' | 'proposal'>,
): Refusal | undefined {
  if (!isAsChosen(chosen, item)) return { code: 'changed-since-chosen' };
  if ('proposer' in item) {
    const campaign = campaigns.find(({ id }) => id === item.campaignId);
    return refusePublication(item, act, { campaign, proposal });
  }
  return refuseMeasurePublication(item, act, { campaigns });
}

/** Why an item would not be published with a set if it were scheduled now by this person. */
export function refuseItem(
  chosen: ReleaseItem,
  act: Act,
  context: ReleaseContext,
): Refusal | undefined {
  if (chosen.kind === 'proposal') {
    const proposal = context.proposal(chosen.id);
    if (!proposal) return { code: 'not-found' };
    // First of all: any other answer would tell those who proposed it how far it is.
    if (isOwnIdea(proposal, act)) return { code: 'conflict-of-interest' };
    return refuseFound(chosen, proposal, act, context);
  }
  const measure = context.measure(chosen.id);
  return measure ? refuseFound(chosen, measure, act, context) : { code: 'no-such-measure' };
}

/** 入れる: what is in it already is chosen anew, as it is now. Past the limit nothing is added: the rest needs another set. */
export function addItems(
  set: ReleaseSet,
  items: readonly ReleaseItem[],
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal =
    refuseToChange(set, act, ['draft'], context) ??
    items.map((chosen) => refuseItem(chosen, act, context)).find((each) => each);
  if (refusal) return refused(refusal);
  const next = recordRelease(set, act, { kind: 'added', items });
  return next.items.length > mostItems
    ? refused({ code: 'release-set-full', limit: mostItems })
    : allowed(next);
}

/** 外す. */
export function removeItems(
  set: ReleaseSet,
  items: readonly ItemRef[],
  act: Act,
  context: ReleaseContext,
): Result<ReleaseSet> {
  const refusal = refuseToChange(set, act, ['draft'], context);
  if (refusal) return refused(refusal);
  const isHeld = items.every((chosen) => set.items.some((each) => isSameItem(each, chosen)));
  if (!isHeld) return refused({ code: 'not-in-release-set' });
  const named = items.map(({ kind, id }) => ({ kind, id }));
  return allowed(recordRelease(set, act, { kind: 'removed', items: named }));
}
