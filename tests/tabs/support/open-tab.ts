import type { Browser, FrameLocator, Page } from 'playwright-core';
import { createFakeOffice, type FakeOffice } from './fake-office.js';
import type { HostWish } from './host-page.js';
import { startTabServers, type TabServers } from './tab-servers.js';

/** A tab open in its host page. */
export interface OpenTab {
  readonly page: Page;
  readonly tab: FrameLocator;
  readonly office: FakeOffice;
  readonly servers: TabServers;
  /** Console errors and page errors, but for the one address teams-js asks for when it is offline. */
  readonly errors: string[];
  readonly close: () => Promise<void>;
}

/** What a test may choose. */
export interface TabWish extends Omit<HostWish, 'tab'> {
  readonly surface?: 'personal' | 'channel' | 'configure';
  readonly size?: { readonly width: number; readonly height: number };
  readonly office?: FakeOffice;
  /** Done with the page before it is opened. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Opens the built tab in real Chromium inside a host page of another origin. */
export async function openTab(browser: Browser, wish: TabWish = {}): Promise<OpenTab> {
  const { surface = 'personal', size, prepare, office = createFakeOffice(), ...hostWish } = wish;
  const servers = await startTabServers(office);
  const page = await browser.newPage({ viewport: size ?? { width: 1372, height: 852 } });
  const errors: string[] = [];
  await page.route('https://res.cdn.office.net/**', (route) => route.abort());
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    const isKnown = message.location().url.startsWith('https://res.cdn.office.net/');
    if (message.type() === 'error' && !isKnown) errors.push(message.text());
  });
  await prepare?.(page);
  await page.goto(servers.hostAddress(`?surface=${surface}`, hostWish));
  return {
    page,
    tab: page.frameLocator('#tab'),
    office,
    servers,
    errors,
    close: async () => {
      await page.close();
      await servers.close();
    },
  };
}
