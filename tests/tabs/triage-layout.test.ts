import type { Locator } from 'playwright-core';
import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** Sizes of the tab's frame: with a list of chats beside it in the window, and as Teams alone gives it. */
const frames = {
  window1560: { width: 1266, height: 772 },
  window1440: { width: 1146, height: 752 },
  window1280: { width: 986, height: 652 },
  window1024: { width: 730, height: 620 },
  teams1920: { width: 1852, height: 900 },
  teams1440: { width: 1372, height: 800 },
} as const;

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Not drawn.');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

const sidewaysScroll = (): Promise<number> =>
  opened.tab.locator('html').evaluate((page) => Math.max(0, page.scrollWidth - page.clientWidth));

const focused = (): Promise<string> =>
  opened.tab.locator('body').evaluate(() => document.activeElement?.id ?? '');

/** Full-width characters that fit on the first line of a title of the list. */
async function titleRoom(): Promise<number> {
  const cell = opened.tab.locator('#row-R8-0001').getByRole('gridcell').nth(2);
  return cell.evaluate((title) => {
    const text = title.querySelector(':scope > span:last-child') ?? title;
    const room = title.getBoundingClientRect().right - text.getBoundingClientRect().left - 4;
    return room / Number.parseFloat(getComputedStyle(text).fontSize);
  });
}

test.each(Object.entries(frames))(
  'eighteen characters of a title fit on one line: %s',
  async (_, size) => {
    opened = await open({ size, subPageId: 'triage/R8-0004' });
    await opened.tab.locator('#triage-item').waitFor();
    expect(await titleRoom()).toBeGreaterThanOrEqual(18);
    expect(await sidewaysScroll()).toBe(0);
  },
);

test('a long title takes two lines, and nothing of the row lies under the next one', async () => {
  const office = createFakeOffice();
  const known = office.proposals.get('R8-0002');
  if (!known) throw new Error('The sample lacks R8-0002.');
  const title =
    '会議資料の紙での配布を取りやめて端末で見る形に改め、欠席者への後日の郵送もあわせてやめることの提案';
  office.proposals.set(known.number, { ...known, content: { ...known.content, title } });
  opened = await open({ office, size: frames.window1440, subPageId: 'triage/R8-0004' });
  const { tab } = opened;
  const short = await boxOf(tab.locator('#row-R8-0001'));
  const long = await boxOf(tab.locator('#row-R8-0002'));
  const next = await boxOf(tab.locator('#row-R8-0003'));
  expect(long.height).toBeGreaterThanOrEqual(short.height + 18);
  expect(long.y).toBeGreaterThanOrEqual(short.bottom - 1);
  expect(next.y).toBeGreaterThanOrEqual(long.bottom - 1);
  const state = await boxOf(tab.locator('#row-R8-0002').getByText('未公表'));
  expect(state.bottom).toBeLessThanOrEqual(long.bottom);
});

/** The text of the proposal and the decision both lie in sight, neither over the other. */
async function expectSideBySide(): Promise<void> {
  const { tab } = opened;
  const text = await boxOf(tab.locator('#triage-item'));
  const form = await boxOf(tab.locator('#triage-decide'));
  expect(text.width).toBeGreaterThanOrEqual(320);
  expect(form.width).toBeGreaterThanOrEqual(296);
  expect(form.x).toBeGreaterThanOrEqual(text.right - 1);
  await expect(tab.getByRole('dialog').count()).resolves.toBe(0);
  const isOnTop = await tab.locator('#triage-item').evaluate((item) => {
    const { left, top, width } = item.getBoundingClientRect();
    return item.contains(document.elementFromPoint(left + width / 2, top + 40));
  });
  expect(isOnTop).toBe(true);
}

test.each(['window1560', 'window1440', 'window1280', 'teams1440'] as const)(
  'the decision stands beside the text it is about: %s',
  async (frame) => {
    opened = await open({ size: frames[frame], subPageId: 'triage/R8-0004' });
    await opened.tab.locator('#decision-form').waitFor();
    await expectSideBySide();
    await opened.tab.getByRole('grid').waitFor();
  },
);

