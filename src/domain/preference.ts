import { type Locale, locales } from './conversation.js';
import type { Instant } from './instant.js';
import type { PersonId } from './person.js';

/** What a person wants to be told of proposals of others that this person endorsed or follows. */
export const wantedNews = ['each', 'none'] as const;

/** One of the wishes. */
export type WantedNews = (typeof wantedNews)[number];

/** In which language the chat speaks: as Teams does for the person, or always the same. */
export const chatLanguages = ['as-teams', ...locales] as const;

/** One of the choices. */
export type ChatLanguage = (typeof chatLanguages)[number];

/** What a person may choose. What becomes of one's own proposals is always told. */
export interface Choices {
  readonly supported: WantedNews;
  readonly language: ChatLanguage;
  /** Whether the activity feed is used where the chat does not take a notice. */
  readonly inFeed: boolean;
}

/** What a person chose, and up to when this person has seen what could not be delivered. */
export interface Preference extends Choices {
  readonly personId: PersonId;
  /** By the `until` of ledger rows. */
  readonly missedSeenThrough?: Instant;
}

/** What holds for whoever chose nothing. */
export const usualChoices: Choices = { supported: 'each', language: 'as-teams', inFeed: true };

/** The choices of somebody, as held or the usual ones. */
export function choicesOf(preference: Preference | undefined): Choices {
  const { supported, language, inFeed } = preference ?? usualChoices;
  return { supported, language, inFeed };
}

/** The language of the chat with somebody whose Teams, or whose chat as last heard, speaks `heard`. */
export function chatLocale(preference: Preference | undefined, heard: Locale): Locale {
  const { language } = choicesOf(preference);
  return language === 'as-teams' ? heard : language;
}
