import type { Audience } from '../audience.js';
import type { ProgressAnswer } from '../commitments.js';
import type { Decision } from '../decision.js';
import type { CivilDate } from '../instant.js';
import type { Confirmable, Difficulty, Exclusion, ReplyAnswer } from '../proposal-state.js';
import type { Suggestion } from '../suggestion.js';

/** What is decided on a proposal and answered by its owner. Values are those after the event. */
export type DecisionEvent =
  | {
      readonly kind: 'track-decided';
      readonly decision: Decision;
      /** What the policy suggested, with its inputs, kept beside what a person decided (domain 3). */
      readonly suggestion?: Suggestion;
    }
  /** T6b: the owner's head sends a delegation back 所管違い. */
  | {
      readonly kind: 'returned';
      readonly reason: string;
      readonly suggestedDepartmentId?: string;
      readonly audience: Audience;
    }
  /** T17. */
  | {
      readonly kind: 'delegation-replied';
      readonly answer: ReplyAnswer;
      readonly dueOn: CivilDate;
      readonly text: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'progress-reported';
      readonly answer: ProgressAnswer;
      readonly note?: string;
    }
  /** The first of two people: T9, T10, T12. */
  | { readonly kind: 'confirmation-asked'; readonly confirmable: Confirmable }
  | { readonly kind: 'confirmation-declined'; readonly reason: string }
  /** The second of two people. */
  | { readonly kind: 'found-difficult'; readonly difficulty: Difficulty }
  | { readonly kind: 'excluded'; readonly exclusion: Exclusion }
  | { readonly kind: 're-examined'; readonly reason: string }
  | {
      readonly kind: 'reopened';
      readonly reason: string;
      /** It is the wish of a proposer outside Teams, written by the secretariat. */
      readonly onBehalf?: true;
      readonly audience?: Audience;
    };
