import type { Audience } from '../audience.js';
import type { Instant } from '../instant.js';
import type { HeldRole } from '../member.js';
import type { Entry } from '../trail-entry.js';
import type { ReleaseException } from './release-exception.js';
import type { ItemRef, ReleaseItem } from './release-item.js';

interface Content {
  readonly title: string;
  readonly campaignId: string;
  readonly withProgress: boolean;
}

/** What one channel is told of a set: the items that concern it, in the order of the set. */
export interface ReleasePost {
  readonly channelId: string;
  readonly as: 'staff' | 'owner';
  readonly items: readonly ItemRef[];
}

/** Everything that can happen to a release set, with values after the event only. */
export type ReleaseEvent =
  | ({ readonly kind: 'created'; readonly id: string } & Content)
  | ({ readonly kind: 'edited' } & Content)
  /** One that was there before is chosen anew, as it is now. */
  | { readonly kind: 'added'; readonly items: readonly ReleaseItem[] }
  | { readonly kind: 'removed'; readonly items: readonly ItemRef[] }
  | { readonly kind: 'quiet-time-asked' }
  | { readonly kind: 'quiet-time-confirmed' }
  | { readonly kind: 'quiet-time-declined' }
  | {
      readonly kind: 'scheduled';
      readonly publishAt: Instant;
      /** As what the person was who scheduled it: the items are published in that name. */
      readonly roles: readonly HeldRole[];
    }
  | { readonly kind: 'excepted'; readonly exceptions: readonly ReleaseException[] }
  | {
      readonly kind: 'cancelled';
      readonly reason?: string;
      /** Why the product cancelled it by itself: its trail would have outgrown the item. */
      readonly because?: 'no-room';
    }
  | { readonly kind: 'release-begun'; readonly posts: readonly ReleasePost[] }
  | {
      readonly kind: 'released';
      /** Frozen: the channels that are told of the set as a whole. People are told by its items. */
      readonly audience: Audience;
      /** All of them, as they turned out. */
      readonly exceptions: readonly ReleaseException[];
      /** Whether a progress publication of the same id went with it. */
      readonly hasProgress: boolean;
      readonly despiteQuietTime?: true;
    };

/** One line of the trail of a release set. */
export type ReleaseEntry = Entry<ReleaseEvent>;

/** What happens to a set once it is made. */
export type LaterReleaseEvent = Exclude<ReleaseEvent, { readonly kind: 'created' }>;
