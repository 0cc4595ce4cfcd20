import { theSystem } from '../../src/domain/person.js';
import { record } from '../../src/domain/replay.js';
import { heldTexts } from '../../src/text/held-texts.js';
import { createFakeOffice, decideElsewhere, reasonText } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

const focused = (): Promise<string> =>
  opened.tab.locator('body').evaluate(() => document.activeElement?.id ?? '');

async function fillStartThisYear(): Promise<void> {
  const { tab } = opened;
  await tab.locator('#triage-item').focus();
  await opened.page.keyboard.press('2');
  await tab.getByRole('combobox', { name: '所管部局' }).selectOption('soumu');
  await tab.getByRole('combobox', { name: '所管課' }).selectOption('bunsho');
  await tab.getByRole('combobox', { name: '着手する月' }).selectOption('2026-12');
  await tab.getByRole('checkbox', { name: '事前調整' }).check();
  await tab.getByRole('textbox', { name: /^理由/ }).fill(reasonText);
}

test('a whole triage is done with the keyboard alone', async () => {
  opened = await open({ surface: 'channel' });
  const { tab, page, office } = opened;
  const press = (key: string) => page.keyboard.press(key);
  await tab.locator('#row-R8-0001').focus();

  await press('/');
  expect(await focused()).toBe('triage-search');
  await page.keyboard.type('無線lan');
  await tab.getByText('2 件・番号順').waitFor();
  await press('Escape');
  await tab.locator('#row-R8-0007').focus();
  await press('Enter');
  await tab.getByRole('button', { name: '検討を始める（提案者に届きます）' }).focus();
  await press('Enter');
  await tab.locator('#decision-form').waitFor();
  expect(office.proposals.get('R8-0007')?.status).toBe('reviewing');

  await tab.locator('#triage-item').focus();
  await press('1');
  await tab.getByRole('combobox', { name: '実現する月' }).waitFor();
  await press('2');
  await tab.getByRole('combobox', { name: '所管部局' }).focus();
  await press('ArrowDown');
  await press('Tab');
  await press('ArrowDown');
  await press('Tab');
  await press('ArrowDown');
  await press('ArrowDown');
  await press('Tab');
  await press('Space');
  await tab.locator('#triage-item').focus();
  await press('r');
  await tab.locator('#decision-reason:focus').waitFor();
  await page.keyboard.type('短い');
  await press('Control+Enter');
  await tab.getByRole('alert').getByText('1か所を確認してください').waitFor();
  expect(await tab.locator('#decision-reason').getAttribute('aria-invalid')).toBe('true');
  await tab.locator('#decision-reason').focus();
  await press('End');
  await page.keyboard.type('理由では足りないので、十分に書き足しました。');
  await press('Control+Enter');
  await tab.locator('#row-R8-0007').getByText('未公表').waitFor();
  expect(office.proposals.get('R8-0007')?.decision).toMatchObject({
    track: 'start-this-fy',
    owner: { departmentId: 'soumu', sectionId: 'bunsho' },
    startMonth: '2026-12',
    startConditions: ['prior-coordination'],
  });

  // 次へ: the next of the list is open and has the focus.
  await tab.getByRole('region', { name: /無線/ }).waitFor();
  await tab.locator('#triage-item:focus').waitFor();
  await press('k');
  await tab.getByText('決まった方針（未公表）').waitFor();
  await tab.getByText('公表すると、提案者 1 人と 2 つのチャネルに知らせます').waitFor();
  await tab.getByRole('button', { name: '公表する' }).focus();
  await press('Enter');
  const undo = tab.getByRole('button', { name: '取り消す' });
  await undo.waitFor();
  await tab.getByText('あと 10 秒で公表します').first().waitFor();
  await expect(undo.evaluate((button) => button === document.activeElement)).resolves.toBe(true);
  await press('Enter');
  await undo.waitFor({ state: 'detached' });
  expect(office.proposals.get('R8-0007')?.publicationDue).toBeUndefined();
});

test('a publication that is not undone goes out, and the desk says so', async () => {
  opened = await open({ subPageId: 'triage/R8-0002' });
  const { tab, office } = opened;
  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByText('いま取り消せば、誰にも届きません。').first().waitFor();
  office.now += 8_000;
  await tab.getByText('R8-0002　あと 2 秒で公表します').waitFor();
  office.now += 3_000;
  await tab.getByRole('button', { name: '取り消す' }).waitFor({ state: 'detached' });
  await tab.getByText('R8.11.9 12:00 に公表しました。').waitFor();
  await tab.getByRole('button', { name: '方針を直す' }).click();
  await tab.getByRole('heading', { name: '方針を直す' }).waitFor();
  expect(await tab.getByRole('radio', { name: '今年度着手' }).isChecked()).toBe(true);
});

