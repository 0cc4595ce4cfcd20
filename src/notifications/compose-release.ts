import type { OutgoingCard } from '../cards/card.js';
import type { Cards } from '../cards/create-cards.js';
import type { Locale } from '../domain/conversation.js';
import { measureStateOf } from '../domain/measures/measure-state.js';
import type { NoticeIntent } from '../domain/notice.js';
import { type PublishedView, publishedView } from '../domain/published-view.js';
import type { ReleasePost } from '../domain/releases/release-events.js';
import { asReleased } from '../domain/releases/release-preview.js';
import { isExcepted, type ReleaseSet } from '../domain/releases/release-set.js';
import type { MeasureBook } from '../usecases/measure-ports.js';
import type { Register } from '../usecases/ports.js';
import { publishedSurroundings } from '../usecases/published-surroundings.js';

/** The part of the register in which the items of a set are found. */
export type Shelves = Pick<Register, 'proposal'> & Pick<MeasureBook, 'measure'>;

/** What one channel is shown of a proposal: nothing of what has been closed to all staff since, but to its owner. */
function viewOf(
  register: Shelves,
  set: ReleaseSet,
  id: string,
  as: ReleasePost['as'],
): readonly PublishedView[] {
  const proposal = register.proposal(id)?.value;
  if (!proposal || (as === 'staff' && proposal.hidden)) return [];
  const at = set.plan?.publishAt ?? set.createdAt;
  const shown = set.released ? proposal : asReleased(set, proposal, at);
  return [publishedView(shown, publishedSurroundings(register))];
}

/** The one post of a set in a channel: before it is released, as it would be. */
export function composeRelease(
  cards: Cards,
  register: Shelves,
  set: ReleaseSet,
  { as, items }: ReleasePost,
  locale: Locale,
): OutgoingCard {
  const told = items.filter((item) => !isExcepted(set, item));
  const idsOf = (kind: 'proposal' | 'measure') =>
    told.filter((each) => each.kind === kind).map(({ id }) => id);
  return cards.releaseChannel({
    locale,
    title: set.title,
    at: set.released?.at ?? set.plan?.publishAt ?? set.createdAt,
    as,
    proposals: idsOf('proposal').flatMap((id) => viewOf(register, set, id, as)),
    measures: idsOf('measure').flatMap((id) => {
      const measure = register.measure(id)?.value;
      if (!measure) return [];
      return [
        set.released
          ? (measure.versions.at(-1)?.state ?? measureStateOf(measure))
          : measureStateOf(measure),
      ];
    }),
    hasProgress: set.withProgress,
  });
}

/** The card of a notice about a set: what the post of its channel says, frozen when the release began. */
export function composePost(
  cards: Cards,
  register: Shelves,
  set: ReleaseSet,
  { place }: NoticeIntent,
  locale: Locale,
): OutgoingCard {
  const { channelId = '', as = 'staff' } = place.kind === 'channel' ? place.channel : {};
  const post = set.posts.find((each) => each.channelId === channelId);
  const nothing = { channelId, as: as === 'owner' ? as : 'staff', items: [] } as const;
  return composeRelease(cards, register, set, post ?? nothing, locale);
}
