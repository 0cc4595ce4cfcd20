import { type AudienceChannel, channelParts } from '../audience.js';
import { audienceOf } from '../audience-of.js';
import type { Instant } from '../instant.js';
import { measureAudience } from '../measures/publish-measure.js';
import type { ReleaseContext } from './release-context.js';
import type { ReleasePost } from './release-events.js';
import type { ItemRef, ReleaseItem } from './release-item.js';

function channelsOf(
  { kind, id }: ItemRef,
  context: ReleaseContext,
  at: Instant,
): readonly AudienceChannel[] {
  if (kind === 'measure') {
    const measure = context.measure(id);
    return measure ? measureAudience(measure, context, at).channels : [];
  }
  const proposal = context.proposal(id);
  if (!proposal) return [];
  const campaign = context.campaigns.find((each) => each.id === proposal.campaignId);
  return audienceOf(proposal, channelParts, { ...context, campaign }, at).channels.filter(
    ({ as }) => as !== 'secretariat',
  );
}

type Draft = Omit<ReleasePost, 'channelId'>;

/** What the progress publication adds: it concerns all staff, whatever else there is to tell. */
function progressPosts({
  channelMap,
}: Pick<ReleaseContext, 'channelMap'>): readonly (readonly [string, Draft])[] {
  return channelMap
    .filter(({ purpose }) => purpose === 'staff-updates')
    .map(({ channelId }) => [channelId, { as: 'staff', items: [] }] as const);
}

function joined(before: Draft | undefined, as: AudienceChannel['as'], item: ItemRef): Draft {
  const isForStaff = before?.as === 'staff' || as === 'staff';
  return {
    as: isForStaff ? 'staff' : 'owner',
    items: [...(before?.items ?? []), item],
  };
}

/**
 * What each channel is told of a set: one post per channel, with the items that this channel would have been told of
 * one by one. A channel of all staff that is also an office's is told as one of all staff.
 */
export function releasePosts(
  items: readonly ReleaseItem[],
  withProgress: boolean,
  context: ReleaseContext,
  at: Instant,
): readonly ReleasePost[] {
  const posts = new Map<string, Draft>(withProgress ? progressPosts(context) : []);
  for (const { kind, id } of items) {
    for (const { channelId, as } of channelsOf({ kind, id }, context, at)) {
      posts.set(channelId, joined(posts.get(channelId), as, { kind, id }));
    }
  }
  return [...posts].map(([channelId, post]) => ({ channelId, ...post }));
}
