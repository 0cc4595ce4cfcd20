import type { Audience } from '../audience.js';
import type { CivilDate, Instant } from '../instant.js';
import type { HeldRole } from '../member.js';
import type { Actor } from '../person.js';
import type { ReleaseTag } from '../releases/release-tag.js';
import type { Entry } from '../trail-entry.js';
import type { DriveException, DriveOrder } from './drive.js';

import type { MeasureContent } from './measure-content.js';
import type { MeasureState } from './measure-state.js';

/** That publishing a measure also proposes its proposals as realised, in the name of who asked for both. */
export interface Realise {
  readonly realisedOn: CivilDate;
  readonly by: Actor;
  readonly roles: readonly HeldRole[];
}

/** Everything that can happen to a measure, with values after the event only. */
export type MeasureEvent =
  | { readonly kind: 'created'; readonly id: string; readonly content: MeasureContent }
  | { readonly kind: 'edited'; readonly content: MeasureContent }
  /** 訂正 of what is published. */
  | { readonly kind: 'corrected'; readonly content: MeasureContent; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'reinstated'; readonly reason: string }
  | {
      readonly kind: 'publication-scheduled';
      readonly due: Instant;
      readonly realise?: Realise;
      readonly release?: ReleaseTag;
    }
  | { readonly kind: 'publication-undone' }
  | {
      readonly kind: 'published';
      readonly state: MeasureState;
      readonly correction?: { readonly reason: string };
      /** Frozen: whom this event tells, whatever changes later. */
      readonly audience: Audience;
      readonly notify: boolean;
      readonly release?: ReleaseTag;
    }
  | { readonly kind: 'drive-begun'; readonly order: DriveOrder }
  | {
      readonly kind: 'drive-ended';
      /** Place in the trail of the drive that ended. */
      readonly drive: number;
      readonly done: number;
      readonly exceptions: readonly DriveException[];
    };

/** One line of the trail of a measure. */
export type MeasureEntry = Entry<MeasureEvent>;

/** What happens to a measure once it is made. */
export type LaterMeasureEvent = Exclude<MeasureEvent, { readonly kind: 'created' }>;
