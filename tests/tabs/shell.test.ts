import { createFakeOffice } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

/** What the secretariat wrote of measures and publications. */
const writtenInProgress = [
  '庁内事務のペーパーレス化の徹底',
  '知事協議等におけるペーパーレス協議の実施',
  '手引',
  '進捗の公表',
  '件数の誤り',
];

const told = (func: string): Promise<readonly unknown[]> =>
  opened.page.evaluate(
    (name) =>
      (Reflect.get(window, 'told') as { func: string; args: unknown[] }[])
        .filter((message) => message.func === name)
        .map((message) => message.args),
    func,
  );

const widthOf = (): Promise<{ scroll: number; client: number }> =>
  opened.tab.locator('html').evaluate((root) => ({
    scroll: Math.max(root.scrollWidth, document.getElementById('content')?.scrollWidth ?? 0),
    client: root.clientWidth,
  }));

test('the host is told when the tab is loaded and when it shows something', async () => {
  opened = await open();
  await opened.tab.getByRole('heading', { level: 1, name: 'マイ提案' }).waitFor();
  expect(await told('appInitialization.appLoaded')).toHaveLength(1);
  expect(await told('appInitialization.success')).toHaveLength(1);
  expect(opened.errors).toEqual([]);
});

test('every call carries a token asked for that call, and the language', async () => {
  opened = await open({ locale: 'en-us' });
  await opened.tab.getByRole('heading', { level: 1, name: 'My proposals' }).waitFor();
  const { seen } = opened.servers;
  const tokens = seen.map((call) => call.token);
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(new Set(seen.map((call) => call.language))).toEqual(new Set(['en']));
});

test('an expired token is replaced once', async () => {
  const office = createFakeOffice();
  office.insteadOnce.set('/api/my-proposals', { status: 401, body: {} });
  opened = await open({ office });
  await opened.tab.getByText('提案した 24').waitFor();
  const calls = opened.servers.seen.filter((call) => call.path === '/api/my-proposals');
  expect(calls.length).toBe(2);
  expect(calls[0]?.token).not.toBe(calls[1]?.token);
});

test('a refused token is explained, with a way to try again, and the host is told', async () => {
  opened = await open({ refusesToken: 'ConsentRequired' });
  await opened.tab.getByText('サインインを確かめられませんでした').waitFor();
  await opened.tab.getByRole('button', { name: 'もう一度試す' }).waitFor();
  expect((await told('appInitialization.failure')).length).toBeGreaterThan(0);
});

test('a theme change of the host is followed live', async () => {
  opened = await open();
  const background = () =>
    opened.tab.locator('[data-theme]').evaluate((root) => getComputedStyle(root).backgroundColor);
  await opened.tab.locator('[data-theme="default"]').waitFor();
  const light = await background();
  await opened.page.evaluate(() => Reflect.get(window, 'push')('themeChange', ['dark']));
  await opened.tab.locator('[data-theme="dark"]').waitFor();
  expect(await background()).not.toBe(light);
  const scheme = () =>
    opened.tab.locator('html').evaluate((page) => getComputedStyle(page).colorScheme);
  expect(await scheme()).toBe('dark');
  await opened.page.evaluate(() => Reflect.get(window, 'push')('themeChange', ['default']));
  await opened.tab.locator('[data-theme="default"]').waitFor();
  expect(await scheme()).toBe('light');
});

test('triage is offered to the secretariat only, and closed to others', async () => {
  const office = createFakeOffice();
  office.isSecretariat = false;
  opened = await open({ office });
  await opened.tab.getByText('提案した 24').waitFor();
  expect(await opened.tab.getByRole('tab').allInnerTexts()).toEqual([
    'マイ提案',
    'みんなの提案',
    '実現状況',
    '実践事例集',
    '設定',
  ]);
  await opened.page.goto(opened.servers.hostAddress('?surface=channel'));
  await opened.tab.getByText('この画面を開く権限がありません。必要な').waitFor();
});

test('a link opens the proposal it names, with reason and trail', async () => {
  opened = await open({ subPageId: 'proposal/R8-0001' });
  const { tab } = opened;
  await tab.getByRole('heading', { level: 2, name: '旅費請求の添付書類の電子化' }).waitFor();
  await tab.getByText('対応方針が決まりました：今年度着手').waitFor();
  await tab.getByText('理由：法令に根拠のない押印欄は').waitFor();
  await tab.getByText('12月に着手する予定です。').waitFor();
});

