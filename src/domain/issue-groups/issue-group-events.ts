import type { Entry } from '../trail-entry.js';

/** Everything that can happen to an issue group, with values after the event only. */
export type IssueGroupEvent =
  | {
      readonly kind: 'created';
      readonly id: string;
      readonly label: string;
      /** The words of its first members from which the label was made; absent where a person gave it. */
      readonly words?: readonly string[];
    }
  | { readonly kind: 'label-confirmed' }
  | { readonly kind: 'renamed'; readonly label: string }
  | { readonly kind: 'dissolved'; readonly reason: string };

/** One line of the trail of an issue group. */
export type IssueGroupEntry = Entry<IssueGroupEvent>;

/** What happens to an issue group once it is made. */
export type LaterIssueGroupEvent = Exclude<IssueGroupEvent, { readonly kind: 'created' }>;
