import type { OutgoingCard } from '../cards/card.js';
import type { Cards } from '../cards/create-cards.js';
import type { Locale } from '../domain/conversation.js';
import { measureStateOf } from '../domain/measures/measure-state.js';
import type { NoticeIntent } from '../domain/notice.js';
import { type PublishedView, publishedView } from '../domain/published-view.js';
import type { ReleasePost } from '../domain/releases/release-events.js';
import { asReleased } from '../domain/releases/release-preview.js';
import { isExcepted, type ReleaseSet } from '../domain/releases/release-set.js';
import { withheldFromChannel } from '../domain/withheld.js';
import type { MeasureBook } from '../usecases/measure-ports.js';
import type { Register } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';
import { asReadInChannel } from './as-read-by.js';
import type { WithheldNotice } from './notice-ports.js';

/** The part of the register in which the items of a set are found. */
export type Shelves = Pick<Register, 'proposal' | 'campaigns' | 'channelMap'> &
  Pick<MeasureBook, 'measure'>;

/** What one channel is shown of a proposal: of what all staff may not see by now, nothing but to its owner. */
function viewOf(
  register: Shelves,
  set: ReleaseSet,
  id: string,
  channel: Pick<ReleasePost, 'channelId' | 'as'>,
): readonly PublishedView[] {
  const proposal = register.proposal(id)?.value;
  if (!proposal) return [];
  const at = set.plan?.publishAt ?? set.createdAt;
  const shown = set.released ? proposal : asReleased(set, proposal, at);
  const campaign = register.campaigns().find((each) => each.id === proposal.campaignId);
  if (withheldFromChannel(shown, channel.as, campaign)) return [];
  const read = asReadInChannel(register, shown, channel);
  return [publishedView(read, publishedSurroundings(register))];
}

function measureOf(register: Shelves, { released }: ReleaseSet, id: string) {
  const measure = register.measure(id)?.value;
  if (!measure) return [];
  const working = measureStateOf(measure);
  return [released ? (measure.versions.at(-1)?.state ?? working) : working];
}

/** What is left to tell a channel of the items of its post. */
function leftOf(register: Shelves, set: ReleaseSet, post: ReleasePost) {
  const told = post.items.filter((item) => !isExcepted(set, item));
  const idsOf = (kind: 'proposal' | 'measure') =>
    told.filter((each) => each.kind === kind).map(({ id }) => id);
  return {
    proposals: idsOf('proposal').flatMap((id) => viewOf(register, set, id, post)),
    measures: idsOf('measure').flatMap((id) => measureOf(register, set, id)),
  };
}

/** The one post of a set in a channel: before it is released, as it would be. */
export function composeRelease(
  cards: Cards,
  register: Shelves,
  set: ReleaseSet,
  post: ReleasePost,
  locale: Locale,
): OutgoingCard {
  return cards.releaseChannel({
    locale,
    title: set.title,
    at: set.released?.at ?? set.plan?.publishAt ?? set.createdAt,
    as: post.as,
    ...leftOf(register, set, post),
    hasProgress: set.withProgress,
  });
}

/** Whether a post tells anything: an item, or to all staff that the progress was published. */
function tellsNothing(register: Shelves, set: ReleaseSet, post: ReleasePost): boolean {
  const { proposals, measures } = leftOf(register, set, post);
  const tellsProgress = set.withProgress && post.as === 'staff';
  return proposals.length + measures.length === 0 && !tellsProgress;
}

/**
 * The card of a notice about a set: what the post of its channel says, frozen when the release began, without what may
 * not be told there by now; nothing where nothing is left.
 */
export function composePost(
  cards: Cards,
  register: Shelves,
  set: ReleaseSet,
  { place }: NoticeIntent,
  locale: Locale,
): OutgoingCard | WithheldNotice {
  const { channelId = '', as = 'staff' } = place.kind === 'channel' ? place.channel : {};
  const found = set.posts.find((each) => each.channelId === channelId);
  const post = found ?? { channelId, as: as === 'owner' ? as : 'staff', items: [] };
  if (tellsNothing(register, set, post)) return { withheld: 'nothing-left' };
  return composeRelease(cards, register, set, post, locale);
}
