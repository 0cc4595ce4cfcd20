import type { Page } from 'playwright-core';
import { eachTestOnHostPage, type HostPage } from './open-host-page.js';
import { eventually, type TestDesk } from './start-desk.js';

let host: HostPage;
let desk: TestDesk;
let page: Page;
eachTestOnHostPage((opened) => {
  host = opened;
  ({ desk, page } = opened);
});

const adaptive = 'application/vnd.microsoft.card.adaptive';
const form = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '提案を書く', style: 'heading' },
    {
      type: 'Input.Text',
      id: 'title',
      label: '件名',
      isRequired: true,
      errorMessage: '件名を入力してください。',
    },
    {
      type: 'Input.Text',
      id: 'content',
      label: '提案内容',
      isMultiline: true,
      value: 'はじめの文',
    },
    { type: 'TextBlock', id: 'more', text: 'くわしい説明', isVisible: false },
  ],
  actions: [
    { type: 'Action.Execute', verb: 'submit', title: '提案として出す', data: { token: 't-1' } },
    { type: 'Action.ToggleVisibility', title: '説明', targetElements: ['more'] },
    {
      type: 'Action.ShowCard',
      title: 'くわしく',
      card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '内側の札' }] },
    },
    { type: 'Action.Submit', title: 'やめる', associatedInputs: 'none', data: { choice: 'no' } },
  ],
};

const answerCard = (body: object[]) => ({
  status: 200,
  body: {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: { type: 'AdaptiveCard', version: '1.5', body },
  },
});

const invokes = () =>
  desk.bot.arrived.filter(({ activity }) => activity.type === 'invoke').map((one) => one.activity);

async function openWithForm(more: object = {}): Promise<void> {
  await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
  await host.say('staff', {
    attachments: [{ contentType: adaptive, content: { ...form, ...more } }],
  });
  await host.open('staff');
}

