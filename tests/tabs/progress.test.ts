import { violationsIn } from './support/axe.js';
import { createFakeOffice, type FakeOffice } from './support/fake-office.js';
import type { OpenTab, TabWish } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

async function openPage(office: FakeOffice = createFakeOffice(), wish: TabWish = {}) {
  office.isReader = true;
  opened = await open({ subPageId: 'progress', office, ...wish });
  await opened.tab.getByRole('heading', { level: 1, name: '実現状況' }).waitFor();
  return opened;
}

const dot = () => opened.tab.getByRole('listbox').getByRole('option');
const press = (key: string) => opened.page.keyboard.press(key);

test('the headline adds up to what was received, and every status is named', async () => {
  const { tab, errors } = await openPage();
  const headline = tab.locator('dl');
  await headline.getByText('ほか賛同0人・取下げ0件').waitFor();
  expect(await headline.locator('dd').first().textContent()).toMatch(/^24 件/);
  expect((await headline.locator('dt').allInnerTexts()).join(' ')).toBe(
    '受け付けた提案 実現 検討中 その他',
  );
  expect(await headline.locator('li').allInnerTexts()).toEqual(
    expect.arrayContaining(['対応方針決定 3', '検討中 13', '受付済 8', '統合 0', '対象外 0']),
  );
  const counts = await tab
    .getByRole('table', { name: '24件のいま' })
    .locator('tfoot')
    .textContent();
  expect(counts).toBe('計24100.0%');
  expect(errors).toEqual([]);
});

test('the dots are walked by keys, tell what they stand for, and lead to the proposal and back', async () => {
  const { tab } = await openPage();
  await tab.getByRole('listbox').focus();
  await tab.getByRole('option', { name: 'R8-0001 対応方針決定 旅費請求の' }).waitFor();
  await press('PageDown');
  await tab.getByRole('option', { name: 'R8-0002 検討中' }).waitFor();
  await press('ArrowDown');
  await tab.getByRole('option', { name: 'R8-0003 検討中' }).waitFor();
  await press('Enter');
  await tab.getByRole('dialog').getByText('R8-0003').waitFor();
  await press('Escape');
  await tab.locator('[role="listbox"]:focus').waitFor();
  await tab.getByRole('dialog').waitFor({ state: 'detached' });
  // What is not open to staff is counted, without a number and without a way in.
  await press('End');
  await tab.getByRole('option', { name: '受付済 公開していない提案' }).waitFor();
  expect(await dot().getAttribute('aria-posinset')).toBe('24');
  await press('Enter');
  expect(await tab.getByRole('dialog').count()).toBe(0);
});

test('a dot is opened by a click; the same proposals stand in a list', async () => {
  const { tab } = await openPage();
  await tab.getByRole('listbox').click({ position: { x: 6, y: 6 } });
  const dialog = tab.getByRole('dialog');
  await dialog.getByText('R8-0001').waitFor();
  await dialog.getByRole('button', { name: '閉じる' }).click();
  await tab.getByRole('button', { name: '一覧表で見る' }).click();
  const list = tab.getByRole('table', { name: '一覧表で見る' });
  expect(await list.getByRole('row').count()).toBe(17);
  await list.getByRole('button', { name: /R8-0011/ }).click();
  await dialog.getByText('R8-0011').waitFor();
});

test('each chart has its table, with the same sum', async () => {
  const { tab } = await openPage();
  const charts = ['提案部局', 'デジタル／非デジタル', 'カテゴリ', '職位', '費用の有無'];
  for (const chart of charts) {
    await tab.getByRole('button', { name: `表で見る、${chart}` }).click();
    const sum = await tab.getByRole('table', { name: chart }).locator('tfoot').textContent();
    expect(sum).toContain('24');
  }
  await tab.getByRole('button', { name: '図で見る、職位' }).click();
  expect(await tab.getByRole('table', { name: '職位' }).count()).toBe(0);
});

test('measures say what they realise in part and what is listed again; publications what was corrected', async () => {
  const { tab } = await openPage();
  const table = tab.getByRole('table', { name: '実現第1弾' });
  await tab.getByText('取組 1件（ほか再掲 1件）').waitFor();
  expect(await table.locator('tbody tr').count()).toBe(2);
  const first = table.locator('tbody tr').first();
  expect(await first.locator('td').allTextContents()).toStrictEqual([
    'ペーパーレス',
    '知事協議等におけるペーパーレス協議の実施一部実現',
    'R8.11～',
    '1件（うち一部 1件）',
    'ガイドライン 手引',
  ]);
  expect(await first.getByRole('link').getAttribute('href')).toBe('https://example.invalid/guide');
  await table.getByText('再掲', { exact: true }).waitFor();
  await tab.getByText('R8.11.9 12:00時点 訂正：件数の誤り').waitFor();
  await tab.getByText('R8.11.9 11:00時点 （このあと訂正しました）').waitFor();
});

test('another campaign is chosen; one that nobody answered yet says so', async () => {
  const { tab } = await openPage();
  await tab.getByRole('combobox', { name: '募集' }).selectOption({ label: '前の年の募集' });
  await tab.getByText('受け付けた提案はまだありません。').waitFor();
});

test('before any campaign the page says what will stand here', async () => {
  const office = createFakeOffice(0);
  office.hasCampaign = false;
  const { tab } = await openPage(office);
  await tab.getByText('募集はまだ始まっていません。').waitFor();
});

test('figures that do not come are said, and come when asked again', async () => {
  const office = createFakeOffice();
  office.instead.set('/api/figures/r8', { status: 500, body: {} });
  const { tab } = await openPage(office);
  await tab.getByRole('heading', { name: 'この数字を読み込めませんでした' }).waitFor();
  office.instead.clear();
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await tab.getByRole('listbox').waitFor();
});

test('ten thousand dots are few elements', async () => {
  const { tab } = await openPage(createFakeOffice(10_000));
  await tab.getByRole('heading', { name: '10,000件のいま' }).waitFor();
  expect(await tab.locator('svg *').count()).toBeLessThan(400);
  await tab.getByRole('listbox').focus();
  await press('End');
  expect(await dot().getAttribute('aria-posinset')).toBe('10000');
});

test('on a phone nothing scrolls sideways', async () => {
  const { tab, page } = await openPage(createFakeOffice(), { size: { width: 320, height: 640 } });
  await tab.getByRole('listbox').waitFor();
  await tab.getByRole('button', { name: '一覧表で見る' }).click();
  const widest = await tab
    .locator('#content')
    .evaluate((main) => Math.max(main.scrollWidth, document.documentElement.scrollWidth));
  expect(widest).toBeLessThanOrEqual(320);
  expect(await violationsIn(page)).toEqual([]);
});
