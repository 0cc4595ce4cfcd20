import type { OutgoingCard } from '../cards/card.js';
import type { Cards } from '../cards/create-cards.js';
import type { Locale } from '../domain/conversation.js';
import type { Masters } from '../domain/masters.js';
import { type Measure, publishedVersion } from '../domain/measures/measure.js';
import type { NoticeIntent } from '../domain/notice.js';

/** The card of a notice about a measure: its last published version, never what is worked on since. */
export function composeMeasure(
  cards: Cards,
  masters: Masters,
  measure: Measure,
  { place }: NoticeIntent,
  locale: Locale,
): OutgoingCard {
  const version = publishedVersion(measure);
  if (!version) throw new Error(`nothing is published of the measure ${measure.id}`);
  const isOwner = place.kind === 'channel' && place.channel.as === 'owner';
  return cards.measureChannel({ locale, masters, version, as: isOwner ? 'owner' : 'staff' });
}
