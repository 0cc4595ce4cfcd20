import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.js';
import { startDesk, type TestDesk } from './start-desk.js';

/** teams-js asks for this list when it loads; offline it falls back to the built-in one. */
const allowedFailure = 'res.cdn.office.net';

/** The host page in a browser, with every fault it reports. */
export interface HostPage {
  desk: TestDesk;
  page: Page;
  faults: string[];
  /** Opens the page as the demo person with this part. */
  open(persona: string): Promise<void>;
  botChat(): Locator;
  /** A message of the bot in that person's chat; gives its id. */
  say(persona: string, activity: object): Promise<string>;
}

/** A fresh page in front of a running stand-in. */
async function openHostPage(browser: Browser, desk: TestDesk): Promise<HostPage> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const faults: string[] = [];
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => {
    if (line.type() !== 'error' || line.location().url.includes(allowedFailure)) return;
    faults.push(line.text());
  });
  return {
    desk,
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

/**
 * Opens a stand-in and the host page in front of it before each test of the file that calls this, and hands them
 * over. No test may leave a fault on the page.
 */
export function eachTestOnHostPage(take: (opened: HostPage) => void): void {
  let browser: Browser;
  let host: HostPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    host = await openHostPage(browser, await startDesk());
    take(host);
  });
  afterEach(async () => {
    await host.page.close();
    await host.desk.close();
    expect(host.faults).toEqual([]);
  });
}
