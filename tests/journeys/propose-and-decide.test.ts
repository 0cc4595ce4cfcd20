import type { Browser, FrameLocator } from 'playwright-core';
import { routes } from '../../src/api/routes.js';
import { launchBrowser } from '../support/chromium.js';
import {
  type Delivery,
  findAction,
  type HostApi,
  hostApi,
  rightInputs,
} from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';
import { openTeams, type TeamsPage } from '../support/teams-page.js';

jest.setTimeout(300_000);

const clerkName = '若葉 みのり';
const secretaryName = '木洩日 あおい';
const staffChannel = '働き方改革のお知らせ';

let office: LocalOffice;
let browser: Browser;
let host: HostApi;
let clerk: string;

beforeAll(async () => {
  office = await openLocalOffice({ withSamples: false });
  browser = await launchBrowser();
  host = hostApi(office.host);
  clerk = await host.personNamed(clerkName);
});
afterAll(async () => {
  await browser?.close();
  await office?.stop();
});

/** The number on the receipt that is shown youngest. */
async function numberOn(teams: TeamsPage): Promise<string> {
  const text = (await teams.cardWith('提案を受け付けました').textContent()) ?? '';
  return /R\d+-\d{4,}/.exec(text)?.[0] ?? 'none';
}

async function openQueue(teams: TeamsPage, number: string): Promise<FrameLocator> {
  await teams.become(secretaryName);
  const tab = await teams.openTab();
  await tab.getByRole('tab', { name: '仕分け' }).click();
  await tab.getByRole('searchbox', { name: '番号・ことばでさがす' }).fill(number);
  await tab.getByRole('gridcell', { name: number, exact: true }).click();
  return tab;
}

test('a clerk types a thought, sees two mistakes named beside their fields, and gets a receipt with a number', async () => {
  const teams = await openTeams(browser, office.host);
  await teams.say('空いている会議室を一覧で見られるようにしたい。');
  const form = teams.cardWith('提案を書く');
  await form.getByRole('textbox', { name: '提案内容' }).waitFor();
  expect(await form.getByRole('textbox', { name: '提案内容' }).inputValue()).toBe(
    '空いている会議室を一覧で見られるようにしたい。',
  );
  await form.getByRole('textbox', { name: '件名' }).fill('　　');
  await form
    .getByRole('textbox', { name: '現状・課題' })
    .fill('空きが分からず、電話で聞いている。');
  await form.getByRole('combobox', { name: 'デジタル／非デジタル' }).selectOption('digital');
  await form.getByRole('combobox', { name: '費用' }).selectOption('no');
  await form.getByRole('button', { name: '提案として出す' }).click();
  await form.getByText('カテゴリを選んでください。').waitFor();
  await form.getByRole('combobox', { name: 'カテゴリ' }).selectOption('work');
  await form.getByRole('button', { name: '提案として出す' }).click();
  await teams
    .cardWith('1か所を確認してください')
    .getByText('件名を入力してください（60文字以内）。')
    .waitFor();
  const again = teams.cardWith('1か所を確認してください');
  expect(await again.getByRole('textbox', { name: '現状・課題' }).inputValue()).toBe(
    '空きが分からず、電話で聞いている。',
  );
  expect(await again.getByRole('textbox', { name: '提案内容' }).inputValue()).toBe(
    '空いている会議室を一覧で見られるようにしたい。',
  );
  expect(await again.getByRole('combobox', { name: 'カテゴリ' }).inputValue()).toBe('work');
  expect(await again.getByRole('combobox', { name: '費用' }).inputValue()).toBe('no');
  await again.getByRole('textbox', { name: '件名' }).fill('会議室の空き一覧');
  await again.getByRole('button', { name: '提案として出す' }).click();
  await teams.cardWith('提案を受け付けました').waitFor();
  expect(await numberOn(teams)).toBe('R8-0001');
  const tab = await teams.openTab();
  await tab.getByText('会議室の空き一覧').first().waitFor();
  await teams.page.context().close();
});

test('the same submit, re-delivered and clicked twice at once, is one proposal with one number', async () => {
  const { message, data } = await host.form(clerk);
  const send = () =>
    host.press(clerk, message, 'submit-proposal', {
      ...data,
      ...rightInputs,
      title: '二度押しの提案',
    });
  const answers = await Promise.all([send(), send(), send()]);
  answers.push(await send());
  const numbers = answers.map((answer) => /R8-\d{4}/.exec(JSON.stringify(answer))?.[0]);
  expect(new Set(numbers).size).toBe(1);
  expect(numbers[0]).toMatch(/^R8-\d{4}$/);
  const mine = await (await fetchAs(clerk, '/api/my-proposals')).json();
  const titles = mine.proposals.map((proposal: { title: string }) => proposal.title);
  expect(titles.filter((title: string) => title === '二度押しの提案').length).toBe(1);
});