describe('chat', () => {
  test('opening the page brings the app to a person for the first time', async () => {
    await host.open('staff');
    const added = await eventually(() =>
      desk.bot.arrived.find(({ activity }) => activity.type === 'installationUpdate'),
    );
    expect(added.activity.from.aadObjectId).toBe(desk.person('staff').id);
    expect(
      desk.bot.arrived.filter(({ activity }) => activity.type === 'installationUpdate'),
    ).toHaveLength(1);
  });

  test('Enter sends what is typed, Shift and Enter begins a line', async () => {
    await host.open('staff');
    const box = page.getByRole('textbox', { name: 'メッセージを入力' });
    await box.fill('押印だけのために');
    await box.press('Shift+Enter');
    await box.pressSequentially('郵送するのをやめたい');
    await box.press('Enter');
    const arrived = await eventually(() =>
      desk.bot.arrived.find(({ activity }) => activity.type === 'message'),
    );
    expect(arrived.activity.text).toBe('押印だけのために\n郵送するのをやめたい');
    await host.botChat().getByText('郵送するのをやめたい').waitFor();
    expect(await box.inputValue()).toBe('');
  });

  test('a command of the package is put into the box', async () => {
    await host.open('staff');
    await page.getByRole('button', { name: 'コマンド' }).click();
    await page.getByRole('menuitem', { name: '提案' }).click();
    expect(await page.getByRole('textbox', { name: 'メッセージを入力' }).inputValue()).toBe('提案');
  });

  test('a missing required field is named and nothing is sent', async () => {
    await openWithForm();
    await host.botChat().getByRole('button', { name: '提案として出す' }).click();
    await host.botChat().getByText('件名を入力してください。').waitFor();
    expect(invokes()).toEqual([]);
  });

  test('an action carries its own data and the inputs, its answer replaces the card', async () => {
    await openWithForm();
    desk.bot.answer = () => answerCard([{ type: 'TextBlock', text: '受け付けました R8-0001' }]);
    await host.botChat().getByRole('textbox', { name: '件名' }).fill('押印の全廃');
    await host.botChat().getByRole('button', { name: '提案として出す' }).click();
    await host.botChat().getByText('受け付けました R8-0001').waitFor();
    expect(invokes()[0]?.value).toMatchObject({
      action: {
        type: 'Action.Execute',
        verb: 'submit',
        data: { token: 't-1', title: '押印の全廃', content: 'はじめの文' },
      },
      trigger: 'manual',
    });
    expect(await host.botChat().getByRole('textbox', { name: '件名' }).count()).toBe(0);
  });

  test('after an action the focus is on the card that answered, or where it was', async () => {
    await openWithForm();
    const send = host.botChat().getByRole('button', { name: '提案として出す' });
    await host.botChat().getByRole('textbox', { name: '件名' }).fill('押印の全廃');
    desk.bot.answer = () => ({ status: 500 });
    await send.press('Enter');
    await host.botChat().getByText('問題が発生しました。もう一度お試しください。').waitFor();
    expect(await send.evaluate((button) => button === document.activeElement)).toBe(true);
    desk.bot.answer = () => answerCard([{ type: 'TextBlock', text: '受け付けました R8-0001' }]);
    await send.press('Enter');
    await host.botChat().getByText('受け付けました R8-0001').waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await eventually(async () => (await focused()) === '受け付けました R8-0001' || undefined);
  });

  test('a list one can type in shows the title of the chosen entry and sends its value', async () => {
    await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
    const choices = [
      { title: '総務部 文書課', value: 'soumu/bunsho' },
      { title: '教育庁 教育政策課', value: 'kyoiku/seisaku' },
    ];
    const office = { type: 'Input.ChoiceSet', id: 'office', label: '部局／課室' };
    const content = {
      ...form,
      body: [{ ...office, style: 'filtered', value: 'kyoiku/seisaku', choices }],
    };
    await host.say('staff', { attachments: [{ contentType: adaptive, content }] });
    await host.open('staff');
    const box = host.botChat().getByRole('combobox', { name: '部局／課室' });
    expect(await box.inputValue()).toBe('教育庁 教育政策課');
    await host.botChat().getByRole('button', { name: '提案として出す' }).click();
    const [sent] = await eventually(() => (invokes().length > 0 ? invokes() : undefined));
    expect(sent?.value).toMatchObject({ action: { data: { office: 'kyoiku/seisaku' } } });
  });

  test('an error of the app is told under the card and every text stays', async () => {
    await openWithForm();
    desk.bot.answer = () => ({ status: 500 });
    await host.botChat().getByRole('textbox', { name: '件名' }).fill('残る件名');
    await host.botChat().getByRole('button', { name: '提案として出す' }).click();
    await host.botChat().getByText('問題が発生しました。もう一度お試しください。').waitFor();
    expect(await host.botChat().getByRole('textbox', { name: '件名' }).inputValue()).toBe(
      '残る件名',
    );
  });

  test('hidden parts, inner cards and Action.Submit work', async () => {
    await openWithForm();
    await host.botChat().getByRole('button', { name: '説明' }).click();
    await host.botChat().getByText('くわしい説明').waitFor();
    await host.botChat().getByRole('button', { name: 'くわしく' }).click();
    await host.botChat().getByText('内側の札').waitFor();
    await host.botChat().getByRole('button', { name: 'やめる' }).click();
    const submitted = await eventually(() =>
      desk.bot.arrived.find(({ activity }) => activity.value !== undefined),
    );
    expect(submitted.activity).toMatchObject({ type: 'message', value: { choice: 'no' } });
  });

  test('a card with refresh shows the present state when the chat is opened', async () => {
    desk.bot.answer = (activity) =>
      activity.type === 'invoke'
        ? answerCard([{ type: 'TextBlock', text: 'いまの状況' }])
        : { status: 200 };
    await openWithForm({ refresh: { action: { type: 'Action.Execute', verb: 'refresh' } } });
    await host.botChat().getByText('いまの状況').waitFor();
    expect(invokes()).toHaveLength(1);
    expect(invokes()[0]?.value).toMatchObject({ trigger: 'automatic' });
  });

  test('text of a card and of the bot is Markdown, never HTML', async () => {
    await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
    const text = '**太字** と <img src=x onerror="document.title=1"> と [表](https://example.com)';
    const content = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] };
    await host.say('staff', { text, attachments: [{ contentType: adaptive, content }] });
    await host.open('staff');
    await host.botChat().locator('strong', { hasText: '太字' }).nth(1).waitFor();
    expect(await host.botChat().getByRole('link', { name: '表' }).count()).toBe(2);
    expect(await host.botChat().locator('img[src="x"]').count()).toBe(0);
  });

  test('messages, edits and typing appear without reloading', async () => {
    await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
    await host.open('staff');
    await host.botChat().getByText('メッセージを送ってみましょう。').waitFor();
    await host.say('staff', { type: 'typing' });
    await host.botChat().getByText('芽吹き 入力しています').waitFor();
    const id = await host.say('staff', { text: '一つめ' });
    await host.botChat().getByText('一つめ').waitFor();
    expect(await host.botChat().getByText('芽吹き 入力しています').count()).toBe(0);
    const { chat } = await desk.state(desk.person('staff'));
    await desk.connector('PUT', `/conversations/${chat.conversationId}/activities/${id}`, {
      type: 'message',
      text: '直した文',
    });
    await host.botChat().getByText('直した文').waitFor();
    await host.botChat().getByText('編集済み').waitFor();
  });

  test('a person who removes the app may add it again', async () => {
    await host.open('staff');
    await page.getByRole('button', { name: '芽吹き その他の操作' }).click();
    await page.getByRole('menuitem', { name: 'アプリを削除' }).click();
    await page.getByText('このアプリは削除されています。').waitFor();
    await page.getByRole('button', { name: '追加', exact: true }).click();
    await page.getByRole('textbox', { name: 'メッセージを入力' }).waitFor();
  });
});

