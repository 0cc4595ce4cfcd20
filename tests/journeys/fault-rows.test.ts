import { randomUUID } from 'node:crypto';
import { callAs } from '../support/call-as.js';
import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { type HostApi, type HostMessage, hostApi, rightInputs } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';
import { type Secretary, seedSecretary, submitRightForm } from '../support/secretariat.js';

jest.setTimeout(300_000);

interface Health {
  readonly findings: readonly { readonly code: string; readonly text: string }[];
}

const busy = '混み合っています。受付は続いています。';
const safe = '内容は安全に預かりました';
/** All that a person reads on a card. */
function wordsOn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const own = 'text' in node && typeof node.text === 'string' ? node.text : '';
  return `${own} ${Object.values(node).map(wordsOn).join(' ')}`;
}

/** What a person must not be shown: addresses, codes and words of the services. */
const internal = /https?:|127\.0\.0\.1|sharepoint|graph|AADSTS|invalid_client|accessDenied/i;

let office: LocalOffice;
let host: HostApi;
let watch: OfficeWatch;
let secretary: Secretary;
let administrator: string;
let senders: readonly { person: string; message: HostMessage; data: Record<string, unknown> }[];
let sent = 0;

beforeAll(async () => {
  office = await openLocalOffice({ unitsPerMinute: 200_000 });
  host = hostApi(office.host);
  await host.control('PUT', 'profile', { name: 'gentle', unitsPerMinute: 100_000 });
  watch = await watchOffice(office, host);
  secretary = await seedSecretary(office, host);
  administrator = await host.personNamed('常葉 まもる');
  const people = (await host.state('')).people.slice(0, 8).map(({ id }) => id);
  senders = await Promise.all(
    people.map(async (person) => ({ person, ...(await host.form(person)) })),
  );
});
afterAll(() => office?.stop());

afterEach(async () => {
  await host.control('DELETE', 'faults');
  // What Graph asked to wait, and what waits behind it, is over after that.
  await host.control('PUT', 'clock', { advanceMs: 180_000 });
  await until(
    'all to be stored, told and consistent',
    async () => {
      const open = await watch.check(true);
      if (open.length > 0) throw new Error(JSON.stringify(open).slice(0, 1_000));
      return true;
    },
    90,
    1_000,
  );
});

async function fail(match: object, action: object): Promise<void> {
  await host.control('PUT', 'faults', {
    rules: [{ match: { family: 'graph', ...match }, action }],
  });
}

const onCreate = { method: 'POST', path: '/items' };

/** Sends a form as the next of several people; answers what stands on the card that comes back. */
async function submit(): Promise<{ readonly title: string; readonly card: string }> {
  const sender = senders[sent % senders.length];
  if (!sender) throw new Error('there are senders');
  sent += 1;
  const title = `障害のあいだの提案${String(sent).padStart(3, '0')}`;
  const answer = await host.press(sender.person, sender.message, 'submit-proposal', {
    ...sender.data,
    ...rightInputs,
    token: randomUUID(),
    title,
  });
  watch.heard(answer);
  return { title, card: wordsOn(answer) };
}

const isReceipt = (card: string): boolean => card.includes('受付控え');
const health = () => callAs<Health>([office.app, host, administrator], 'GET', '/api/health');
const codes = async () => (await health()).findings.map(({ code }) => code);
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1_000));

describe('F01: Graph throttles', () => {
  test.each([
    ['30 seconds', { headers: { 'Retry-After': '30' } }],
    ['two minutes', { headers: { 'Retry-After': '120' } }],
    ['until a date', { retryDateIn: 30 }],
  ])(
    'asked to wait %s the product takes a burst of forms at once, sends nothing before, and stores all',
    async (_name, wait) => {
      await fail({ ...onCreate, times: 1 }, { kind: 'status', status: 429, ...wait });
      const cards = await Promise.all([submit(), submit(), submit(), submit()]);
      for (const { card } of cards) {
        expect(card).toContain(busy);
        expect(card).not.toMatch(internal);
      }
      await host.control('POST', 'usage/reset');
      expect(await codes()).toContain('graph-busy');
      await seconds(3);
      expect((await host.control<{ calls: number }>('GET', 'usage')).calls).toBe(0);
    },
  );

  test('refused without a time to wait, forms are taken and stored as soon as calls get through', async () => {
    await fail({ ...onCreate, times: 2 }, { kind: 'status', status: 429 });
    const cards = await Promise.all([submit(), submit(), submit()]);
    for (const { card } of cards) expect(isReceipt(card) || card.includes(busy)).toBe(true);
    expect(cards.some(({ card }) => card.includes(busy))).toBe(true);
  });
});

describe('F02 and F03: answers that fail, also after all was carried out', () => {
  test.each([
    ['503 after the effect', { kind: 'after-commit-status', status: 503 }],
    ['504 after the effect', { kind: 'after-commit-status', status: 504 }],
    ['500 after the effect', { kind: 'after-commit-status', status: 500 }],
    ['503 before it', { kind: 'status', status: 503 }],
    ['a reset in the middle', { kind: 'reset-mid-body' }],
    ['an answer cut off', { kind: 'truncate' }],
    ['JSON cut off', { kind: 'cut-json' }],
    ['a page of HTML', { kind: 'html', status: 200 }],
    ['an empty 200', { kind: 'empty' }],
  ])('%s to one create: the receipt comes in the same turn', async (_name, action) => {
    await fail({ ...onCreate, times: 1 }, action);
    const { card } = await submit();
    expect(isReceipt(card)).toBe(true);
  });

  test.each([
    ['hangs', { kind: 'hold', name: 'hung', when: 'before' }],
    ['hangs after its effect', { kind: 'hold', name: 'hung', when: 'after' }],
    ['drips', { kind: 'drip', bytesPerSecond: 10 }],
  ])('a create that %s: the turn ends in time, the form is kept', async (_name, action) => {
    await fail({ ...onCreate, times: 1 }, action);
    const { card } = await submit();
    expect(card).toContain(safe);
    expect(card).not.toContain(busy);
  });
});

