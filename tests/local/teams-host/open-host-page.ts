import type { Browser, Locator, Page } from 'playwright-core';
import type { TestDesk } from './start-desk.js';

/** teams-js asks for this list when it loads; offline it falls back to the built-in one. */
const allowedFailure = 'res.cdn.office.net';

/** The host page in a browser, with every fault it reports. */
export interface HostPage {
  page: Page;
  faults: string[];
  /** Opens the page as the demo person with this part. */
  open(persona: string): Promise<void>;
  botChat(): Locator;
  /** A message of the bot in that person's chat; gives its id. */
  say(persona: string, activity: object): Promise<string>;
}

/** A fresh page in front of a running stand-in. */
export async function openHostPage(browser: Browser, desk: TestDesk): Promise<HostPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => {
    if (line.type() !== 'error' || line.location().url.includes(allowedFailure)) return;
    faults.push(line.text());
  });
  return {
    page,
    faults,
    async open(persona) {
      await page.goto(`${desk.standIn.origin}/?person=${desk.person(persona).id}`);
    },
    botChat: () => page.getByRole('main', { name: '芽吹き' }),
    async say(persona, activity) {
      const { chat } = await desk.state(desk.person(persona));
      const path = `/conversations/${chat.conversationId}/activities`;
      const sent = await desk.connector('POST', path, { type: 'message', ...activity });
      const { id }: { id: string } = await sent.json();
      return id;
    },
  };
}
