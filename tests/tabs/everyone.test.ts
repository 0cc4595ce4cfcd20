import { violationsIn } from './support/axe.js';
import { createFakeOffice, type FakeOffice } from './support/fake-office.js';
import type { OpenTab, TabWish } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** The page みんなの提案, for somebody who proposed the seventh alone. */
async function openPage(wish: TabWish = {}, office: FakeOffice = createFakeOffice()) {
  office.isReader = true;
  opened = await open({ subPageId: 'everyone', office, ...wish });
  await opened.tab.locator('h1').waitFor();
  return opened;
}

const row = (number: string) => opened.tab.getByRole('row').filter({ hasText: number });
const count = (words: string) =>
  opened.tab.getByRole('status').filter({ hasText: words }).waitFor();
/** What was searched, each time once: the focus coming into the frame fetches anew. */
const asked = (name: string) => [
  ...new Set(
    opened.servers.seen
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/api/proposals?'))
      .map((path) => new URLSearchParams(path.slice(path.indexOf('?'))).get(name)),
  ),
];

test('it is searched as one types, in any width, and the words are marked in the titles', async () => {
  const { tab, errors } = await openPage();
  await count('24件24件中');
  await tab.getByRole('searchbox').fill('ﾍﾟｰﾊﾟｰﾚｽ');
  await count('2件24件中');
  expect(await tab.locator('mark').allInnerTexts()).toEqual(['ペーパーレス', 'ペーパーレス']);
  expect(await tab.getByRole('combobox').inputValue()).toBe('relevance');
  expect(errors).toEqual([]);
});

test('what an input method still holds is not searched', async () => {
  const { tab, page } = await openPage();
  await count('24件');
  await tab.getByRole('searchbox').focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', {
    text: 'でんし',
    selectionStart: 3,
    selectionEnd: 3,
  });
  await input.send('Input.imeSetComposition', { text: '電子', selectionStart: 2, selectionEnd: 2 });
  // Longer than the pause after which what is typed is searched.
  await page.waitForTimeout(400);
  expect(asked('q')).toEqual([null]);
  await input.send('Input.insertText', { text: '電子' });
  await tab.locator('mark').first().waitFor();
  expect(asked('q')).toEqual([null, '電子']);
});

test('an answer to earlier words that comes late is left aside', async () => {
  const { tab, page } = await openPage();
  await count('24件');
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/api\/proposals\?q=%E9%9B%BB%E5%AD%90/, async (route) => {
    await held;
    await route.continue();
  });
  const late = page.waitForRequest(/q=%E9%9B%BB%E5%AD%90/);
  await tab.getByRole('searchbox').fill('電子');
  await late;
  await tab.getByRole('searchbox').fill('会議室');
  await count('2件24件中');
  const answered = page.waitForResponse(/q=%E9%9B%BB%E5%AD%90/);
  letGo();
  await (await answered).finished();
  await count('2件24件中');
  expect(await tab.locator('mark').allInnerTexts()).toEqual(['会議室', '会議室']);
});

test('facets count what there would be, narrow, and are cleared where nothing is found', async () => {
  const { tab } = await openPage();
  await tab.getByRole('checkbox', { name: /^検討中\s*\d+$/ }).check();
  await count('13件24件中');
  await tab.getByRole('searchbox').fill('部内協議');
  await count('2件24件中');
  await tab.getByRole('searchbox').fill('宇宙');
  await tab.getByText('「宇宙」に合う提案はありません。').waitFor();
  await tab.getByRole('button', { name: '絞り込みを外す' }).click();
  await tab.getByRole('button', { name: 'ことばを消す' }).click();
  await count('24件24件中');
  expect(await tab.getByRole('searchbox').inputValue()).toBe('');
});

test('one click endorses, another takes it back, and an own proposal has its number only', async () => {
  const { tab, page, office } = await openPage();
  const endorse = row('R8-0012').getByRole('button', { name: /賛同/ });
  await endorse.click();
  await tab.getByText('R8-0012に賛同しました。').waitFor();
  await row('R8-0012').getByText('賛同中 13').waitFor();
  expect(office.supports.get('R8-0012')).toBe('endorsed');
  const sent = page.waitForResponse('**/take-back-support');
  await tab.getByRole('button', { name: '取り消す' }).click();
  await row('R8-0012').getByText('賛同 12').waitFor();
  await (await sent).finished();
  expect(office.supports.get('R8-0012')).toBe('none');
  await row('R8-0007').getByText('7人（自分）').waitFor();
  expect(await row('R8-0007').getByRole('button').count()).toBe(0);
});

