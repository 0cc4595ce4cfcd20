import type { Instant } from './instant.js';
import type { PersonId } from './person.js';

/** The languages of the product. */
export const locales = ['ja', 'en'] as const;

/** One of the languages. */
export type Locale = (typeof locales)[number];

/** The language for a Teams locale such as `ja-JP` or `en-US`: Japanese unless it says English. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'ja';
}

/** Where a person's chat with the bot is, as last heard. */
export interface Conversation {
  readonly personId: PersonId;
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly botId: string;
  /** The person's id in the bot channel (29:…), needed in cards that refresh for the person. */
  readonly userId: string;
  readonly locale: Locale;
  /** False after a block or an uninstall, until it is installed again. */
  readonly active: boolean;
  readonly updatedAt: Instant;
}
