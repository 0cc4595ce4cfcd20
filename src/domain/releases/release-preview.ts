import type { Act } from '../act.js';
import { type AudiencePerson, personParts } from '../audience.js';
import { audienceOf } from '../audience-of.js';
import type { Instant } from '../instant.js';
import { theSystem } from '../person.js';
import type { Proposal } from '../proposal.js';
import { stateOf } from '../proposal-state.js';
import type { Refusal } from '../refusal.js';
import { record } from '../replay.js';
import { refuseItem } from './choose-items.js';
import { type ItemProgress, itemProgress } from './item-progress.js';
import { type ReleaseContext, releasableOf } from './release-context.js';
import type { ReleasePost } from './release-events.js';
import type { ReleaseExceptionCode } from './release-exception.js';
import { isSameItem, type ReleaseItem } from './release-item.js';
import { releasePosts } from './release-posts.js';
import { itemsToRelease, type ReleaseSet, tagOf } from './release-set.js';

/** One item as it would be told. */
export interface ItemPreview {
  readonly item: ReleaseItem;
  readonly progress: ItemProgress;
  /** Why it would not be published if the set were scheduled now; only before it is. */
  readonly problem?: Refusal;
  /** Why it is not published with the set. */
  readonly exception?: ReleaseExceptionCode;
  /** Who is told of it in their chats; nobody of a measure. */
  readonly people: readonly AudiencePerson[];
}

/** Everything that a set would tell, by the same functions that tell it. */
export interface ReleasePreview {
  readonly items: readonly ItemPreview[];
  readonly posts: readonly ReleasePost[];
  /** Different people over all items. */
  readonly people: number;
  /** Cards in personal chats. */
  readonly cards: number;
}

function peopleOf(
  { kind, id }: ReleaseItem,
  context: ReleaseContext,
  at: Instant,
): readonly AudiencePerson[] {
  const proposal = kind === 'proposal' ? context.proposal(id) : undefined;
  if (!proposal) return [];
  const campaign = context.campaigns.find((each) => each.id === proposal.campaignId);
  return audienceOf(proposal, personParts, { ...context, campaign }, at).people;
}

function previewOf(
  set: ReleaseSet,
  item: ReleaseItem,
  act: Act,
  context: ReleaseContext,
): ItemPreview {
  const problem = set.state === 'draft' ? refuseItem(item, act, context) : undefined;
  const exception = set.exceptions.find((each) => isSameItem(each, item))?.code;
  return {
    item,
    progress: itemProgress(set.id, releasableOf(item, context)),
    ...(problem && { problem }),
    ...(exception && { exception }),
    people: problem || exception ? [] : peopleOf(item, context, act.at),
  };
}

/** 確かめる: what would be told to whom if the set were released as it is now. */
export function previewRelease(set: ReleaseSet, act: Act, context: ReleaseContext): ReleasePreview {
  const items = set.items.map((item) => previewOf(set, item, act, context));
  const people = items.flatMap((each) => each.people.map(({ personId }) => personId));
  const sound = itemsToRelease(set).filter((item) =>
    items.some((each) => each.problem === undefined && isSameItem(each.item, item)),
  );
  return {
    items,
    posts: releasePosts(sound, set.withProgress, context, act.at),
    people: new Set(people).size,
    cards: people.length,
  };
}

/** A proposal as everyone would see it once the set is released: what its card is drawn from. */
export function asReleased(set: ReleaseSet, proposal: Proposal, at: Instant): Proposal {
  return record(
    proposal,
    { by: theSystem, at },
    {
      kind: 'published',
      state: stateOf(proposal),
      audience: { people: [], channels: [], asOf: at },
      notify: true,
      release: tagOf(set),
    },
  );
}