test('what could not be sent is put back and said', async () => {
  const office = createFakeOffice();
  const fault = { status: 500, body: { code: 'fault', message: 'x', reference: '7K2Q-M4PD' } };
  office.instead.set('/api/proposals/R8-0012/endorse', fault);
  const { tab } = await openPage({}, office);
  await row('R8-0012').getByRole('button', { name: /賛同/ }).click();
  await tab.getByText('いまは送れませんでした。').waitFor();
  await row('R8-0012').getByText('賛同 12').waitFor();
});

test('the list is worked by keys: rows, open, endorse, follow, search, and Esc leads back', async () => {
  const { tab, page } = await openPage();
  await tab.getByRole('searchbox').focus();
  await tab.locator('#everyone-row-0').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = tab.locator('#everyone-row-1:focus');
  await second.waitFor();
  await page.keyboard.press('f');
  await second.getByText('フォロー中').waitFor();
  await page.keyboard.press('g');
  await second.getByText('賛同中').waitFor();
  // Who endorses is told anyway: F takes nothing back.
  await page.keyboard.press('f');
  await second.getByText('賛同で届きます').waitFor();
  await page.keyboard.press('Enter');
  await tab.locator('#everyone-item-title').waitFor();
  await page.keyboard.press('Escape');
  await second.waitFor();
  await page.keyboard.press('/');
  await tab.locator('#everyone-search:focus').waitFor();
});

test('a link opens the proposal it names, as everyone may see it', async () => {
  const { tab } = await openPage({ subPageId: 'everyone/R8-0001' });
  await tab.getByRole('heading', { level: 2, name: '旅費請求の添付書類の電子化' }).waitFor();
  await tab.getByText('理由：法令に根拠のない押印欄は').waitFor();
  const dialog = tab.getByRole('dialog');
  await dialog.getByRole('button', { name: /^賛同/ }).click();
  await dialog.getByText('R8-0001に賛同しました。').waitFor();
  await dialog.getByText('賛同中 2').waitFor();
  await dialog.getByRole('button', { name: '取り消す' }).click();
  await dialog.getByText('賛同 1', { exact: true }).waitFor();
  expect(await dialog.getByText('若葉').count()).toBe(0);
});

test('of ten thousand rows only those in sight are drawn and fetched', async () => {
  const { tab } = await openPage({}, createFakeOffice(10_000));
  await count('10,000件');
  const grid = tab.getByRole('grid');
  expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
  await tab.locator('#everyone-row-0').focus();
  await opened.page.keyboard.press('End');
  await row('R8-0001').waitFor();
  expect(await tab.getByRole('row').count()).toBeLessThan(60);
  expect(asked('from')).toEqual(['0', '9900']);
});

test('part of the list that did not come is said, and fetched when asked again', async () => {
  const { tab, office, page } = await openPage({}, createFakeOffice(300));
  await tab.locator('#everyone-row-0').focus();
  await row('R8-0300').waitFor();
  office.instead.set('/api/proposals', { status: 500, body: {} });
  await page.keyboard.press('End');
  await tab.getByText('一覧の一部を読み込めませんでした。').waitFor();
  office.instead.clear();
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await row('R8-0001').waitFor();
  expect(await tab.getByText('一覧の一部を読み込めませんでした。').count()).toBe(0);
});

test('a search that failed leaves what was typed, and can be tried again', async () => {
  const { tab, office } = await openPage();
  await count('24件');
  office.instead.set('/api/proposals', { status: 500, body: {} });
  await tab.getByRole('searchbox').fill('会議室');
  await tab.getByText('提案をさがせませんでした').waitFor();
  office.instead.clear();
  await tab.getByRole('button', { name: 'もう一度試す' }).click();
  await count('2件24件中');
  expect(await tab.getByRole('searchbox').inputValue()).toBe('会議室');
});

test('old content says how old it is; nothing open to everyone yet is said too', async () => {
  const office = createFakeOffice(0);
  office.asOf = office.now - 12 * 60_000;
  const { tab } = await openPage({}, office);
  await tab.getByText('11:48に取得した内容です（12分前）。').waitFor();
  await tab.getByText('公開された提案はまだありません').waitFor();
});

test('on a phone rows are cards, the facets a drawer that says how many are set', async () => {
  const { tab, page, errors } = await openPage({ size: { width: 320, height: 640 } });
  await count('24件24件中');
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: '絞り込み', exact: true }).click();
  const drawer = tab.getByRole('dialog');
  await drawer.getByRole('checkbox', { name: /^検討中/ }).check();
  expect(await violationsIn(page)).toEqual([]);
  await drawer.getByRole('button', { name: '13件を見る' }).click();
  await tab.getByRole('button', { name: '絞り込み（1）' }).waitFor();
  await tab.locator('#everyone-row-0').click();
  await tab.getByRole('button', { name: '戻る' }).click();
  await tab.locator('#everyone-row-0:focus').waitFor();
  expect(errors).toEqual([]);
});
