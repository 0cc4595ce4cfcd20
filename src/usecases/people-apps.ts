import type { PersonId } from '../domain/person.js';
import type { SendOutcome } from './messenger.js';

/** What asking Teams to install the app for a person came to. */
export type InstallOutcome =
  | { readonly kind: 'installed' }
  /** The person has it already; where the chat is was not heard. */
  | { readonly kind: 'has-app' }
  /** The directory knows no such account any more. */
  | { readonly kind: 'no-account' }
  /** The app was not given the permission, or not the app's own entry in the catalogue. */
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'not-now'; readonly retryAfterMs?: number };

/** An entry for somebody's activity feed. It never holds what a person wrote. */
export interface FeedNote {
  /** The same key replaces what was sent with it before, so that a repetition is not seen twice. */
  readonly key: string;
  readonly number: string;
  readonly summary: string;
}

/** The app in the hands of people, by way of Graph. One call is one request. */
export interface PeopleApps {
  /** `owner`: somebody who has the app, from whose installation its id in the catalogue is learned. */
  install(personId: PersonId, owner: PersonId): Promise<InstallOutcome>;
  notify(personId: PersonId, note: FeedNote): Promise<SendOutcome>;
}
