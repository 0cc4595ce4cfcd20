import { violationsIn } from './support/axe.js';
import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** axe in all three looks, changed live as the host does. Answers the violations with the look. */
async function violationsInAllThemes(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['default', 'dark', 'contrast']) {
    await opened.page.evaluate((name) => Reflect.get(window, 'push')('themeChange', [name]), theme);
    await opened.tab.locator(`[data-theme="${theme}"]`).waitFor();
    found.push(...(await violationsIn(opened.page)).map((violation) => `${theme} ${violation}`));
  }
  return found;
}

/** Each view with the element that shows it is complete. */
const views = [
  { name: 'my proposals', subPageId: 'proposal/R8-0011', ready: '#detail-title' },
  { name: "everyone's proposals", subPageId: 'everyone', ready: '#everyone-row-1' },
  {
    name: "one of everyone's proposals",
    subPageId: 'everyone/R8-0001',
    ready: '#everyone-item-title',
  },
  { name: 'the progress', subPageId: 'progress', ready: '[role="listbox"]' },
  { name: 'the casebook', subPageId: 'casebook', ready: '#casebook-rule' },
  { name: 'the administration', subPageId: 'admin', ready: 'section:first-of-type li' },
  { name: 'the settings', subPageId: 'settings', ready: 'form' },
  { name: 'a request to an office', subPageId: 'office/R8-0001', ready: '#office-item h2' },
  { name: 'a received proposal in triage', subPageId: 'triage/R8-0007', ready: '#triage-item' },
  { name: 'the decision form', subPageId: 'triage/R8-0004', ready: '#decision-form' },
  { name: 'a published decision', subPageId: 'triage/R8-0001', ready: '#triage-item' },
];

describe.each(['ja-jp', 'en-us'])('in every theme, in %s,', (locale) => {
  test.each(views)('$name has no axe violation', async ({ subPageId, ready }) => {
    const office = createFakeOffice();
    // The mark 要確認 stands in the list and beside the item.
    office.toCheck = ['R8-0007', 'R8-0008'];
    office.officeRoles = ['owner'];
    office.admin = { looks: 0, faults: ['07'], held: ['11'] };
    opened = await open({ locale, subPageId, office });
    await opened.tab.locator(ready).waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('field errors have no axe violation', async () => {
    opened = await open({ locale, subPageId: 'triage/R8-0004' });
    const { tab, page } = opened;
    await tab.locator('#decision-form').waitFor();
    await tab.locator('#triage-item').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('3');
    await tab.locator('#decision-form input[type="radio"]:checked').waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Enter');
    await tab.locator('#decision-form [role="alert"]').first().waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
  });

  test('the form of a proposal has no axe violation', async () => {
    opened = await open({ locale });
    const { tab } = opened;
    await tab.getByRole('button', { name: /^(新しく提案|New proposal)$/ }).click();
    await tab.getByRole('button', { name: /^(くわしく書く|Write more)$/ }).click();
    expect(await violationsInAllThemes()).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  test('the undo of a publication has no axe violation', async () => {
    opened = await open({ locale, subPageId: 'triage/R8-0002' });
    await opened.tab.getByRole('button', { name: /^(公表する|Publish)$/ }).click();
    await opened.tab.getByRole('button', { name: /^(取り消す|Undo)$/ }).waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
  });

  test('the first use has no axe violation', async () => {
    opened = await open({ locale, office: createFakeOffice(0) });
    await opened.tab.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
  });

  test('a view without the right to it has no axe violation', async () => {
    const office = createFakeOffice();
    office.isSecretariat = false;
    opened = await open({ locale, office, surface: 'channel' });
    await opened.tab.getByRole('alert').waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
  });

  test('the configuration page has no axe violation', async () => {
    opened = await open({ locale, surface: 'configure', frameContext: 'settings' });
    await opened.tab.getByRole('heading', { level: 1 }).waitFor();
    expect(await violationsInAllThemes()).toEqual([]);
  });
});

test('the pages of a phone have no axe violation', async () => {
  const size = { width: 360, height: 740 };
  opened = await open({ size, subPageId: 'triage/R8-0004' });
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
