import type { Conversation, Locale } from './conversation.js';
import type { Instant } from './instant.js';
import type { PersonId } from './person.js';
import type { PersonalDataKind } from './personal-data/find-personal-details.js';
import type { ValidSubmission } from './submission-form.js';

/** A form that was accepted, kept on disk until it is stored and its receipt is out: a promise to a person. */
export interface KeptForm {
  /** The submission token. */
  readonly token: string;
  readonly personId: PersonId;
  readonly personName: string;
  readonly locale: Locale;
  readonly submission: ValidSubmission;
  /** What the person was warned of and sent all the same. */
  readonly personalData?: readonly PersonalDataKind[];
  readonly campaignId: string;
  readonly receivedAt: Instant;
  /**
   * Where it was sent, so that the receipt can follow even if nothing else is stored about the person yet. Absent where
   * it was not sent in a chat and none is known.
   */
  readonly conversation?: Conversation;
}
