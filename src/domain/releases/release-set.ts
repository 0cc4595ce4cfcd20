import type { Audience } from '../audience.js';
import type { Instant } from '../instant.js';
import type { HeldRole } from '../member.js';
import type { Actor } from '../person.js';
import type { ReleaseEntry, ReleasePost } from './release-events.js';
import type { ReleaseException } from './release-exception.js';
import { type ItemRef, isSameItem, type ReleaseItem } from './release-item.js';
import type { ReleaseState } from './release-state.js';
import type { ReleaseTag } from './release-tag.js';

/** What the secretariat says of a set before it is scheduled. */
export interface ReleaseContent {
  readonly title: string;
  readonly campaignId: string;
  /** Whether a progress publication 進捗公表 of the campaign goes with it. */
  readonly withProgress: boolean;
}

/** 静穏時間でも送る: asked for by one person, in force once another one confirmed it. */
export interface QuietTimeWaiver {
  readonly askedBy: Actor;
  readonly confirmedBy?: Actor;
}

/** When it is due, and in whose name its items are published. */
export interface ReleasePlan {
  readonly publishAt: Instant;
  readonly by: Actor;
  readonly roles: readonly HeldRole[];
  readonly seq: number;
}

/** How it ended. */
export interface Released {
  readonly at: Instant;
  readonly seq: number;
  readonly audience: Audience;
  readonly hasProgress: boolean;
}

/**
 * Release set 公表セット: chosen items and a progress snapshot under one title, published at one instant (domain 1).
 * It is what replaying its trail gives, and nothing else.
 */
export interface ReleaseSet extends ReleaseContent {
  /** The token of the form it was made with. */
  readonly id: string;
  readonly createdAt: Instant;
  readonly state: ReleaseState;
  readonly items: readonly ReleaseItem[];
  readonly exceptions: readonly ReleaseException[];
  readonly quietTime?: QuietTimeWaiver;
  readonly plan?: ReleasePlan;
  /** What each channel is told, frozen when the release began. */
  readonly posts: readonly ReleasePost[];
  readonly released?: Released;
  readonly cancelled?: {
    readonly reason?: string;
    readonly because?: 'no-room';
    readonly at: Instant;
  };
  readonly trail: readonly ReleaseEntry[];
}

/** Whether an item is an exception of its set. */
export function isExcepted({ exceptions }: ReleaseSet, item: ItemRef): boolean {
  return exceptions.some((each) => isSameItem(each, item));
}

/** The items that are published with the set, or were. */
export function itemsToRelease(set: ReleaseSet): readonly ReleaseItem[] {
  return set.items.filter((item) => !isExcepted(set, item));
}

/** What the events of its items say of the set. */
export function tagOf({ id, title, quietTime }: ReleaseSet): ReleaseTag {
  return { setId: id, title, ...(quietTime?.confirmedBy && { despiteQuietTime: true }) };
}
