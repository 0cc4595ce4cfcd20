import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../support/chromium.js';
import { type OpenTab, openTab, type TabWish } from './open-tab.js';

/**
 * A browser for the tests of a file, to be called at its top. What a test opens with the function that comes back is
 * closed after that test.
 */
export function tabsInBrowser(): (wish?: TabWish) => Promise<OpenTab> {
  jest.setTimeout(120_000);
  let browser: Browser | undefined;
  let opened: readonly OpenTab[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    opened = [];
  });
  afterAll(() => browser?.close());
  return async (wish) => {
    if (!browser) throw new Error('the browser is not open yet');
    const tab = await openTab(browser, wish);
    opened = [...opened, tab];
    return tab;
  };
}
