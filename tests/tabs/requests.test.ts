import { violationsIn } from './support/axe.js';
import { createFakeOffice, did, type FakeOffice, must } from './support/fake-office.js';
import type { OpenTab } from './support/open-tab.js';
import { tabsInBrowser } from './support/tabs-in-browser.js';

const open = tabsInBrowser();
let opened: OpenTab;

const asked = '規則で押印を定めている様式は、どれくらいありますか。';
const opinion = '廃止の基準を先に決めれば、年度内に各課の点検を始められます。';

/** 総務部 is asked about three, owns what is decided, and has a delegation to answer. */
function officeAsked(officeRoles: FakeOffice['officeRoles'] = ['owner']): FakeOffice {
  const office = createFakeOffice();
  Object.assign(office, { isSecretariat: false, officeRoles });
  const act = (number: string, name: Parameters<typeof did>[1], form = {}) => {
    const held = office.proposals.get(number);
    if (held) office.proposals.set(number, must(did(held, name, form, office.now)));
  };
  for (const [number, requestDue] of [
    ['R8-0004', '2026-11-13'],
    ['R8-0005', '2026-12-08'],
    ['R8-0006', '2026-12-08'],
  ] as const) {
    act(number, 'request-opinion', {
      requestDepartment: 'soumu',
      requestText: asked,
      requestDue,
    });
  }
  return office;
}

const focusedText = (): Promise<string | null> =>
  opened.tab.locator(':focus').evaluate((each) => each.textContent);

test('an office gives its opinion, reads nobody, and goes on with the next request', async () => {
  const office = officeAsked();
  opened = await open({ office });
  const { tab, errors } = opened;
  await tab.getByRole('tab', { name: '依頼された提案' }).click();
  await tab.getByText(asked).waitFor();
  await tab.getByText('あと 4 開庁日').first().waitFor();
  expect(await tab.locator('main').textContent()).not.toContain('若葉');
  await tab.getByRole('button', { name: '回答する', exact: true }).click();
  await tab.getByText('意見を選んでください').first().waitFor();
  await tab.getByRole('radio', { name: '一部実現できる' }).check();
  await tab.getByLabel('意見の内容').fill(opinion);
  await tab.getByRole('button', { name: '回答する', exact: true }).click();
  await tab.getByText('回答しました。事務局に届きます。').waitFor();
  expect(office.proposals.get('R8-0004')?.opinions[0]?.opinion).toMatchObject({
    verdict: 'feasible-in-part',
    text: opinion,
  });
  await tab.getByRole('button', { name: '次の依頼を開く' }).click();
  const next = office.proposals.get('R8-0005')?.content.title ?? '';
  await tab.getByRole('heading', { name: next }).waitFor();
  expect(await focusedText()).toContain(next);
  // The browser itself notes that the first form was refused.
  expect(errors.filter((error) => !error.includes('422'))).toEqual([]);
});

test('what is written stays while another is looked at, and several are answered together', async () => {
  const office = officeAsked();
  opened = await open({ office, subPageId: 'office/R8-0005' });
  const { tab } = opened;
  await tab.getByLabel('意見の内容').fill(opinion);
  await tab.getByRole('button', { name: '次の提案' }).click();
  await tab.getByText('3／3').first().waitFor();
  expect(await tab.getByLabel('意見の内容').inputValue()).toBe('');
  await tab.getByRole('button', { name: '前の提案' }).click();
  await tab.getByText('2／3').first().waitFor();
  expect(await tab.getByLabel('意見の内容').inputValue()).toBe(opinion);

  await tab.getByRole('checkbox', { name: 'すべて選ぶ' }).check();
  await tab.getByRole('checkbox', { name: 'R8-0005を選ぶ' }).uncheck();
  await tab.getByRole('button', { name: 'まとめて回答する' }).click();
  await tab.getByRole('heading', { name: 'まとめて回答する（2件）' }).waitFor();
  await tab.getByRole('radio', { name: '実現できる', exact: true }).check();
  await tab.getByLabel('意見の内容').fill(opinion);
  await tab.getByRole('button', { name: '回答する', exact: true }).click();
  await tab.getByText('2件を記録しました。').waitFor();
  const given = ['R8-0004', 'R8-0005', 'R8-0006'].map(
    (number) => office.proposals.get(number)?.opinions[0]?.opinion?.verdict,
  );
  expect(given).toStrictEqual(['feasible', undefined, 'feasible']);
});

