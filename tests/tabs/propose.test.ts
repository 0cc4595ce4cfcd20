import { violationsIn } from './support/axe.js';
import { createFakeOffice } from './support/fake-office.js';
import { draftsIn, saveElsewhere } from './support/fake-proposing.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;
const size = { width: 320, height: 640 };

async function shot(name: string): Promise<void> {
  const folder = process.env['MEBUKI_SHOTS'];
  if (folder) await opened.page.screenshot({ path: `${folder}/${name}.png` });
}

async function fill(title: string, content = '様式を総点検する。'): Promise<void> {
  const { tab } = opened;
  await tab.getByLabel('件名').fill(title);
  await tab.getByLabel('現状・課題').fill('毎週、紙を刷っている。');
  await tab.getByLabel('提案内容').fill(content);
  await tab.getByLabel('カテゴリ').selectOption('paperless');
  await tab.getByRole('radio', { name: 'デジタル', exact: true }).check();
  await tab.getByRole('radio', { name: '無', exact: true }).check();
}

test('a proposal is written on a narrow screen, asked about twice, endorsed beside and sent, with a receipt', async () => {
  const office = createFakeOffice();
  opened = await open({ size, office });
  const { tab, page, errors } = opened;
  await tab.getByRole('button', { name: '新しく提案' }).click();
  await tab.getByRole('heading', { level: 1, name: '新しく提案' }).waitFor();
  await tab.getByText('総務部・文書課・主任級・本庁として提案します。').waitFor();
  const send = tab.getByRole('button', { name: '提案として出す' });
  await send.click();
  await tab.getByText('6か所を確認してください。').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await shot('faults-320');
  await tab.getByRole('button', { name: 'カテゴリ' }).click();
  expect(await tab.locator(':focus').evaluate((each) => each.id)).toBe('propose-category');

  await fill('押印の欄をなくす', '問い合わせは090-1234-5678へ。');
  await send.click();
  await tab.getByText('個人情報と思われるところがあります。').waitFor();
  await tab.locator('#propose-question:focus', { hasText: '090-1234-5678' }).waitFor();
  await shot('warned-320');
  await tab.getByRole('button', { name: 'そのまま出す' }).click();
  await tab.getByText('似たものが1件あります').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await tab.getByRole('button', { name: '賛同だけする R8-0001' }).click();
  await tab.getByText('R8-0001に賛同しました。').waitFor();
  expect(office.supports.get('R8-0001')).toBe('endorsed');
  expect(await tab.getByLabel('件名').inputValue()).toBe('押印の欄をなくす');
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(size.width);
  await shot('alike-320');

  await send.click();
  await tab.getByRole('heading', { name: '提案を受け付けました' }).waitFor();
  await tab.locator('h1:focus').waitFor();
  await tab.getByText('R8-0025').waitFor();
  expect(office.proposals.get('R8-0025')?.content.title).toBe('押印の欄をなくす');
  expect(draftsIn(office).drafts).toEqual([]);
  expect(await violationsIn(page)).toEqual([]);
  await shot('receipt-320');
  await tab.getByRole('button', { name: 'この提案を見る' }).click();
  await tab.locator('#detail-title').waitFor();
  // The one refusal, which the browser notes by itself.
  expect(errors).toEqual([expect.stringContaining('422')]);
});

test('a form is sent behind what was being saved of it, so that no draft of it is left', async () => {
  const office = createFakeOffice();
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  opened = await open({ office });
  const { tab, page } = opened;
  await page.route('**/api/my-drafts/*', async (route) => {
    await held;
    await route.continue();
  });
  await tab.getByRole('button', { name: '新しく提案' }).click();
  const saved = page.waitForRequest(/my-drafts\/[^/]+$/);
  await fill('様式をまとめる');
  await saved;
  await tab.getByRole('button', { name: '提案として出す' }).click();
  await tab.getByRole('button', { name: '出しています' }).waitFor();
  letGo();
  await tab.getByText('R8-0025').waitFor();
  expect(draftsIn(office).drafts).toEqual([]);
});

