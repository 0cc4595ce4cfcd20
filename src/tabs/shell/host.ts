import { app, authentication, pages } from '@microsoft/teams-js';
import { type Locale, localeOf } from '../../domain/conversation.js';

/** Teams' names of its three looks. */
export type HostTheme = 'default' | 'dark' | 'contrast';

/** What Teams said about where the tab stands. Never used to decide what someone may do. */
export interface HostPlace {
  readonly locale: Locale;
  readonly theme: HostTheme;
  readonly subPageId: string | undefined;
}

/** How long Teams may take to answer before the page says that nobody does. */
const answerWithinMs = 15_000;

function themeOf(name: string | undefined): HostTheme {
  return name === 'dark' || name === 'contrast' ? name : 'default';
}

async function askPlace(validMessageOrigins: string[]): Promise<HostPlace> {
  await app.initialize(validMessageOrigins);
  app.notifyAppLoaded();
  const context = await app.getContext();
  return {
    locale: localeOf(context.app.locale),
    theme: themeOf(context.app.theme),
    subPageId: context.page.subPageId,
  };
}

function silence(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('The host does not answer.')), answerWithinMs);
  });
}

/** The Teams client around the tab; the only place that speaks teams-js. */
export const host = {
  /** Shakes hands. `validMessageOrigins` are origins trusted beside those of Teams. Rejects where no host answers. */
  start: (validMessageOrigins: string[]): Promise<HostPlace> =>
    Promise.race([askPlace(validMessageOrigins), silence()]),

  /** A token of the person for our own API. Asked for each call: Teams keeps and renews it. */
  token: (): Promise<string> => authentication.getAuthToken(),

  onThemeChange: (told: (theme: HostTheme) => void): void =>
    app.registerOnThemeChangeHandler((name) => told(themeOf(name))),

  /** The first content, or a sentence why there is none, is on the screen. */
  shown: (): void => {
    void app.notifySuccess();
  },

  /** Nothing can be shown, because Teams gave no token. */
  signInFailed: (message: string): void =>
    app.notifyFailure({ reason: app.FailedReason.AuthFailed, message }),

  /** Offers a channel tab: Teams' 保存 becomes possible and answers with this tab. */
  offerChannelTab: (tab: { readonly entityId: string; url: string; name: string }): void => {
    pages.config.registerOnSaveHandler((save) => {
      pages.config
        .setConfig({
          entityId: tab.entityId,
          contentUrl: tab.url,
          websiteUrl: tab.url,
          suggestedDisplayName: tab.name,
        })
        .then(
          () => save.notifySuccess(),
          (fault: unknown) => save.notifyFailure(String(fault)),
        );
    });
    pages.config.setValidityState(true);
  },
};

/** What pages may ask of the host. */
export type Host = typeof host;
