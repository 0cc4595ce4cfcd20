import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const built = join(__dirname, '../../dist/tabs');
const mostInitialBytes = 170_000;

const open = tabsInBrowser();
let opened: OpenTab;

/** The files the page itself names: what comes before anything can be drawn. */
function initialFiles(): readonly string[] {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  return [...page.matchAll(/"\/tabs\/(assets\/[^"]+)"/g)].map(([, name = '']) => name);
}

test('what is loaded before the first picture is small', () => {
  const sizes = initialFiles().map((name) => gzipSync(readFileSync(join(built, name))).length);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(mostInitialBytes);
});

test('the tabs are there before the page in them is', async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  opened = await open({
    prepare: async (page) => {
      await page.route('**/MinePage-*.js', async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const { tab } = opened;
  await tab.getByRole('tab', { name: 'マイ提案' }).waitFor();
  await tab.getByLabel('読み込んでいます').waitFor();
  letGo();
  await tab.getByRole('heading', { level: 1, name: 'マイ提案' }).waitFor();
});

test('a page whose files are gone says so, and trying again opens it as it is now', async () => {
  opened = await open();
  const { tab, page } = opened;
  await tab.getByText('提案した 24').waitFor();
  await page.route('**/EveryonePage-*.js', (route) => route.fulfill({ status: 404 }));
  await tab.getByRole('tab', { name: 'みんなの提案' }).click();
  await tab.getByRole('heading', { name: 'この画面を読み込めませんでした' }).waitFor();
  await tab.getByText('新しい版に替わったところです。').waitFor();
  // The other views are still there.
  await tab.getByRole('tab', { name: 'マイ提案' }).click();
  await tab.getByText('提案した 24').waitFor();
  await tab.getByRole('tab', { name: 'みんなの提案' }).click();
  await page.unroute('**/EveryonePage-*.js');
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await tab.locator('#everyone-row-0').waitFor();
});

test('where the server is away too, trying again leaves the page as it is', async () => {
  opened = await open();
  const { tab, page } = opened;
  await tab.getByText('提案した 24').waitFor();
  await page.route('**/tabs/**', (route) => route.abort());
  await tab.getByRole('tab', { name: '仕分け' }).click();
  const asked = page.waitForRequest(/\/tabs\/\?/);
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await asked;
  await tab.getByText('新しい版に替わったところです。').waitFor();
  await tab.getByRole('tab', { name: 'マイ提案' }).click();
  await tab.getByText('提案した 24').waitFor();
});

test('without the shapes of the answers the page asks to be opened anew', async () => {
  const office = createFakeOffice();
  opened = await open({
    office,
    prepare: async (page) => {
      await page.route('**/answer-shapes-*.js', (route) => route.abort());
    },
  });
  const { tab, page } = opened;
  await tab.getByText('新しい版に替わったところです。').waitFor();
  await page.unroute('**/answer-shapes-*.js');
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await tab.getByText('提案した 24').waitFor();
});

test('while the device is offline the page says so', async () => {
  opened = await open();
  const { tab, page } = opened;
  await tab.getByText('提案した 24').waitFor();
  await page.context().setOffline(true);
  await tab.getByRole('status').filter({ hasText: 'オフラインです。' }).waitFor();
  await page.context().setOffline(false);
  await tab.getByText('オフラインです。').waitFor({ state: 'detached' });
});