test('what is typed is saved, found again, erased after one question, and not written over by another device', async () => {
  const office = createFakeOffice();
  opened = await open({ office });
  const { tab, page } = opened;
  await tab.getByRole('button', { name: '新しく提案' }).click();
  await tab.getByLabel('件名').fill('会議資料を紙で配らない');
  await tab.getByText('まだ保存していません').waitFor();
  await tab.getByText('下書きを保存しました').waitFor();
  const [draft] = draftsIn(office).drafts;
  expect(draft?.form.title).toBe('会議資料を紙で配らない');
  await shot('form-light');

  saveElsewhere(office, draft?.id ?? '', { title: '別の端末の件名' });
  await tab.getByLabel('提案内容').fill('画面で見る。');
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();
  await tab.getByText('別の端末で書き直されています。').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  expect(draftsIn(office).drafts[0]?.form.title).toBe('別の端末の件名');
  await tab.getByRole('button', { name: 'この画面の内容で保存する' }).click();
  await tab.getByText('下書きを保存しました').waitFor();
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();

  await tab.getByRole('heading', { name: '下書き 1' }).waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await shot('drafts-light');
  await tab.getByRole('button', { name: '「会議資料を紙で配らない」の続きを書く' }).click();
  await tab.getByLabel('件名').waitFor();
  expect(await tab.getByLabel('提案内容').inputValue()).toBe('画面で見る。');
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();
  await tab.getByRole('button', { name: '「会議資料を紙で配らない」を消す' }).click();
  await tab.getByText('この下書きを消しますか。').waitFor();
  await tab.getByRole('button', { name: '消す', exact: true }).click();
  await tab.getByRole('heading', { name: '下書き 1' }).waitFor({ state: 'detached' });
  expect(draftsIn(office).drafts).toEqual([]);
});

test('what could not be saved stays, is said so, and is there again when the page is loaded anew', async () => {
  const office = createFakeOffice();
  opened = await open({ office });
  const { tab, page } = opened;
  await tab.getByRole('button', { name: '新しく提案' }).click();
  await page.route('**/api/my-drafts/**', (route) => route.abort());
  await tab.getByLabel('件名').fill('つながらない日の提案');
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();
  await tab.getByText('保存できませんでした。内容はこの画面に残っています。').first().waitFor();
  expect(await violationsIn(page)).toEqual([]);
  await page.reload();
  await page.unroute('**/api/my-drafts/**');
  await tab.getByRole('button', { name: '新しく提案' }).click();
  await tab.getByText('保存する前に閉じた内容を戻しました。').waitFor();
  expect(await tab.getByLabel('件名').inputValue()).toBe('つながらない日の提案');
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();
  await tab.getByRole('heading', { name: '下書き 1' }).waitFor();
  expect(draftsIn(office).drafts[0]?.form.title).toBe('つながらない日の提案');
});

test('a link of a card opens the draft it stands for, and one of a draft that is gone opens the list', async () => {
  const office = createFakeOffice();
  const id = '20000000-0000-4000-8000-000000000001';
  saveElsewhere(office, id, { title: 'チャットで書き始めた提案' });
  const theme = 'dark';
  opened = await open({ subPageId: `draft/${id}`, office, theme });
  const { tab } = opened;
  await tab.getByLabel('件名').waitFor();
  expect(await tab.getByLabel('件名').inputValue()).toBe('チャットで書き始めた提案');
  await shot('form-dark');
  await tab.getByRole('button', { name: '下書きのまま閉じる' }).click();
  await tab.getByRole('heading', { name: '下書き 1' }).waitFor();

  opened = await open({ subPageId: `draft/${id.replace('1', '2')}`, office });
  await opened.tab.getByRole('heading', { name: '下書き 1' }).waitFor();
});
