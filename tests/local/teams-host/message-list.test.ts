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

/** A card as high as it has lines. */
const card = (title: string, lines: number, refresh?: object) => ({
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    version: '1.5',
    ...(refresh && { refresh }),
    body: [title, ...Array.from({ length: lines }, (_, index) => `${index + 1}行目`)].map(
      (text) => ({ type: 'TextBlock', text }),
    ),
  },
});

const list = () => host.botChat().getByRole('log', { name: 'メッセージ' });

/** How far the list is from its end, in pixels, once it has come to rest. */
async function restingDistance(): Promise<number> {
  return list().evaluate(async (element) => {
    const distance = () => element.scrollHeight - element.scrollTop - element.clientHeight;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    let seen = Number.NaN;
    for (let still = 0; still < 5; still += 1) {
      await frame();
      if (distance() !== seen) still = 0;
      seen = distance();
    }
    return Math.round(seen);
  });
}

/** Fills the chat of a person with cards, the last one as given; answers the last one's id. */
async function fillChat(last: object): Promise<string> {
  await desk.host('POST', '/host/installs', { person: desk.person('staff').id });
  for (const name of ['一', '二', '三']) {
    await host.say('staff', { attachments: [card(`札 ${name}`, 12)] });
  }
  return host.say('staff', { attachments: [last] });
}

/** Draws a message of the chat anew, as the bot does. */
async function drawAnew(id: string, content: object): Promise<void> {
  const { chat } = await desk.state(desk.person('staff'));
  await desk.connector('PUT', `/conversations/${chat.conversationId}/activities/${id}`, {
    type: 'message',
    attachments: [content],
  });
}

async function scrollToTop(): Promise<void> {
  await list().hover();
  await page.mouse.wheel(0, -20_000);
  await eventually(async () =>
    (await list().evaluate((element) => element.scrollTop)) === 0 ? true : undefined,
  );
}

test('a card drawn anew while the chat is at its end leaves it there, and so does what follows', async () => {
  const id = await fillChat(card('はじめの札', 30));
  await host.open('staff');
  await host.botChat().getByText('はじめの札').waitFor();
  expect(await restingDistance()).toBe(0);
  for (const [title, lines] of [
    ['低い札', 1],
    ['高い札', 40],
  ] as const) {
    await drawAnew(id, card(title, lines));
    await host.botChat().getByText(title).waitFor();
    expect(await restingDistance()).toBe(0);
  }
  await host.say('staff', { attachments: [card('次の札', 12)] });
  await host.botChat().getByText('次の札').waitFor();
  expect(await restingDistance()).toBe(0);
});

test('a card that renews itself when the chat is opened leaves the chat at its end', async () => {
  desk.bot.answer = (activity) =>
    activity.type === 'invoke'
      ? {
          status: 200,
          body: {
            statusCode: 200,
            type: 'application/vnd.microsoft.card.adaptive',
            value: card('いまの札', 31).content,
          },
        }
      : { status: 200 };
  await fillChat(card('古い札', 30, { action: { type: 'Action.Execute', verb: 'refresh' } }));
  await host.open('staff');
  await host.botChat().getByText('いまの札').waitFor();
  expect(await restingDistance()).toBe(0);
});

test('whoever has scrolled up stays there until they write', async () => {
  await fillChat(card('終わりの札', 30));
  await host.open('staff');
  await host.botChat().getByText('終わりの札').waitFor();
  expect(await restingDistance()).toBe(0);
  await scrollToTop();
  await host.say('staff', { text: '新しい知らせ' });
  await host.botChat().getByText('新しい知らせ').waitFor();
  expect(await restingDistance()).toBeGreaterThan(500);
  const box = page.getByRole('textbox', { name: 'メッセージを入力' });
  await box.fill('読みました');
  await box.press('Enter');
  await host.botChat().getByText('読みました').waitFor();
  expect(await restingDistance()).toBe(0);
});