async function fetchAs(person: string, path: string, method = 'GET', body?: unknown) {
  return fetch(`${office.app}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${await host.token(person)}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Asks as often as the allowance of a person permits. When the answer was given is its own, and is left out. */
async function answerTo(person: string, path: string, method: string, body?: unknown) {
  return until(`an answer of ${path}`, async () => {
    const answer = await fetchAs(person, path, method, body);
    const text = (await answer.text()).replace(/"asOf":\d+/, '"asOf":0');
    return answer.status !== 429 && `${answer.status} ${text}`;
  });
}

/** What a route is asked with: the addresses of the proposal, its campaign, today. */
const addressOf = (path: string, number: string): string =>
  path
    .replace(':number', number)
    .replace(':campaign', 'demo')
    .replace(':day', new Date().toISOString().slice(0, 10));

/** Acts that anyone, or the proposer, may do as things stand: trying them would change the proposal. */
const doing = /\/(withdraw|endorse|follow|take-back-support)$/;

/** The body with which a route that changes things is tried: enough to be looked at, too little to change anything. */
function triedWith(path: string, number: string): object | undefined {
  if (path === '/api/hints') return { title: '様式の押印欄をなくす' };
  if (doing.test(path)) return undefined;
  if (path.startsWith('/api/proposals/:number/')) return { seq: 1, form: {} };
  return path.startsWith('/api/bulk/') ? { items: [{ number, seq: 1 }] } : undefined;
}

/** What is asked of every route: reads, and unless told not to, tries. */
function questionsAbout(number: string, tries: boolean) {
  return routes
    .filter((each) => each.path.startsWith('/api/'))
    .map(({ method, path }) => ({
      method,
      path,
      body: method === 'POST' ? triedWith(path, number) : undefined,
    }))
    .filter(({ method, body }) => method === 'GET' || (tries && body));
}

/** Everything that a person without a role can read and, unless told not to, try about a proposal, as bytes. */
async function staffPayloads(
  number: string,
  { tries }: { tries: boolean } = { tries: true },
): Promise<Readonly<Record<string, string>>> {
  const people = { clerk, other: await host.personNamed('早苗 すすむ') };
  const payloads: Record<string, string> = {};
  for (const [who, person] of Object.entries(people)) {
    for (const { method, path, body } of questionsAbout(number, tries)) {
      const address = addressOf(path, number);
      payloads[`${who} ${method} ${path}`] = await answerTo(person, address, method, body);
    }
    payloads[`${who} refresh`] = await refreshed(person, number);
    payloads[`${who} deliveries`] = JSON.stringify((await host.deliveries()).filter(isFor(person)));
  }
  return payloads;
}

const isFor = (person: string) => (delivery: Delivery) =>
  delivery.personId === person || delivery.channelId !== undefined;

/** What the bot answers to the commands that name proposals, typed by the proposer and by another person, as bytes. */
async function commandReplies(number: string): Promise<Readonly<Record<string, string>>> {
  const other = await host.personNamed('早苗 すすむ');
  return { clerk: await repliesTo(clerk, number), other: await repliesTo(other, number) };
}

async function repliesTo(person: string, number: string): Promise<string> {
  const replies: unknown[] = [];
  for (const command of ['自分の提案', `状況 ${number}`]) {
    const before = Math.max(0, ...(await host.state(person)).messages.map((each) => each.seq));
    await host.say(person, command);
    const reply = await until(`the answer to ${command}`, async () =>
      (await host.state(person)).messages.find(
        (each) => each.seq > before && each.author.kind === 'bot',
      ),
    );
    replies.push(reply.text, reply.attachments);
  }
  return JSON.stringify(replies);
}

/** Every card of a person's chat that renews itself, renewed. */
async function refreshed(person: string, number: string): Promise<string> {
  const { messages } = await host.state(person);
  const answers: unknown[] = [];
  for (const message of messages) {
    const data = findAction(message.attachments[0]?.content, 'refresh-proposal');
    if (!data) continue;
    const answer = await host.press(person, message, 'refresh-proposal', { ...data, number });
    answers.push((answer as { message?: { attachments: unknown } }).message?.attachments ?? answer);
  }
  return JSON.stringify(answers);
}

test('what is decided shows nowhere until it is published; undone in time it never shows; published it shows once', async () => {
  // Wide enough for list, text and decision side by side in the tab.
  const teams = await openTeams(browser, office.host, { width: 2050, height: 1000 });
  const { message, data } = await host.form(clerk);
  const answer = await host.press(clerk, message, 'submit-proposal', {
    ...data,
    ...rightInputs,
    title: '様式の押印欄をなくす',
  });
  const number = /R8-\d{4}/.exec(JSON.stringify(answer))?.[0] ?? 'none';
  const tab = await openQueue(teams, number);
  await tab.getByRole('button', { name: '検討を始める（提案者に届きます）' }).click();
  const told = () =>
    host
      .deliveries()
      .then((all) =>
        all.filter(
          (each) => each.personId === clerk && JSON.stringify(each.activity).includes(number),
        ),
      );
  await until('the clerk is told of the review', async () => (await told()).length === 1);

  const commandsBefore = await commandReplies(number);
  expect(commandsBefore['clerk']).toContain(number);
  const before = await staffPayloads(number);
  await tab.getByRole('radio', { name: '今年度着手' }).check();
  await tab.getByRole('combobox', { name: '所管部局' }).selectOption({ label: '総務部' });
  await tab.getByRole('combobox', { name: '所管課' }).selectOption({ label: '文書課' });
  await tab.getByRole('combobox', { name: '着手する月' }).selectOption({ index: 1 });
  await tab.getByRole('checkbox', { name: '事前調整' }).check();
  await tab
    .getByRole('textbox', { name: /理由/ })
    .fill('法令に根拠のない押印欄は、廃止の基準を定めれば全庁で見直せます。');
  await tab.getByRole('button', { name: '決めて次へ' }).click();
  await tab.getByRole('button', { name: '公表する' }).waitFor();
  expect(await staffPayloads(number)).toEqual(before);
  expect(await commandReplies(number)).toEqual(commandsBefore);
  const beforePublishing = await staffPayloads(number, { tries: false });

  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByRole('button', { name: '取り消す' }).click();
  await tab.getByRole('button', { name: '公表する' }).waitFor();
  await host.control('PUT', 'clock', { advanceMs: 30_000 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await staffPayloads(number, { tries: false })).toEqual(beforePublishing);
  expect(await commandReplies(number)).toEqual(commandsBefore);
  const toldSoFar = (await told()).length;

  await tab.getByRole('button', { name: '公表する' }).click();
  await tab.getByRole('button', { name: '取り消す' }).waitFor();
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await until(
    'the clerk is told of the decision',
    async () => (await told()).length === toldSoFar + 1,
  );
  const inChannel = async () =>
    (await host.deliveries()).filter(
      (each) => each.channelId !== undefined && JSON.stringify(each.activity).includes(number),
    );
  await until('the channels are told', async () => (await inChannel()).length === 2);
  await host.control('PUT', 'clock', { advanceMs: 120_000 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect((await told()).length).toBe(toldSoFar + 1);
  expect((await inChannel()).length).toBe(2);

  await teams.become(clerkName);
  const posts = await teams.openChannel('全職員', staffChannel);
  await posts.getByText('様式の押印欄をなくす').waitFor();
  expect(await posts.getByRole('article').filter({ hasText: number }).count()).toBe(1);
  await teams.openChat();
  await teams.cardWith('対応方針が決まりました').waitFor();
  const mine = await teams.openTab();
  await mine.getByRole('button', { name: new RegExp(number) }).click();
  await mine.getByText('今年度着手').first().waitFor();
  await mine.getByText('法令に根拠のない押印欄は').first().waitFor();
  await teams.page.context().close();
});

test('a clerk who calls the addresses of triage is refused by the server, and nothing happens', async () => {
  for (const route of routes.filter((each) => each.path.startsWith('/api/triage'))) {
    const path = route.path.replace(':number', 'R8-0001');
    const body = route.method === 'POST' ? {} : undefined;
    const answer = await fetchAs(clerk, path, route.method, body);
    expect([route.path, answer.status]).toEqual([route.path, 403]);
    const refusal = await answer.json();
    expect(refusal.code).toBe('not-permitted');
    expect(refusal.message).toContain('権限がありません');
  }
});
