import { violationsIn } from './support/axe.js';
import { createFakeOffice, type FakeOffice } from './support/fake-office.js';
import type { OpenTab, TabWish } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

async function openPage(office: FakeOffice = createFakeOffice(), wish: TabWish = {}) {
  office.isReader = true;
  opened = await open({ subPageId: 'casebook', office, ...wish });
  await opened.tab.getByRole('heading', { level: 1, name: '実践事例集' }).waitFor();
  return opened;
}

test('the rules stand by category with what helps, who follows them and what they came from', async () => {
  const { tab, page, errors } = await openPage();
  const list = tab.getByRole('navigation', { name: '共通ルールの一覧' });
  expect(await list.getByRole('heading').allTextContents()).toEqual([
    '業務改善 2件',
    'ペーパーレス 1件',
  ]);
  const rule = tab.getByRole('region', { name: 'ルールの内容' });
  await rule.getByText('1セル1データ、結合の極力回避等、使いやすいExcelへの改善').waitFor();
  const guide = rule.getByRole('link', { name: '作り方の手引' });
  expect(await guide.getAttribute('href')).toBe('https://example.invalid/a');
  await rule.getByRole('heading', { name: '実践している部局 1／2' }).waitFor();
  expect(await rule.getByRole('listitem').filter({ hasText: '総合企画部 実践中' }).count()).toBe(1);
  await rule.getByRole('button', { name: 'ほか2件を表示' }).click();
  await rule.getByRole('button', { name: /R8-0007/ }).click();
  await tab.getByRole('dialog').getByText('R8-0007').first().waitFor();
  await page.keyboard.press('Escape');
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await rule.getByRole('button', { name: /始めた/ }).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('a search narrows the list, whatever the width of the letters', async () => {
  const { tab } = await openPage();
  const field = tab.getByRole('searchbox', { name: 'ルールをさがす' });
  await field.fill('ｅｘｃｅｌ');
  await tab.getByRole('status').getByText('1件見つかりました').waitFor();
  expect(await tab.getByRole('heading', { name: 'ペーパーレス' }).count()).toBe(0);
  await field.fill('どこにもないことば');
  await tab.getByText('このことばを含むルールはありません。').waitFor();
});

test('an owner says that the office follows a rule, and takes it back; on a phone too', async () => {
  const office = createFakeOffice();
  office.officeRoles = ['owner'];
  const size = { width: 320, height: 640 };
  const { tab, page } = await openPage(office, { size });
  await tab.getByRole('button', { name: /全庁的なExcel様式/ }).click();
  const begin = tab.getByRole('button', { name: '総務部で実践を始めた' });
  await begin.click();
  await tab.getByText('総務部を「実践中」にしました。').waitFor();
  expect(office.rulesFollowed?.has('rule-1')).toBe(true);
  expect(await violationsIn(page)).toEqual([]);
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
  await tab.getByRole('button', { name: '総務部の「実践中」を取り消す' }).click();
  await begin.waitFor();
  expect(office.rulesFollowed?.has('rule-1')).toBe(false);
  await tab.getByRole('button', { name: '一覧へ' }).click();
  await tab.getByRole('button', { name: /添付ファイルの単一化/ }).waitFor();
});

test('what a colleague answered meanwhile is shown before it is replaced', async () => {
  const office = createFakeOffice();
  office.officeRoles = ['head'];
  const { tab } = await openPage(office);
  await tab.getByRole('button', { name: /添付ファイルの単一化/ }).click();
  await tab.getByRole('button', { name: '総務部で実践を始めた' }).click();
  await tab.getByText('11月9日に青空 つばさが別の回答をしています。').waitFor();
  expect(office.rulesFollowed?.has('rule-2')).toBe(false);
  await tab.getByRole('button', { name: '自分の回答に替える' }).click();
  await tab.getByText('総務部を「実践中」にしました。').waitFor();
  expect(office.rulesFollowed?.has('rule-2')).toBe(true);
});

test('before anything is published the page says so', async () => {
  const office = createFakeOffice();
  office.rulesFollowed = undefined;
  const { tab } = await openPage(office);
  await tab
    .getByText('まだ公表された共通ルールはありません。公表されると、ここで見られます。')
    .waitFor();
});
