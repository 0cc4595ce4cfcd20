import { randomUUID } from 'node:crypto';
import { callAs } from '../support/call-as.js';
import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { type HostApi, type HostMessage, hostApi, rightInputs } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';

jest.setTimeout(300_000);

interface Health {
  readonly state: string;
  readonly findings: readonly { readonly code: string; readonly text: string }[];
}

interface Sender {
  readonly person: string;
  readonly message: HostMessage;
  readonly data: Record<string, unknown>;
}

const rounds = 10;
const perRound = 20;
const outageMs = 2 * 60 * 60 * 1000;

let office: LocalOffice;
let host: HostApi;
let app: OfficeProcess;
let watch: OfficeWatch;
let administrator: string;
let senders: readonly Sender[];

beforeAll(async () => {
  office = await openLocalOffice({ unitsPerMinute: 200_000 });
  host = hostApi(office.host);
  app = office.firstApp;
  watch = await watchOffice(office, host);
  // A minute of this journey asks more of Graph than an office does.
  await host.control('PUT', 'profile', { name: 'gentle', unitsPerMinute: 100_000 });
  administrator = await host.personNamed('常葉 まもる');
  const people = (await host.state('')).people.slice(0, 10).map(({ id }) => id);
  senders = await Promise.all(
    people.map(async (person) => ({ person, ...(await host.form(person)) })),
  );
});
afterAll(() => office?.stop());
afterEach(async () => {
  await host.control('DELETE', 'faults');
});

/** Sends one more form from the card that a person was given. */
async function submit(sender: Sender, title: string): Promise<string> {
  const answer = await host.press(sender.person, sender.message, 'submit-proposal', {
    ...sender.data,
    ...rightInputs,
    token: randomUUID(),
    title,
  });
  watch.heard(answer);
  return JSON.stringify(answer);
}

const senderAt = (n: number): Sender => {
  const sender = senders[n % senders.length];
  if (!sender) throw new Error('there are senders');
  return sender;
};

const health = () => callAs<Health>([office.app, host, administrator], 'GET', '/api/health');
const codes = async () => (await health()).findings.map(({ code }) => code);

async function numbersOf(person: string): Promise<ReadonlyMap<string, string>> {
  const { proposals } = await callAs<{
    proposals: readonly { number: string; title: string }[];
  }>([office.app, host, person], 'GET', '/api/my-proposals');
  return new Map(proposals.map(({ title, number }) => [title, number]));
}

async function storedNumbers(): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const { person } of senders) {
    for (const [title, number] of await numbersOf(person)) all.set(title, number);
  }
  return all;
}

const titleOf = (n: number): string => `停電のあいだの提案${String(n).padStart(3, '0')}`;

test('two hours without Graph: every form is taken, the register answers, and afterwards all are stored in order, told once', async () => {
  await host.control('PUT', 'faults', {
    rules: [{ match: { family: 'graph' }, action: { kind: 'reset' } }],
  });
  for (let round = 0; round < rounds; round += 1) {
    for (let n = round * perRound; n < (round + 1) * perRound; n += 1) {
      expect(await submit(senderAt(n), titleOf(n))).toContain('もう一度送る必要はありません');
    }
    await host.control('PUT', 'clock', { advanceMs: outageMs / rounds });
  }
  expect(await codes()).toEqual(expect.arrayContaining(['graph-away', 'forms-waiting']));
  expect((await (await fetch(`${office.app}/readyz`)).json()).health).toBe('fault');

  await host.control('DELETE', 'faults');
  await until(
    'nothing to wait any more',
    async () => {
      const known = await codes();
      return !known.includes('forms-waiting') && !known.includes('graph-away');
    },
    200,
  );

  const all = await storedNumbers();
  const titles = Array.from({ length: rounds * perRound }, (_, n) => titleOf(n));
  const numbers = titles.map((title) => all.get(title) ?? `${title} is not there`);
  expect(new Set(numbers).size).toBe(titles.length);
  expect(numbers).toStrictEqual(numbers.toSorted());
  expect(all.size).toBe(titles.length);

  const receiptsOf = async (): Promise<readonly number[]> => {
    const receipts = (await host.deliveries())
      .filter(({ personId }) => personId !== undefined)
      .map(({ activity }) => JSON.stringify(activity))
      .filter((card) => card.includes('受付控え'));
    return numbers.map((number) => receipts.filter((card) => card.includes(number)).length);
  };
  await until('every receipt', async () => (await receiptsOf()).every((times) => times > 0), 120);
  expect(new Set(await receiptsOf())).toStrictEqual(new Set([1]));
  expect(await watch.settled()).toStrictEqual([]);
});

test('an app that ends and starts in the middle of an outage takes forms, answers with what it knew, and catches up', async () => {
  const before = await storedNumbers();
  const asOfNow = async () =>
    (await callAs<{ asOf: number }>([office.app, host, administrator], 'GET', '/api/my-proposals'))
      .asOf;
  const known = await asOfNow();
  await app.stop();
  await host.control('PUT', 'faults', {
    rules: [{ match: { family: 'graph' }, action: { kind: 'reset' } }],
  });
  app = await office.startApp();

  expect(await storedNumbers()).toStrictEqual(before);
  expect(await asOfNow()).toBeGreaterThanOrEqual(known);
  expect(await asOfNow()).toBe(await asOfNow());
  expect(await submit(senderAt(0), '停電のあとの提案1')).toContain('もう一度送る必要はありません');
  await until('health to say so', async () => (await codes()).includes('graph-away'));
  // And once more, as a power cut would: the form is on disk.
  await app.kill();
  app = await office.startApp();
  expect(await submit(senderAt(1), '停電のあとの提案2')).toContain('もう一度送る必要はありません');
  const during = await asOfNow();

  await host.control('DELETE', 'faults');
  await until('both forms', async () => (await storedNumbers()).size === before.size + 2, 120);
  const after = await storedNumbers();
  // The first was kept by a process that is gone: it is taken over once that one has been silent for a while.
  const numbers = [1, 2].map((n) => after.get(`停電のあとの提案${n}`) ?? 'none');
  expect(numbers.every((number) => number.startsWith('R'))).toBe(true);
  expect(new Set(numbers).size).toBe(2);
  await until('the end of it', async () => !(await codes()).includes('graph-away'), 120);
  expect(await asOfNow()).toBeGreaterThan(during);
});