test('in quiet time whoever publishes reads before and after when people hear of it', async () => {
  const office = createFakeOffice();
  office.quietUntil = Date.parse('2026-11-10T08:30:00+09:00');
  opened = await open({ office, subPageId: 'triage/R8-0002' });
  const { tab } = opened;
  const said = 'いまは静穏時間です。お知らせは11月10日（火）8:30から届きます。';
  await tab.getByText(said, { exact: true }).waitFor();
  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByText(`いま取り消せば、誰にも届きません。 ${said}`).waitFor();
});

test('where the list makes room for the decision, publishing leads the focus to its undo', async () => {
  const size = { width: 730, height: 700 };
  opened = await open({ size, subPageId: 'triage/R8-0002' });
  const { tab } = opened;
  await tab.getByRole('button', { name: '対応方針へ進む' }).click();
  await tab.getByRole('region', { name: '対応方針', exact: true }).waitFor();
  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.locator('button:focus', { hasText: '取り消す' }).waitFor();
  await tab.getByRole('grid').waitFor();
});

test('several received proposals are begun at once, and only those', async () => {
  opened = await open({ surface: 'channel' });
  const { tab, office } = opened;
  for (const number of ['R8-0004', 'R8-0007', 'R8-0008']) {
    await tab.getByRole('checkbox', { name: `${number}を選ぶ` }).check();
  }
  await tab.getByText('3 件を選択').waitFor();
  await tab.getByRole('button', { name: '検討を始める（2 件、提案者に届きます）' }).click();
  await tab.getByText('1 件を選択').waitFor();
  expect(office.proposals.get('R8-0008')?.status).toBe('reviewing');
  await tab.getByText('受付済の提案を選んでいません。').waitFor();
});

test('what someone else decided meanwhile is shown beside what was typed', async () => {
  opened = await open({ subPageId: 'triage/R8-0004' });
  const { tab, office } = opened;
  await tab.locator('#decision-form').waitFor();
  await fillStartThisYear();
  await tab.getByRole('combobox', { name: '着手する月' }).selectOption('2027-02');
  decideElsewhere(office, 'R8-0004');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.getByText('木洩日 あおいが「今年度着手」としました。').waitFor();
  await tab.getByRole('button', { name: '両方を見る' }).click();
  const both = tab.getByRole('dialog');
  await both.getByText('令和8年12月').waitFor();
  await both.getByText('令和9年2月').waitFor();
  await both.getByRole('button', { name: 'いまの内容を読む' }).click();
  await tab.getByRole('heading', { name: '方針を直す' }).waitFor();
  expect(await tab.getByRole('combobox', { name: '着手する月' }).inputValue()).toBe('2027-02');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.locator('#row-R8-0004').getByText('未公表').waitFor();
  expect(office.proposals.get('R8-0004')?.decision).toMatchObject({ startMonth: '2027-02' });
});

test('a fault keeps what was typed and gives a reference', async () => {
  opened = await open({ subPageId: 'triage/R8-0004' });
  const { tab, office } = opened;
  await tab.locator('#decision-form').waitFor();
  await fillStartThisYear();
  office.insteadOnce.set('/api/proposals/R8-0004/decide-track', {
    status: 503,
    body: { code: 'unavailable', message: '…', reference: '7K2Q-M4PD' },
  });
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.getByText('保存できませんでした（参照番号 7K2Q-M4PD）。').waitFor();
  expect(await tab.getByRole('textbox', { name: /^理由/ }).inputValue()).toBe(reasonText);
  await tab.getByText(`${[...reasonText].length}／500 文字`).waitFor();
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.locator('#row-R8-0004').getByText('未公表').waitFor();
});

test('a fault beside a field goes when the field is changed, and the heading when none is left', async () => {
  opened = await open({ subPageId: 'triage/R8-0004' });
  const { tab, page } = opened;
  const faultOf = (field: string) => tab.locator('form').getByText(field, { exact: true });
  await tab.locator('#decision-form').waitFor();
  await tab.locator('#triage-item').focus();
  await page.keyboard.press('2');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.locator('#decision-faults:focus').waitFor();
  expect(await faultOf('所管部局を選んでください。').count()).toBe(2);
  await tab.getByRole('combobox', { name: '所管部局' }).selectOption('soumu');
  // Once in the heading, which says what the last attempt lacked; no longer beside the field.
  expect(await faultOf('所管部局を選んでください。').count()).toBe(1);
  expect(await tab.locator('#decision-startMonth').getAttribute('aria-invalid')).toBe('true');
  await fillStartThisYear();
  expect(await tab.locator('#decision-faults').count()).toBe(0);
  await tab.getByRole('textbox', { name: /^理由/ }).fill('');
  await tab.locator('#decision-faults').waitFor();
  expect(await focused()).toBe('decision-reason');
});

