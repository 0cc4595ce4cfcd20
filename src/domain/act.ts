import type { Instant } from './instant.js';
import type { HeldRole } from './member.js';
import type { Actor } from './person.js';

/** Who does something, when, and with which roles at that time. `at` is in whole seconds. */
export interface Act {
  readonly by: Actor;
  readonly at: Instant;
  /** From the Members list (domain 7). Absent for who has none, and for what the product does by itself. */
  readonly roles?: readonly HeldRole[];
  /**
   * Whether a proposal is by a merge one idea with one that this person proposed. Absent where that is not asked: of
   * what the product does by itself, and where no proposal is acted on.
   */
  readonly isOwnIdea?: (proposalId: string) => boolean;
  /** The id of the event of another item that brought it about, such as the publication of a measure. */
  readonly cause?: string;
}
