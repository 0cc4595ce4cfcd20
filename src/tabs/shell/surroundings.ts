import { createContext, useContext } from 'react';
import type { Locale } from '../../domain/conversation.js';
import type { TabTexts } from '../../text/tab-texts.js';
import type { Terms } from '../../text/terms.js';
import type { Client } from '../client.js';
import type { HostTheme } from './host.js';
import type { ServerClock } from './server-clock.js';

/** What every part of the tabs stands in. */
export interface Surroundings {
  readonly client: Client;
  readonly clock: ServerClock;
  readonly locale: Locale;
  readonly theme: HostTheme;
  readonly words: TabTexts;
  readonly terms: Terms;
  /** Tells the host that something meaningful is on the screen. */
  readonly shown: () => void;
  /** Tells the host that Teams gave no token, so that nothing can be shown. */
  readonly signInFailed: (message: string) => void;
}

/** Filled by App. */
export const SurroundingsContext = createContext<Surroundings | undefined>(undefined);

/** Client, clock, language and theme of this tab. */
export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('This part stands outside App.');
  return surroundings;
}

/** Adds the words of one page to the surroundings: they come with the page itself, not before the first picture. */
export function withWordsOf<Texts extends object>(texts: Readonly<Record<Locale, Texts>>) {
  type Widened = Omit<Surroundings, 'words'> & { readonly words: TabTexts & Texts };
  const known = new WeakMap<Surroundings, Widened>();
  return (surroundings: Surroundings): Widened => {
    let widened = known.get(surroundings);
    if (!widened) {
      const { locale, words } = surroundings;
      widened = { ...surroundings, words: { ...words, ...texts[locale] } };
      known.set(surroundings, widened);
    }
    return widened;
  };
}
