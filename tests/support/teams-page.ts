import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/** The Teams host page, driven in the words of the person who sits at it. */
export interface TeamsPage {
  readonly page: Page;
  /** この人になる. */
  become(name: string): Promise<void>;
  /** Types into the bot chat and sends. */
  say(text: string): Promise<void>;
  /** The youngest card of the bot that holds a text. */
  cardWith(text: string): Locator;
  /** Every card of the bot chat that holds a text. */
  cardsWith(text: string): Locator;
  /** Opens the app's personal tab. */
  openTab(): Promise<FrameLocator>;
  /** Goes back to the bot chat. */
  openChat(): Promise<void>;
  /** Opens a channel beside the chat. */
  openChannel(team: string, channel: string): Promise<Locator>;
}

/** Opens the host page in a fresh browser context. */
export async function openTeams(
  browser: Browser,
  host: string,
  size = { width: 1440, height: 900 },
): Promise<TeamsPage> {
  const context = await browser.newContext({ viewport: size, locale: 'ja-JP' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(host);
  const chat = page.getByRole('main', { name: '芽吹き' });
  const messages = chat.getByRole('log', { name: 'メッセージ' });
  await chat.waitFor();

  const cardsWith = (text: string): Locator =>
    messages.getByRole('article').filter({ hasText: text });

  return {
    page,
    cardsWith,
    cardWith: (text) => cardsWith(text).last(),
    become: async (name) => {
      await page.getByRole('group', { name: 'この人になる' }).getByRole('button', { name }).click();
      await page
        .getByRole('group', { name: 'この人になる' })
        .getByRole('button', { name, pressed: true })
        .waitFor();
    },
    say: async (text) => {
      await chat.getByRole('textbox', { name: 'メッセージを入力' }).fill(text);
      await chat.getByRole('textbox', { name: 'メッセージを入力' }).press('Enter');
    },
    openTab: async () => {
      await chat.getByRole('tab', { name: '芽吹き' }).click();
      return chat.frameLocator('iframe');
    },
    openChat: () => chat.getByRole('tab', { name: 'チャット' }).click(),
    openChannel: async (team, channel) => {
      await page
        .getByRole('navigation', { name: 'チャットとチーム' })
        .getByRole('list', { name: team })
        .getByRole('button', { name: channel })
        .click();
      const pane = page.getByRole('complementary', { name: `${team} ${channel}` });
      await pane.waitFor();
      return pane;
    },
  };
}
