import { randomUUID } from 'node:crypto';
import { callAs } from '../support/call-as.js';
import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { type HostApi, hostApi, rightInputs } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';
import { type Secretary, seedSecretary, submitRightForm } from '../support/secretariat.js';
import { openSiteLists, type SiteLists } from '../support/site-lists.js';

jest.setTimeout(300_000);

let office: LocalOffice;
let host: HostApi;
let watch: OfficeWatch;
let lists: SiteLists;
let secretary: Secretary;
let people: readonly string[];
let app: OfficeProcess;

type Form = Awaited<ReturnType<HostApi['form']>>;

/** Somebody of the seed who is not used otherwise here. */
const person = (index: number): string => people[index] ?? '';

beforeAll(async () => {
  office = await openLocalOffice({
    unitsPerMinute: 200_000,
    appRoles: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
  });
  host = hostApi(office.host);
  app = office.firstApp;
  await host.control('PUT', 'profile', { name: 'gentle', unitsPerMinute: 100_000 });
  watch = await watchOffice(office, host);
  lists = await openSiteLists(office);
  secretary = await seedSecretary(office, host);
  const found = await host.state('');
  const secretaryId = await host.personNamed('木洩日 あおい');
  people = found.people.map(({ id }) => id).filter((id) => id !== secretaryId);
});
afterAll(() => office?.stop());

/** A proposal that is received, so that beginning its review tells its proposer. */
const received = (proposer: string): Promise<string> =>
  submitRightForm(host, proposer, `知らせの届き方 ${proposer.slice(0, 8)}`, watch.heard);

type Recipient = readonly [
  id: string,
  attempts: number,
  outcome: string | null,
  why: string | null,
];

/** How the notices of events to a person stand in the ledger, the latest last; receipts are left out. */
async function endsFor(personId: string): Promise<readonly string[]> {
  const rows = await lists.items('MebukiNotices');
  return rows
    .filter(({ fields }) => Number(fields['TrailSeq']) > 1)
    .toSorted((a, b) => Number(a.id) - Number(b.id))
    .flatMap(({ fields }) => JSON.parse(String(fields['RecipientsJson'])) as Recipient[])
    .filter(([id]) => id === personId)
    .map(([, , outcome, why]) => `${outcome ?? 'open'}${why ? ` ${why}` : ''}`);
}

const lastEnd = async (personId: string): Promise<string> => (await endsFor(personId)).at(-1) ?? '';

const endsAs = (personId: string, end: string, count = 1) =>
  until(
    `a notice that ends as ${end}`,
    async () => {
      const ends = await endsFor(personId);
      if (ends.length < count || ends.at(-1) !== end) throw new Error(JSON.stringify(ends));
      return true;
    },
    90,
    500,
  );

/** How many messages to a person name a number. */
async function messagesTo(personId: string, number: string): Promise<number> {
  const deliveries = await host.deliveries();
  return deliveries.filter(
    (each) => each.personId === personId && JSON.stringify(each.activity).includes(number),
  ).length;
}

const installs = async (method: 'POST' | 'DELETE', who: string): Promise<void> => {
  const response = await fetch(`${office.host}/host/installs`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ person: who }),
  });
  expect(response.status).toBe(204);
};

const feedOf = async (personId: string): Promise<readonly object[]> => {
  const { entries } = await host.control<{ entries: readonly { personId: string }[] }>(
    'GET',
    'graph/feed',
  );
  return entries.filter((entry) => entry.personId === personId);
};

test('F09, F10: each answer of the connector comes to the end that is laid down for it', async () => {
  const statuses = [
    ['404', { kind: 'status', status: 404 }, 'delivered in-feed'],
    ['400', { kind: 'status', status: 400 }, 'undeliverable bad-request'],
    ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 'delivered'],
    ['412', { kind: 'status', status: 412 }, 'delivered'],
    ['a bare 403', { kind: 'status', status: 403 }, 'delivered'],
    ['502', { kind: 'status', status: 502 }, 'delivered'],
    ['500 after delivery', { kind: 'after-commit-status', status: 500 }, 'delivered'],
    ['504 after delivery', { kind: 'after-commit-status', status: 504 }, 'delivered'],
  ] as const;
  const numbers: string[] = [];
  const rules: object[] = [];
  for (const [index, [, action]] of statuses.entries()) {
    numbers.push(await received(person(index)));
    const { chat } = await host.state(person(index));
    const match = { family: 'connector', method: 'POST', path: chat.conversationId, times: 1 };
    rules.push({ match, action });
  }
  const sentBefore = await Promise.all(numbers.map((number, n) => messagesTo(person(n), number)));
  await host.control('PUT', 'faults', { rules });
  for (const number of numbers) await secretary.beginReview(number);
  // What is in doubt is repeated after a minute; what was refused for load or by a bare 403 before.
  await until(
    'each notice to be tried',
    async () => {
      const ends = await Promise.all(statuses.map((_, n) => endsFor(person(n))));
      // Open without a reason: its send is under way, and what is in doubt of it counts from its end.
      return ends.every(([end = 'open', ...more]) => end !== 'open' && more.length === 0);
    },
    60,
    500,
  );
  await host.control('PUT', 'clock', { advanceMs: 90_000 });
  for (const [index, [, , end]] of statuses.entries()) await endsAs(person(index), end);
  const sent = await Promise.all(
    numbers.map(async (number, n) => (await messagesTo(person(n), number)) - (sentBefore[n] ?? 0)),
  );
  expect(Object.fromEntries(statuses.map(([name], n) => [name, sent[n]]))).toStrictEqual({
    '404': 0,
    '400': 0,
    '429': 1,
    '412': 1,
    'a bare 403': 1,
    '502': 1,
    '500 after delivery': 2,
    '504 after delivery': 2,
  });
  expect(await feedOf(person(0))).toHaveLength(1);
  expect(await watch.settled()).toStrictEqual([]);
});