test('on a narrow screen the list makes room for the decision, and comes back', async () => {
  opened = await open({ size: frames.window1024, subPageId: 'triage/R8-0004' });
  const { tab, page } = opened;
  await tab.getByRole('button', { name: '対応方針へ進む' }).click();
  await tab.locator('#triage-decide:focus').waitFor();
  await expectSideBySide();
  await tab.getByRole('button', { name: '一覧へ' }).click();
  await tab.locator('#row-R8-0004:focus').waitFor();
  await tab.locator('#triage-item').focus();
  await page.keyboard.press('2');
  await tab.getByRole('combobox', { name: '着手する月' }).waitFor();
  expect(await focused()).toBe('triage-item');
  await expectSideBySide();
  await page.keyboard.press('Escape');
  await tab.locator('#row-R8-0004:focus').waitFor();
});

test('on a phone the focus goes with the page', async () => {
  opened = await open({ size: { width: 360, height: 640 }, surface: 'channel' });
  const { tab } = opened;
  await tab.locator('#row-R8-0004').click();
  await tab.locator('#triage-item:focus').waitFor();
  await tab.getByRole('button', { name: '対応方針へ進む' }).click();
  await tab.locator('#triage-decide:focus').waitFor();
  await tab.getByRole('button', { name: '提案へ' }).click();
  await tab.locator('#triage-item:focus').waitFor();
  await tab.getByRole('button', { name: '一覧へ' }).click();
  await tab.locator('#row-R8-0004:focus').waitFor();
});

test('the reason is in sight while the fields above it are filled in', async () => {
  opened = await open({ size: frames.window1440, subPageId: 'triage/R8-0004' });
  const { tab, page } = opened;
  await tab.locator('#decision-form').waitFor();
  await tab.locator('#triage-item').focus();
  await page.keyboard.press('2');
  await tab.getByRole('combobox', { name: '所管部局' }).selectOption('soumu');
  const reason = await boxOf(tab.locator('#decision-reason'));
  const foot = await boxOf(tab.getByText('公表するまで、提案者にも職員にも見えません。'));
  expect(reason.bottom).toBeLessThanOrEqual(foot.y);
});

test('no field sticks out of the decision, in English either', async () => {
  opened = await open({
    size: frames.window1280,
    locale: 'en-us',
    subPageId: 'triage/R8-0004',
  });
  const { tab, page } = opened;
  await tab.locator('#decision-form').waitFor();
  const { right } = await boxOf(tab.locator('#triage-decide'));
  for (const key of ['1', '2', '3', '4']) {
    await tab.locator('#triage-item').focus();
    await page.keyboard.press(key);
    await tab
      .locator(`#decision-form input[type="radio"]:checked >> nth=0`)
      .waitFor({ state: 'attached' });
    const ends = await tab
      .locator('#decision-form')
      .locator('select, input, textarea')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
    expect(Math.max(...ends)).toBeLessThanOrEqual(right - 12);
  }
});

test('the filters beside the list can be put away and brought back', async () => {
  opened = await open({ size: frames.window1560, subPageId: 'triage/R8-0004' });
  const { tab } = opened;
  const button = tab.getByRole('button', { name: '絞り込み', exact: true });
  const filters = tab.getByRole('region', { name: '絞り込み' });
  await filters.waitFor();
  const before = await titleRoom();
  await button.click();
  await filters.waitFor({ state: 'detached' });
  expect(await button.getAttribute('aria-expanded')).toBe('false');
  expect(await titleRoom()).toBeGreaterThan(before);
  await tab.getByText('残り 15 件').waitFor();
  await button.click();
  await filters.waitFor();
});

test('the desk stays visible behind the drawer of the filters', async () => {
  opened = await open({ size: frames.window1440, subPageId: 'triage/R8-0002' });
  const { tab } = opened;
  await tab.getByRole('button', { name: '絞り込み' }).click();
  const drawer = tab.getByRole('dialog');
  await drawer.waitFor();
  // What a provider wears is worn by its portals too; a ground there would cover the page.
  const covers = await drawer.evaluate((dialog) => {
    const grounds: string[] = [];
    for (let at = dialog.parentElement; at && at !== document.body; at = at.parentElement) {
      const { width, height } = at.getBoundingClientRect();
      if (width * height > 0) grounds.push(getComputedStyle(at).backgroundColor);
    }
    return grounds.filter((colour) => colour !== 'rgba(0, 0, 0, 0)');
  });
  expect(covers).toEqual([]);
  await drawer.getByRole('button', { name: /^受付済/ }).click();
  await drawer.waitFor({ state: 'detached' });
  await tab.getByRole('button', { name: '絞り込み 1' }).waitFor();
});