test('a fault shows a reference and what still stands, and goes away by trying again', async () => {
  const office = createFakeOffice();
  office.instead.set('/api/proposals/R8-0001', {
    status: 500,
    body: { code: 'fault', message: 'x', reference: '7K2Q-M4PD' },
  });
  opened = await open({ office, subPageId: 'proposal/R8-0001' });
  await opened.tab.getByText('7K2Q-M4PD').waitFor();
  await opened.tab.getByText('この提案の経過を読み込めませんでした').waitFor();
  await opened.tab.getByText('提案した 24').waitFor();
  office.instead.clear();
  await opened.tab.getByRole('button', { name: 'もう一度試す' }).click();
  await opened.tab.getByText('これまでの経過').waitFor();
});

test.each(['channel', 'personal'] as const)(
  'old content says how old it is, in the %s tab',
  async (surface) => {
    const office = createFakeOffice();
    office.asOf = office.now - 12 * 60_000;
    opened = await open({ office, surface });
    await opened.tab.getByText('11:48に取得した内容です（12分前）。').waitFor();
  },
);

test('the English screen holds no Japanese but what people wrote', async () => {
  opened = await open({ locale: 'en-us', subPageId: 'triage/R8-0004' });
  const { tab, office } = opened;
  await tab.locator('#decision-form').waitFor();
  const written = [...office.proposals.values()].flatMap(({ content }) => [
    content.title,
    content.currentProblem,
    content.proposedContent,
    content.expectedEffect ?? '',
  ]);
  for (const view of ['Triage', 'My proposals', "Everyone's proposals", 'Progress']) {
    await tab.getByRole('tab', { name: view }).click();
    await tab.getByRole('heading', { level: 1, name: view }).waitFor({ state: 'attached' });
    // What is seen, not what the styles and the data block of the page hold.
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would hold style elements too
    const shown = await tab.locator('body').innerText();
    const names = await tab
      .locator('[aria-label], [placeholder], [title]')
      .evaluateAll((all) =>
        all.map((each) =>
          ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name)).join(' '),
        ),
      );
    let rest = [shown, ...names].join('\n');
    for (const text of [
      ...written,
      '木洩日 あおい',
      '職員からのアイデア募集',
      '前の年の募集',
      ...writtenInProgress,
    ]) {
      rest = rest.replaceAll(text, '');
    }
    expect(rest.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/gu) ?? []).toEqual(
      [],
    );
  }
});

test('the configuration page offers the triage tab and Teams saves it', async () => {
  opened = await open({ surface: 'configure', frameContext: 'settings' });
  await opened.tab.getByRole('heading', { level: 1 }).waitFor();
  await expect(told('settings.setValidityState')).resolves.toEqual([[true]]);
  await opened.page.evaluate(() => Reflect.get(window, 'push')('settings.save', [{}]));
  await opened.page.waitForFunction(() =>
    (Reflect.get(window, 'told') as { func: string }[]).some(
      (message) => message.func === 'settings.save.success',
    ),
  );
  const settings = await opened.page.evaluate(() => Reflect.get(window, 'settings'));
  const origin = new URL(opened.page.frames()[1]?.url() ?? '').origin;
  expect(settings).toMatchObject({
    entityId: 'triage',
    contentUrl: `${origin}/tabs/?surface=channel&view=triage`,
    suggestedDisplayName: '仕分け',
  });
});

test('at 320 pixels nothing scrolls sideways', async () => {
  const size = { width: 320, height: 640 };
  opened = await open({ size, locale: 'en-us', subPageId: 'proposal/R8-0011' });
  const { tab } = opened;
  await tab.locator('#detail-title').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.getByRole('button', { name: 'Back' }).click();
  await tab.getByText('Proposed 24').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.getByRole('tab', { name: "Everyone's proposals" }).click();
  await tab.locator('#everyone-row-0').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.getByRole('button', { name: 'More views' }).click();
  await tab.getByRole('menuitem', { name: 'Progress' }).click();
  await tab.getByRole('listbox').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.getByRole('button', { name: 'More views' }).click();
  await tab.getByRole('menuitem', { name: 'Triage' }).click();
  await tab.getByRole('grid').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.locator('#row-R8-0004').click();
  await tab.locator('#triage-item').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
  await tab.getByRole('button', { name: 'Go to the decision' }).click();
  await tab.locator('#decision-form').waitFor();
  expect((await widthOf()).scroll).toBeLessThanOrEqual(320);
});

test('without a campaign the first use says that none is open', async () => {
  const office = createFakeOffice(0);
  office.hasCampaign = false;
  opened = await open({ office });
  await opened.tab.getByText('まだ提案はありません').waitFor();
  await opened.tab.getByText('いまは募集していません。').first().waitFor();
});