test('F05: links of change feeds that have expired lead to a rebuild and to no second notice', async () => {
  const clerk = await host.personNamed('若葉 みのり');
  const number = await submitRightForm(host, clerk, '同期をやり直しても', watch.heard);
  await secretary.beginReview(number);
  await secretary.decide(number);
  await secretary.publish(number);
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  const about = async () =>
    (await host.deliveries()).filter(({ activity }) => JSON.stringify(activity).includes(number));
  await until('all told', async () => (await about()).length >= 4);
  const before = (await host.deliveries()).length;
  const body = { error: { code: 'resyncRequired', message: 'expired' } };
  const feeds = 4;
  await fail(
    { path: '/items/delta.*[?&]token=', times: feeds },
    { kind: 'status', status: 410, body },
  );
  const isSpent = async () => {
    const { rules } = await host.control<{ rules: readonly { applied: number }[] }>(
      'GET',
      'faults',
    );
    return rules.every(({ applied }) => applied >= feeds);
  };
  await until('feeds to be told that their links have expired', isSpent, 90);
  await seconds(12);
  await host.control('PUT', 'clock', { advanceMs: 300_000 });
  await seconds(3);
  expect((await host.deliveries()).length).toBe(before);
});

describe('F07: the site does not let the app work', () => {
  test('a token that is not accepted is renewed once, within the turn', async () => {
    const body = { error: { code: 'InvalidAuthenticationToken', message: 'expired' } };
    await fail({ ...onCreate, times: 1 }, { kind: 'status', status: 401, body });
    expect(isReceipt((await submit()).card)).toBe(true);
  });

  test.each([
    [403, 'place-denied'],
    [404, 'place-gone'],
    [423, 'place-locked'],
    [507, 'place-full'],
  ])(
    'answered %d forms are kept, an administrator is told where, and staff read no address',
    async (status, code) => {
      await fail({ path: '/lists/' }, { kind: 'status', status });
      const { card } = await submit();
      expect(card).toContain(safe);
      expect(card).not.toMatch(internal);
      await until(code, async () => (await codes()).includes(code));
      const clerk = await host.personNamed('若葉 みのり');
      const own = await callAs<{ proposals: readonly unknown[] }>(
        [office.app, host, clerk],
        'GET',
        '/api/my-proposals',
      );
      expect(own.proposals.length).toBeGreaterThan(0);
    },
  );
});

describe('F08: Entra ID', () => {
  const expired = {
    error: 'invalid_client',
    error_description:
      "AADSTS7000222: The provided client secret keys for app '00000000-0000-4000-8000-000000000000' are expired.",
    error_codes: [7000222],
  };

  async function entra(action: object, more: readonly object[] = []): Promise<void> {
    await host.control('PUT', 'faults', {
      rules: [{ match: { family: 'entra' }, action }, ...more],
    });
  }

  test.each([
    ['down', { kind: 'status', status: 503 }],
    ['silent', { kind: 'hold', name: 'entra', when: 'before' }],
  ])('while it is %s, the token at hand serves', async (_name, action) => {
    await entra(action);
    expect(isReceipt((await submit()).card)).toBe(true);
  });

  test('once the secret has expired and the token is refused, forms are kept, the administrator is told, and staff read no code', async () => {
    const refused = { kind: 'status', status: 401, body: { error: { code: 'unauthenticated' } } };
    await entra({ kind: 'status', status: 401, body: expired }, [
      { match: { family: 'graph' }, action: refused },
    ]);
    const { card } = await submit();
    expect(card).toContain(safe);
    expect(card).not.toMatch(internal);
    for (let n = 0; n < 5; n += 1) expect((await submit()).card).toContain(safe);
    // Where nothing is sent for a while, because of what was before, Entra ID is asked with the next trial.
    const told = await until(
      'the refused credential to be told',
      async () => {
        await host.control('PUT', 'clock', { advanceMs: 5_000 });
        const { findings } = await health();
        return findings.some(({ code }) => code === 'token-refused') && findings;
      },
      60,
      1_000,
    );
    expect(told.find(({ code }) => code === 'token-refused')?.text).toContain('AADSTS7000222');
    expect(told.map(({ code }) => code)).toContain('graph-away');
  });

  test('without keys nobody is let in, neither to the tab nor to the bot, and both come back by themselves', async () => {
    const clerk = await host.personNamed('若葉 みのり');
    await office.firstApp.stop();
    await host.control('PUT', 'faults', {
      rules: [{ match: { family: 'jwks' }, action: { kind: 'status', status: 503 } }],
    });
    await office.startApp();
    const statusOf = async () =>
      (
        await fetch(`${office.app}/api/my-proposals`, {
          headers: { Authorization: `Bearer ${await host.token(clerk)}` },
        })
      ).status;
    expect(await statusOf()).toBe(503);
    const before = (await host.deliveries()).length;
    await host.say(clerk, '提案').catch(() => undefined);
    await seconds(1);
    expect((await host.deliveries()).length).toBe(before);
    await host.control('DELETE', 'faults');
    await host.control('PUT', 'clock', { advanceMs: 60_000 });
    await until('the tab to be open again', async () => (await statusOf()) === 200, 90, 1_000);
    // The app hears of a new time a moment later.
    await seconds(3);
    expect((await host.form(clerk)).message.seq).toBeGreaterThan(0);
  });
});