test('F23: who removes the app is told no more and nobody tries; who installs it again is told what comes then', async () => {
  const who = person(8);
  const first = await received(who);
  const second = await received(who);
  await installs('DELETE', who);
  await secretary.beginReview(first);
  await endsAs(who, 'undeliverable blocked');
  expect(await feedOf(who)).toHaveLength(0);
  const before = await messagesTo(who, first);
  await installs('POST', who);
  await until('what was missed is shown', async () => (await messagesTo(who, first)) > before);
  await secretary.beginReview(second);
  await endsAs(who, 'delivered', 2);
  expect(await endsFor(who)).toStrictEqual(['undeliverable blocked', 'delivered']);
  expect(await watch.settled()).toStrictEqual([]);
});

test('who endorsed in the tab and never opened the app gets it, and then the notice', async () => {
  const [proposer, colleague] = [person(9), person(10)];
  const number = await received(proposer);
  await secretary.beginReview(number);
  await callAs([office.app, host, colleague], 'POST', `/api/proposals/${number}/endorse`, {});
  await secretary.decide(number);
  await secretary.publish(number);
  await host.control('PUT', 'clock', { advanceMs: 60_000 });
  await endsAs(colleague, 'delivered');
  expect(await messagesTo(colleague, number)).toBe(1);
  expect((await host.state(colleague)).messages.map(({ author }) => author.kind)).toContain('bot');
  expect(await lastEnd(proposer)).toBe('delivered');
  expect(await watch.settled()).toStrictEqual([]);
});

/** Presses 提案として出す of one form; the number on its receipt, or undefined where none came back. */
async function pressed(proposer: string, form: Form, token: string, title: string) {
  const { message, data } = form;
  const answer = await host.press(proposer, message, 'submit-proposal', {
    ...data,
    ...rightInputs,
    token,
    title,
  });
  watch.heard(answer);
  return /R\d+-\d{4,}/.exec(JSON.stringify(answer))?.[0];
}

const titled = async (title: string): Promise<number> =>
  (await lists.items('MebukiProposals')).filter(({ fields }) => fields['Title'] === title).length;

test('F14, F15: a form pressed many times at once, and again a day later, is one proposal with one receipt', async () => {
  const who = person(11);
  const form = await host.form(who);
  const [token, title] = [randomUUID(), 'なんども押された提案'];
  watch.sentAgain(token);
  const numbers = await Promise.all(
    Array.from({ length: 8 }, () => pressed(who, form, token, title)),
  );
  await host.control('PUT', 'clock', { advanceMs: 86_400_000 });
  numbers.push(await pressed(who, form, token, title));
  expect([...new Set(numbers)]).toStrictEqual([expect.stringMatching(/^R\d+-\d{4}$/)]);
  expect(await titled(title)).toBe(1);
  expect(await watch.settled()).toStrictEqual([]);
});

test('F11: an address written into a chat by hand gets nothing, and the next word of its person mends it', async () => {
  const who = person(18);
  const [first, second] = [await received(who), await received(who)];
  const chats = await lists.items('MebukiConversations');
  const chat = chats.find(({ fields }) => fields['PersonId'] === who);
  await lists.change('MebukiConversations', chat?.id ?? '', {
    ServiceUrl: 'https://smba.trafficmanager.example/jp/',
  });
  // What was changed by hand is read at the start.
  await app.stop();
  app = await office.startApp();
  await secretary.beginReview(first);
  await endsAs(who, 'undeliverable host-not-allowed');
  await until('the log to say so', async () => app.printed().includes('host-not-allowed'));
  await host.say(who, 'ヘルプ');
  await until('what was missed is shown', async () => (await messagesTo(who, first)) > 0);
  await secretary.beginReview(second);
  await endsAs(who, 'delivered', 2);
  expect(await watch.settled()).toStrictEqual([]);
});

test('F20: a process that is asked to end while forms and notices are under way loses none and doubles none', async () => {
  const writers = [12, 13, 14, 15].map(person);
  const known = await Promise.all([16, 17].map((index) => received(person(index))));
  const forms = await Promise.all(
    writers.map(async (who) => ({ who, form: await host.form(who), token: randomUUID() })),
  );
  const press = ({ who, form, token }: (typeof forms)[number]) =>
    pressed(who, form, token, `終了のあいだの提案 ${token}`);
  const underWay = forms.map((each) => press(each).catch(() => undefined));
  const reviews = known.map((number) => secretary.beginReview(number).catch(() => undefined));
  await app.stop();
  expect(app.child.exitCode).toBe(0);
  app = await office.startApp();
  await Promise.all([...underWay, ...reviews]);
  // A claim whose holder has ended is over by then.
  await host.control('PUT', 'clock', { advanceMs: 90_000 });
  for (const each of forms) {
    watch.sentAgain(each.token);
    await until('a receipt', () => press(each), 60, 1_000);
    expect(await titled(`終了のあいだの提案 ${each.token}`)).toBe(1);
  }
  expect(await watch.settled()).toStrictEqual([]);
});
