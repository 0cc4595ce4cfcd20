import { violationsIn } from './support/axe.js';
import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

const ofAdministrator = () => ({
  ...createFakeOffice(),
  admin: { looks: 0, faults: ['07', '08'], held: ['11', '12', '13'] },
});

test('an administrator sees what is not sound, what to do, and looks again', async () => {
  const office = ofAdministrator();
  opened = await open({ office, subPageId: 'admin' });
  const { tab, errors } = opened;
  const health = tab.getByRole('region', { name: '健全性' });
  await health.getByText(/あと12日/).waitFor();
  expect(await health.getByText('すべて読めました。').count()).toBe(0);
  await health.getByRole('button', { name: '問題のない項目も見る' }).click();
  await health.getByText('すべて読めました。').waitFor();
  await health.getByRole('button', { name: 'もう一度調べる' }).click();
  await health.getByText('直すところは見つかりませんでした。').waitFor();
  expect(office.admin.looks).toBe(1);
  expect(errors).toEqual([]);
});

test('the balance adds up, and what is held is told or not by decision, each with its result', async () => {
  const office = ofAdministrator();
  const size = { width: 320, height: 700 };
  opened = await open({ office, size, subPageId: 'admin' });
  const { tab, page } = opened;
  const notices = tab.getByRole('region', { name: 'お知らせの収支' });
  await notices.getByText('送るべきもの 1,400 ＝').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
  await notices.getByRole('checkbox', { name: 'R8-0011を選ぶ' }).check();
  await notices.getByRole('checkbox', { name: 'R8-0012を選ぶ' }).check();
  await notices.getByRole('button', { name: '送る', exact: true }).click();
  await notices.getByText('1件を決めました。').waitFor();
  expect(office.admin.held).toEqual(['13']);
  await notices.getByRole('checkbox', { name: 'R8-0011を選ぶ' }).waitFor({ state: 'detached' });
});

test('what was changed by hand is restored one by one', async () => {
  const office = ofAdministrator();
  opened = await open({ office, subPageId: 'admin' });
  const { tab } = opened;
  const faults = tab.getByRole('region', { name: '手で直された項目' });
  await faults.getByRole('button', { name: '提案 R8-0007を元に戻す' }).click();
  await faults.getByText('R8-0007').waitFor({ state: 'detached' });
  await faults.getByText('R8-0008').waitFor();
  expect(office.admin.faults).toEqual(['08']);
});

test('the view is offered to administrators alone, and closed to others', async () => {
  opened = await open();
  await opened.tab.getByRole('tab', { name: '仕分け' }).waitFor();
  expect(await opened.tab.getByRole('tab', { name: '管理' }).count()).toBe(0);
  const linked = await open({ subPageId: 'admin' });
  await linked.tab.getByRole('heading', { name: 'この画面を開く権限がありません' }).waitFor();
  expect(await linked.tab.getByRole('region', { name: '健全性' }).count()).toBe(0);
});