test('the faults are listed in the order of the fields', async () => {
  opened = await open({ subPageId: 'triage/R8-0004' });
  const { tab, page } = opened;
  await tab.locator('#decision-form').waitFor();
  await tab.locator('#triage-item').focus();
  await page.keyboard.press('3');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.locator('#decision-faults').waitFor();
  const named = await tab.locator('#decision-faults').getByRole('button').allTextContents();
  expect(named.map((sentence) => sentence.split('を')[0])).toEqual([
    '期間',
    '目標年度',
    '予算化',
    '所管部局',
    '理由',
  ]);
});

test('a row under the mouse can be read in high contrast', async () => {
  opened = await open({ theme: 'contrast', subPageId: 'triage/R8-0004' });
  const { tab } = opened;
  await tab.locator('#triage-item').waitFor();
  for (const number of ['R8-0004', 'R8-0001']) {
    const row = tab.locator(`#row-${number}`);
    await row.hover();
    const cells = await row
      .getByRole('gridcell')
      .evaluateAll((all) =>
        all.map((cell) => [
          getComputedStyle(cell).color,
          getComputedStyle(cell.parentElement ?? cell).backgroundColor,
        ]),
      );
    for (const [ink, ground] of cells) expect(ink).not.toBe(ground);
  }
});

test('an own idea says why it is closed, and leads back to the list on a phone', async () => {
  const office = createFakeOffice();
  const message =
    'ご自分の提案（共同提案を含みます）については、仕分けや確認をすることができません。';
  office.instead.set('/api/triage/R8-0004', {
    status: 403,
    body: { code: 'conflict-of-interest', message },
  });
  opened = await open({ office, surface: 'channel', size: { width: 360, height: 640 } });
  const { tab } = opened;
  await tab.locator('#row-R8-0004').click();
  await tab.getByText(message).waitFor();
  expect(await tab.getByText('この画面を開く権限がありません').count()).toBe(0);
  expect(await tab.getByRole('button', { name: 'もう一度試す' }).count()).toBe(0);
  await tab.getByRole('button', { name: '一覧へ' }).click();
  await tab.locator('#row-R8-0001').click();
  await tab.getByRole('button', { name: '対応方針へ進む' }).waitFor();
});

test('what was held says why beside the decision and in the trail, and can be published from there', async () => {
  const office = createFakeOffice();
  const decided = office.proposals.get('R8-0002');
  if (!decided) throw new Error('it is not there');
  const act = { by: theSystem, at: office.now - 60_000 };
  const scheduled = record(decided, act, { kind: 'publication-scheduled', due: act.at });
  const because = 'conflict-of-interest';
  office.proposals.set('R8-0002', record(scheduled, act, { kind: 'publication-undone', because }));
  opened = await open({ surface: 'channel', office });
  const { tab } = opened;
  await tab.locator('#row-R8-0002').click();
  const sentences = tab.getByText(heldTexts.ja['not-permitted']);
  await sentences.first().waitFor();
  await expect(sentences.count()).resolves.toBe(2);
  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByRole('button', { name: '取り消す' }).waitFor();
  expect(office.proposals.get('R8-0002')?.publicationDue).toBeDefined();
});

test('filters and search leave what they say, and single keys rest inside fields', async () => {
  opened = await open({ surface: 'channel' });
  const { tab, page } = opened;
  await tab.getByRole('button', { name: /^受付済/ }).click();
  await tab.getByText('8 件・番号順').waitFor();
  await tab.getByRole('searchbox').fill('存在しないことば j k x');
  await tab.getByText('この条件に合う提案はありません。').waitFor();
  await tab.getByRole('button', { name: '絞り込みを外す' }).last().click();
  await tab.getByText('24 件・番号順').waitFor();
  await tab.locator('#row-R8-0001').focus();
  await page.keyboard.press('?');
  await tab.getByRole('dialog').getByText('決めて次へ').waitFor();
});

test('ten thousand rows are drawn as the few in sight', async () => {
  opened = await open({ surface: 'channel', office: createFakeOffice(10_000) });
  const { tab } = opened;
  const grid = tab.getByRole('grid');
  await grid.waitFor();
  expect(await grid.getAttribute('aria-rowcount')).toBe('10001');
  expect(await tab.getByRole('row').count()).toBeLessThan(80);
  await tab.locator('#row-R8-0001').evaluate((row) => {
    const scroller = row.closest('[role="grid"]')?.parentElement;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  });
  await tab.locator('#row-R8-10000').waitFor();
  // The row being read stays, so that its focus is not thrown away.
  expect(await tab.locator('#row-R8-0001').count()).toBe(1);
});

test('what somebody changed by hand in SharePoint is marked in the list and explained beside the item', async () => {
  const office = createFakeOffice();
  office.toCheck = ['R8-0001'];
  opened = await open({ surface: 'channel', office });
  const { tab } = opened;
  await tab.locator('#row-R8-0001').getByText('要確認').waitFor();
  expect(await tab.locator('#row-R8-0007').getByText('要確認').count()).toBe(0);
  await tab.locator('#row-R8-0001').click();
  await tab.getByText('手で変えられた跡があります').waitFor();
});
