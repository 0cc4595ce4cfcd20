import { violationsIn } from './support/axe.js';
import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

test('what a person chooses is kept, and nothing else is touched', async () => {
  const office = createFakeOffice();
  const size = { width: 320, height: 640 };
  opened = await open({ office, size, subPageId: 'settings' });
  const { tab, page, errors } = opened;
  await tab.getByRole('heading', { level: 1, name: '設定' }).waitFor();
  await tab.getByRole('radio', { name: '届けない（タブで見る）' }).check();
  await tab.getByRole('radio', { name: 'English' }).check();
  expect(await violationsIn(page)).toEqual([]);
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
  await tab.getByRole('button', { name: '保存' }).click();
  await tab.getByText('設定を保存しました。').waitFor();
  expect(office.choices).toStrictEqual({ supported: 'none', language: 'en', inFeed: true });
  expect(errors).toEqual([]);
});

test('a choice that could not be kept stays chosen, and is said', async () => {
  const office = createFakeOffice();
  opened = await open({ office, subPageId: 'settings' });
  const { tab } = opened;
  const none = tab.getByRole('radio', { name: '届けない（タブで見る）' });
  await none.check();
  office.instead.set('/api/my-settings', {
    status: 409,
    body: { code: 'changed-meanwhile', message: 'ほかの変更がありました。' },
  });
  await tab.getByRole('button', { name: '保存' }).click();
  await tab.getByRole('alert').getByText('ほかの変更がありました。').waitFor();
  expect(await none.isChecked()).toBe(true);
  expect(office.choices.supported).toBe('each');
});

test('what did not arrive stands above the own proposals until it was seen', async () => {
  const office = createFakeOffice();
  office.missed = ['R8-0001', 'R8-0011'];
  opened = await open({ office });
  const { tab, page } = opened;
  await tab.getByText('お知らせできていなかった提案が2件あります').waitFor();
  await tab.getByText(/R8-0011.*届いたか確かめられていません/).waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: '確認しました' }).click();
  await tab.getByText('お知らせできていなかった提案が2件あります').waitFor({ state: 'detached' });
  expect(office.missed).toEqual([]);
});
