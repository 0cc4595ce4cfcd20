import type { FrameLocator, Page } from 'playwright-core';
import { eachTestOnHostPage, type HostPage } from './open-host-page.js';
import { type TestDesk, teamsAppId } from './start-desk.js';

let host: HostPage;
let desk: TestDesk;
let page: Page;
eachTestOnHostPage((opened) => {
  host = opened;
  ({ desk, page } = opened);
});

const appOther = '99999999-9999-4999-8999-999999999999';

async function openTab(): Promise<FrameLocator> {
  await page.getByRole('tab', { name: 'マイ提案' }).click();
  const tab = page.frameLocator('iframe[title="マイ提案"]');
  await tab.getByText('ready content mebuki').waitFor();
  return tab;
}

/** Calls a function of the fixture tab and reads what it shows. */
async function ask(name: string, ...args: string[]): Promise<unknown> {
  const frame = await page.locator('iframe[title="マイ提案"]').elementHandle();
  const content = await frame?.contentFrame();
  await content?.evaluate(
    ([call = '', ...rest]) => {
      const { run } = window as unknown as {
        run: Record<string, (...values: string[]) => unknown>;
      };
      const result = document.getElementById('result');
      if (result !== null) result.textContent = '';
      void run[call]?.(...rest);
    },
    [name, ...args],
  );
  const shown = content?.locator('#result:not(:empty)');
  return JSON.parse((await shown?.textContent()) ?? 'null');
}

describe('tabs, with the real teams-js', () => {
  test('a tab learns who and where it is and gets a token for that person', async () => {
    await host.open('staff');
    await openTab();
    const person = desk.person('staff');
    expect(await ask('context')).toMatchObject({
      app: { locale: 'ja-jp', theme: 'default', host: { name: 'Teams', clientType: 'web' } },
      page: { id: 'mebuki', frameContext: 'content' },
      user: { id: person.id, userPrincipalName: person.upn },
    });
    const { token } = (await ask('token')) as { token: string };
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ oid: person.id, scp: 'access_as_user' });
  });

  test('a change of the look reaches the tab', async () => {
    await host.open('staff');
    const tab = await openTab();
    await tab.getByText('default', { exact: true }).waitFor();
    await page.getByRole('button', { name: '見た目' }).click();
    await page.getByRole('menuitemradio', { name: '暗い' }).click();
    await tab.getByText('dark', { exact: true }).waitFor();
  });

  test('a link in a card opens the right place of the right tab', async () => {
    await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
    const context = encodeURIComponent(JSON.stringify({ subPageId: 'R8-0001' }));
    const url = `https://teams.microsoft.com/l/entity/${teamsAppId}/mebuki?context=${context}`;
    const actions = [{ type: 'Action.OpenUrl', title: 'タブで見る', url }];
    const content = { type: 'AdaptiveCard', version: '1.5', actions };
    await host.say('staff', {
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    });
    await host.open('staff');
    await host.botChat().getByRole('link', { name: 'タブで見る' }).click();
    await page
      .frameLocator('iframe[title="マイ提案"]')
      .getByText('ready content mebuki R8-0001')
      .waitFor();
  });

  test('a tab moves to another place of its app and refuses an app nobody knows', async () => {
    await host.open('staff');
    const tab = await openTab();
    expect(await ask('navigate', appOther, 'mebuki', 'x')).toHaveProperty('refused');
    await Promise.all([
      tab.getByText('ready content mebuki R8-0007').waitFor(),
      ask('navigate', teamsAppId, 'mebuki', 'R8-0007').catch(() => undefined),
    ]);
  });

  test('a tab takes the width, the channel waits behind its icon until asked for', async () => {
    await host.open('staff');
    await openTab();
    const channel = page.getByRole('complementary');
    expect(await channel.count()).toBe(0);
    await page.getByRole('button', { name: 'チャネルを開く' }).click();
    await channel.waitFor();
    await page.getByRole('tab', { name: 'チャット' }).click();
    await page.getByRole('textbox', { name: 'メッセージを入力' }).waitFor();
    expect(await page.getByRole('complementary').isVisible()).toBe(true);
  });

  test('a dialog gives its result to the tab that opened it', async () => {
    await host.open('staff');
    await openTab();
    const asked = ask('dialog');
    await page.frameLocator('iframe[title="質問"]').getByRole('button', { name: '答える' }).click();
    expect(await asked).toEqual({ result: { picked: 42 } });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('closing a dialog tells the tab that nobody answered', async () => {
    await host.open('staff');
    await openTab();
    const asked = ask('dialog');
    await page
      .getByRole('dialog', { name: '質問' })
      .getByRole('button', { name: '閉じる' })
      .click();
    expect(await asked).toHaveProperty('err');
  });

  test('people are chosen from the directory', async () => {
    await host.open('staff');
    await openTab();
    const asked = ask('people');
    const dialog = page.getByRole('dialog', { name: '担当者' });
    await dialog.getByRole('searchbox', { name: '名前でさがす' }).fill('双葉');
    await dialog.getByRole('checkbox', { name: /双葉 けん/ }).check();
    await dialog.getByRole('button', { name: '選択' }).click();
    const chosen = desk.people.find((one) => one.name === '双葉 けん');
    expect(await asked).toEqual([
      { objectId: chosen?.id, displayName: '双葉 けん', email: chosen?.upn },
    ]);
  });

  test('a channel tab is set up by its configuration page and then shown', async () => {
    const team = desk.teams.find((one) => one.key === 'office');
    const person = desk.person('secretariat');
    await desk.host('POST', '/host/installs', { person: person.id, team: team?.id });
    await host.open('secretariat');
    await page.getByRole('button', { name: '提案の受付' }).click();
    await page.getByRole('button', { name: 'タブを追加' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await dialog.frameLocator('iframe').getByRole('button', { name: '仕分けにする' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByRole('tab', { name: '仕分け', selected: true }).waitFor();
    await page.frameLocator('iframe[title="仕分け"]').getByText('ready content triage').waitFor();
    const { teams } = await desk.state(person);
    const channel = teams.flatMap((one) => one.channels).find((one) => one.tabs.length > 0);
    expect(channel?.name).toBe('提案の受付');
  });
});
