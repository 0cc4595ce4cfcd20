import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.js';
import { violationsIn } from './support/axe.js';
import { createFakeOffice } from './support/fake-office.js';
import { type OpenTab, openTab } from './support/open-tab.js';

let browser: Browser;
let opened: OpenTab;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(() => opened.close());

const themes = ['default', 'dark', 'contrast'] as const;
const locales = ['ja-jp', 'en-us'] as const;

/** Each view with the element that shows it is complete. */
const views = [
  { name: 'my proposals', subPageId: 'proposal/R8-0011', ready: '#detail-title' },
  { name: 'a received proposal in triage', subPageId: 'triage/R8-0007', ready: '#triage-item' },
  { name: 'the decision form', subPageId: 'triage/R8-0004', ready: '#decision-form' },
  { name: 'a decision to publish', subPageId: 'triage/R8-0002', ready: '#triage-item' },
  { name: 'a published decision', subPageId: 'triage/R8-0001', ready: '#triage-item' },
];

for (const theme of themes) {
  for (const locale of locales) {
    for (const { name, subPageId, ready } of views) {
      test(`${name} has no axe violation in ${theme}, ${locale}`, async () => {
        opened = await openTab(browser, { theme, locale, subPageId });
        await opened.tab.locator(ready).waitFor();
        expect(await violationsIn(opened.page)).toEqual([]);
        expect(opened.errors).toEqual([]);
      });
    }

    test(`field errors and the undo bar have no axe violation in ${theme}, ${locale}`, async () => {
      opened = await openTab(browser, { theme, locale, subPageId: 'triage/R8-0004' });
      const { tab, page } = opened;
      await tab.locator('#triage-item').focus();
      await page.keyboard.press('3');
      await page.keyboard.press('Control+Enter');
      await tab.locator('#decision-form [role="alert"]').first().waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await tab.getByRole('row', { name: /R8-0002/ }).click();
      await tab.getByRole('button', { name: /^(公表する|Publish)$/ }).click();
      await tab.getByRole('button', { name: /^(取り消す|Undo)$/ }).waitFor();
      expect(await violationsIn(page)).toEqual([]);
    });

    test(`empty, closed and failed views have no axe violation in ${theme}, ${locale}`, async () => {
      const office = createFakeOffice(0);
      office.isSecretariat = false;
      opened = await openTab(browser, { theme, locale, office });
      const { tab, page } = opened;
      await tab.getByRole('heading', { level: 2 }).first().waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await page.goto(opened.servers.hostAddress('?surface=channel', { theme, locale }));
      await tab.getByRole('alert').waitFor();
      expect(await violationsIn(page)).toEqual([]);
      await page.goto(
        opened.servers.hostAddress('?surface=configure', {
          theme,
          locale,
          frameContext: 'settings',
        }),
      );
      await tab.getByRole('heading', { level: 1 }).waitFor();
      expect(await violationsIn(page)).toEqual([]);
    });
  }
}

test('the pages of a phone have no axe violation', async () => {
  const size = { width: 360, height: 740 };
  opened = await openTab(browser, { size, subPageId: 'triage/R8-0004' });
  const { tab, page } = opened;
  await tab.locator('#triage-item').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: '対応方針へ進む' }).click();
  await tab.locator('#decision-form').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: '提案へ' }).click();
  await tab.getByRole('button', { name: '一覧へ' }).click();
  await tab.getByRole('button', { name: '絞り込み' }).click();
  await tab.getByRole('dialog').waitFor();
  expect(await violationsIn(page)).toEqual([]);
});