describe('people and channels', () => {
  test('a press on another person shows what that person sees', async () => {
    await openWithForm();
    await page.getByRole('button', { name: /早苗 すすむ/ }).click();
    await page.getByText('メッセージを送ってみましょう。').waitFor();
    expect(
      await page.getByRole('navigation', { name: 'チャットとチーム' }).textContent(),
    ).toContain('総務部');
    await page.getByRole('button', { name: 'ほかの人' }).click();
    await page.getByRole('menuitemradio', { name: /Olive Greenwood/ }).click();
    await page.getByRole('heading', { name: 'Local Teams' }).waitFor();
    await page.getByRole('main', { name: 'Mebuki' }).waitFor();
  });

  test('a post appears in its channel and marks it unread elsewhere', async () => {
    const [team] = desk.teams;
    const [general] = team?.channels ?? [];
    await desk.host('POST', '/host/installs', { person: team?.members[0], team: team?.id });
    await host.open('staff');
    await page.getByRole('button', { name: '一般' }).first().waitFor();
    await desk.connector('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: general?.id } },
      activity: { type: 'message', text: '実現第1弾を公表しました' },
    });
    await page.getByRole('img', { name: '未読' }).waitFor();
    await page.getByRole('button', { name: '一般 未読' }).click();
    const channel = page.getByRole('complementary', { name: '全職員 一般' });
    await channel.getByText('実現第1弾を公表しました').waitFor();
    await eventually(async () =>
      (await page.getByRole('img', { name: '未読' }).count()) === 0 ? true : undefined,
    );
  });

  test('the clock of the strip moves the clock of the stand-in', async () => {
    await host.open('staff');
    const before = desk.standIn.deps.clock.now();
    await page.getByRole('button', { name: '時計を進める' }).click();
    await page.getByRole('menuitem', { name: '1日進める' }).click();
    await eventually(() =>
      desk.standIn.deps.clock.now() - before >= 86_400_000 ? true : undefined,
    );
  });

  test('a narrow window keeps everything within its width', async () => {
    await openWithForm();
    await page.setViewportSize({ width: 320, height: 640 });
    await host.botChat().getByRole('button', { name: '提案として出す' }).waitFor();
    await page.getByRole('button', { name: 'チャネルを開く' }).click();
    await page.getByRole('complementary').waitFor();
    await page.getByRole('button', { name: 'チャネルを閉じる' }).click();
    await page.getByRole('button', { name: '一覧を開く' }).click();
    await page.getByRole('navigation', { name: 'チャットとチーム' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

test.each(['明るい', '暗い', '高コントラスト'])(
  'the page has no accessibility fault: %s',
  async (look) => {
    await openWithForm();
    await host.botChat().getByRole('button', { name: '提案として出す' }).click();
    await page.getByRole('button', { name: '見た目' }).click();
    await page.getByRole('menuitemradio', { name: look }).click();
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.addScriptTag({ path: 'node_modules/axe-core/axe.min.js' });
    // Fluent's hidden focus sentinels pass the focus on at once; axe cannot know that.
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run({ exclude: ['[data-tabster-dummy]'] });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' | ')}`,
      );
    });
    expect(found).toEqual([]);
  },
);
