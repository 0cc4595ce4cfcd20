import { type HostApi, hostApi, rightInputs } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';
import { openSiteLists, type SiteLists } from '../support/site-lists.js';

jest.setTimeout(400_000);

const atOnce = 20;
const groups = 10;
/** Ten groups, one every twelve minutes: two hours. */
const betweenMs = 720_000;

let office: LocalOffice;
let host: HostApi;
let lists: SiteLists;

beforeAll(async () => {
  office = await openLocalOffice({ profile: 'gentle' });
  host = hostApi(office.host);
  // What was kept is stored in minutes of this journey that are seconds for everybody else.
  await host.control('PUT', 'profile', { name: 'gentle', unitsPerMinute: 100_000 });
  lists = await openSiteLists(office);
});
afterAll(() => office?.stop());

interface Sent {
  readonly person: string;
  readonly title: string;
  readonly answer: string;
}

async function submit(person: string, title: string): Promise<Sent> {
  const { message, data } = await host.form(person);
  const form = { ...data, ...rightInputs, title };
  const answer = await host.press(person, message, 'submit-proposal', form);
  return { person, title, answer: JSON.stringify(answer) };
}

/** Proposals in the order of their numbers, as SharePoint holds them. */
async function stored() {
  const items = await lists.items('MebukiProposals');
  return items
    .map(({ fields }) => ({
      number: String(fields['Number']),
      order: Number(fields['NumberOrder']),
      title: String(fields['Title']),
      receivedAt: Date.parse(String(fields['ReceivedAt'])),
      proposerId: String(fields['ProposerId']),
    }))
    .toSorted((a, b) => a.order - b.order);
}

test('two hours without Graph: what 200 times was accepted is stored in the order of receipt, once, and everybody is told', async () => {
  const people = (await host.state('')).people.map(({ id }) => id).slice(0, 40);
  // Everybody has been heard before, as staff have who use the bot.
  for (const person of people) await host.say(person, 'こんにちは');
  await host.control('PUT', 'faults', {
    rules: [{ match: { family: 'graph' }, action: { kind: 'status', status: 503 } }],
  });
  const sent: Sent[] = [];
  for (let group = 0; group < groups; group += 1) {
    const members = Array.from(
      { length: atOnce },
      (_, index) => people[(group * atOnce + index) % people.length] ?? '',
    );
    const came = await Promise.all(
      members.map((person, index) => submit(person, `停止中の提案 ${group + 1}-${index + 1}`)),
    );
    sent.push(...came);
    await host.control('PUT', 'clock', { advanceMs: betweenMs });
  }
  expect(sent.filter(({ answer }) => !answer.includes('受付中')).map(({ title }) => title)).toEqual(
    [],
  );
  expect(await (await fetch(`${office.app}/readyz`)).json()).toMatchObject({ ready: true });

  await host.control('DELETE', 'faults');
  const all = await until(
    'everything stored',
    async () => {
      await host.control('PUT', 'clock', { advanceMs: 20_000 });
      const present = await stored();
      return present.length >= sent.length ? present : undefined;
    },
    150,
    1_000,
  );
  expect(all.map(({ title }) => title).toSorted()).toEqual(
    sent.map(({ title }) => title).toSorted(),
  );
  const times = all.map(({ receivedAt }) => receivedAt);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThanOrEqual((groups - 1) * betweenMs);

  const receiptsOf = async () => {
    const receipts = (await host.deliveries()).filter(
      ({ personId, activity }) =>
        personId !== undefined && JSON.stringify(activity).includes('提案を受け付けました'),
    );
    return all.map(({ number, proposerId }) => ({
      number,
      told: receipts.filter(
        ({ personId, activity }) =>
          personId === proposerId && JSON.stringify(activity).includes(number),
      ).length,
    }));
  };
  await until(
    'everybody told',
    async () => {
      await host.control('PUT', 'clock', { advanceMs: 20_000 });
      return (await receiptsOf()).every(({ told }) => told > 0);
    },
    150,
    1_000,
  );
  await host.control('PUT', 'clock', { advanceMs: 300_000 });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await receiptsOf()).filter(({ told }) => told !== 1)).toEqual([]);
});
