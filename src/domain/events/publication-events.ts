import type { Audience } from '../audience.js';
import type { Instant } from '../instant.js';
import type { ProposalState } from '../proposal-state.js';
import type { PublicationHold } from '../publication-hold.js';
import type { ReleaseTag } from '../releases/release-tag.js';

/** How what was decided becomes known. */
export type PublicationEvent =
  | {
      readonly kind: 'publication-scheduled';
      readonly due: Instant;
      /** The release set 公表セット it belongs to, with its title; absent for a publication on its own. */
      readonly release?: ReleaseTag;
    }
  | {
      readonly kind: 'publication-undone';
      /** Why the product took it back by itself instead of carrying it out; absent where somebody did. */
      readonly because?: PublicationHold;
    }
  | {
      readonly kind: 'published';
      readonly state: ProposalState;
      /** Frozen: whom this event tells, whatever changes later. */
      readonly audience: Audience;
      /** False for imports and migrations: nobody is told. */
      readonly notify: boolean;
      readonly release?: ReleaseTag;
    };
