import { type HostApi, hostApi } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';
import { seedSecretary, submitRightForm } from '../support/secretariat.js';
import { openSiteLists, type SiteLists } from '../support/site-lists.js';

jest.setTimeout(400_000);

const ledger = 'MebukiNotices';
/** Review and decision to the clerk, decision to the staff channel and to the owner's. */
const notices = 4;

interface Held {
  readonly total: number;
  readonly notices: readonly {
    readonly id: string;
    readonly number: string;
    readonly place: string;
  }[];
  readonly balance: Readonly<Record<string, number>>;
}

let office: LocalOffice;
let host: HostApi;
let lists: SiteLists;
let administrator: string;
let number: string;

async function asAdministrator<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${office.app}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${await host.token(administrator)}`,
      'Content-Type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

const held = () => asAdministrator<Held>('/api/notices/held');

const untilHeld = (count: number) =>
  until(
    `${count} held`,
    async () => {
      const present = await held();
      return present.total === count && present;
    },
    120,
    1_000,
  );

async function told(): Promise<number> {
  const about = (await host.deliveries()).filter((each) =>
    JSON.stringify(each.activity).includes(number),
  );
  return about.filter((each) => !JSON.stringify(each.activity).includes('提案を受け付けました'))
    .length;
}

const untilLedgerIs = (state: string) =>
  until(
    `${notices} rows ${state}`,
    async () => {
      const states = (await lists.items(ledger)).map(({ fields }) => fields['State']);
      if (states.length === notices && states.every((each) => each === state)) return true;
      throw new Error(`there are ${states.join(', ')}`);
    },
    120,
  );

/** Time in which whatever would be sent again has been sent. */
async function letItSweep(): Promise<void> {
  await host.control('PUT', 'clock', { advanceMs: 300_000 });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}

beforeAll(async () => {
  office = await openLocalOffice({ profile: 'pessimistic' });
  host = hostApi(office.host);
  lists = await openSiteLists(office);
  administrator = await host.personNamed('常葉 まもる');
  const secretary = await seedSecretary(office, host);
  number = await submitRightForm(host, await host.personNamed('若葉 みのり'), '記録が失われても');
  await secretary.beginReview(number);
  await secretary.decide(number);
  await secretary.publish(number);
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await until('all told', async () => (await told()) === notices, 120);
  await untilLedgerIs('closed');
});
afterAll(() => office?.stop());

test('a ledger that is emptied while the app is off sends nothing again: an administrator releases and dismisses', async () => {
  await host.control('PUT', 'clock', { advanceMs: 20 * 60_000 });
  await until(
    'the mark behind the last event',
    async () => {
      const [mark] = await lists.items('MebukiNoticeMarks');
      const events = (await lists.items('MebukiProposals')).map(({ fields }) =>
        Date.parse(String(fields['PublishedAt'])),
      );
      const [published] = events;
      return (
        published !== undefined && Date.parse(String(mark?.fields['DerivedThrough'])) >= published
      );
    },
    120,
  );
  await office.firstApp.kill();
  await lists.empty(ledger, notices);
  const app = await office.startApp();
  const { notices: listed, balance } = await untilHeld(notices);
  expect(new Set(listed.map((each) => each.number))).toEqual(new Set([number]));
  expect(balance).toMatchObject({ held: notices, delivered: 0, pending: 0 });
  expect(app.printed()).toContain('the notice ledger has lost rows');
  await letItSweep();
  expect(await told()).toBe(notices);

  const toRelease = listed.filter(({ place }) => place === 'channel').map(({ id }) => id);
  const toDismiss = listed.filter(({ place }) => place === 'people').map(({ id }) => id);
  expect([toRelease.length, toDismiss.length]).toEqual([2, 2]);
  await asAdministrator('/api/notices/held/release', { ids: toRelease });
  await asAdministrator('/api/notices/held/dismiss', { ids: toDismiss });
  await until('the released ones', async () => (await told()) === notices + 2, 60);
  await until('the balance', async () => {
    const now = (await held()).balance;
    return now['delivered'] === 2 && now['suppressed'] === 2 && now['held'] === 0;
  });
  await app.kill();
  await office.startApp();
  await letItSweep();
  expect(await told()).toBe(notices + 2);
  await untilLedgerIs('closed');
});

test('a ledger that is emptied under the running app is noticed by its feed, and nothing is sent again', async () => {
  const before = await told();
  await lists.empty(ledger, notices);
  await untilHeld(notices);
  await letItSweep();
  expect(await told()).toBe(before);
  await untilLedgerIs('held');
});