test('those that cannot be answered together stay ticked, each with its reason', async () => {
  const office = officeAsked();
  opened = await open({ office, subPageId: 'office/R8-0004' });
  const { tab } = opened;
  await tab.getByRole('checkbox', { name: 'すべて選ぶ' }).check();
  await tab.getByRole('button', { name: 'まとめて回答する' }).click();
  await tab.getByRole('button', { name: '回答する', exact: true }).click();
  await tab.getByText('3件は残っています。').waitFor();
  await tab.getByRole('heading', { name: 'まとめて回答する（3件）' }).waitFor();
  expect(office.proposals.get('R8-0004')?.opinions[0]?.opinion).toBeUndefined();
});

test('the owner records the start of what was decided, and reports how it goes', async () => {
  const office = officeAsked();
  opened = await open({ office, subPageId: 'office/R8-0001' });
  const { tab } = opened;
  await tab.getByText('決まった対応方針').waitFor();
  await tab.getByLabel('着手日').fill('2026-11-09');
  await tab.getByLabel('最初に行うこと').fill('各課に様式の一覧を照会した。');
  await tab.getByRole('button', { name: '着手を記録する' }).click();
  await tab.getByText('着手を記録しました。公表されると提案者に届きます。').waitFor();
  expect(office.proposals.get('R8-0001')).toMatchObject({ status: 'started' });
  await tab.getByRole('radio', { name: '予定どおり' }).check();
  await tab.getByRole('button', { name: '報告する' }).click();
  await tab.getByText('進み具合を報告しました。').waitFor();
  expect(office.proposals.get('R8-0001')?.progress).toMatchObject({ answer: 'on-track' });
});

test('the head reads what was asked for, and sends it back with a reason', async () => {
  const office = officeAsked(['head']);
  const held = office.proposals.get('R8-0001');
  const difficult = {
    reason: '関係する規則の改正を待つ必要があります。',
    reexamineFiscalYear: '2028',
  };
  if (held) {
    const asking = must(did(held, 'propose-difficult', difficult, office.now));
    const by = { id: '0b0f0f0e-7a5c-4a43-9d8e-3d1c0d6a9f11', name: '青空 つばさ' };
    const pending = asking.pending && { ...asking.pending, by };
    office.proposals.set('R8-0001', { ...asking, ...(pending && { pending }) });
  }
  opened = await open({ office, size: { width: 320, height: 640 } });
  const { tab, page } = opened;
  await tab.getByRole('button', { name: 'ほかの画面' }).click();
  await tab.getByRole('menuitem', { name: '依頼された提案' }).click();
  await tab.getByRole('button', { name: /R8-0001/ }).click();
  await tab.getByText('関係する規則の改正を待つ必要があります。').waitFor();
  expect(await violationsIn(page)).toEqual([]);
  const width = await tab.locator('html').evaluate((each) => each.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await tab.getByRole('button', { name: '差し戻す' }).click();
  await tab.getByLabel('理由').fill('規則によらずに始められる部分があります。');
  await tab.getByRole('button', { name: '差し戻す', exact: true }).click();
  await tab.getByText('差し戻しました。').waitFor();
  expect(office.proposals.get('R8-0001')?.pending).toBeUndefined();
});

test('who acts for no office is not offered the view', async () => {
  opened = await open();
  await opened.tab.getByRole('tab', { name: '仕分け' }).waitFor();
  expect(await opened.tab.getByRole('tab', { name: '依頼された提案' }).count()).toBe(0);
});
