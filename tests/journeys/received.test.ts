import { randomUUID } from 'node:crypto';
import { callAs } from '../support/call-as.js';
import { type Delivery, type HostApi, hostApi } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';

jest.setTimeout(300_000);

let office: LocalOffice;
let host: HostApi;
let clerk: string;
let secretary: string;

beforeAll(async () => {
  office = await openLocalOffice({ profile: 'gentle', withSamples: false });
  host = hostApi(office.host);
  clerk = await host.personNamed('若葉 みのり');
  secretary = await host.personNamed('木洩日 あおい');
});
afterAll(() => office?.stop());

interface Receipt {
  readonly number: string;
  readonly throughOffice: boolean;
}

const call = <T>(method: string, path: string, body?: unknown, person = secretary) =>
  callAs<T>([office.app, host, person], method, path, body);

const hourMs = 3_600_000;

/** Enters a paper of an hour ago by the clock of the office. */
async function enter(title: string, who: Readonly<Record<string, string>>) {
  const clock = await host.control<{ now: string }>('GET', 'clock');
  const body = {
    id: randomUUID(),
    receivedAt: Date.parse(clock.now) - hourMs,
    officeKind: 'branch',
    form: {
      campaign: 'demo',
      title,
      currentProblem: '現場から押印だけのために戻っている。',
      proposedContent: '現場で完結する様式に改める。',
      category: 'work',
      isDigital: 'non-digital',
      costNeeded: 'no',
      department: 'doboku',
      section: 'minato-doboku',
      jobGrade: 'shunin',
      ...who,
    },
  };
  const receipt = await call<Receipt>('POST', '/api/proposals/received', body);
  expect(await call('POST', '/api/proposals/received', body)).toEqual(receipt);
  return receipt;
}

/** The messages that tell of a number, once there is one. */
async function toldOf(number: string): Promise<readonly Delivery[]> {
  const about = async () =>
    (await host.deliveries()).filter(({ activity }) => JSON.stringify(activity).includes(number));
  await until(`a message about ${number}`, async () => (await about()).length > 0);
  return about();
}

test('a member of staff with a chat gets the receipt there, once, and finds the proposal', async () => {
  await host.form(clerk);
  const who = { proposerKind: 'staff', person: clerk, personName: '若葉 みのり' };
  const receipt = await enter('電話で受けた提案', { ...who, receiptRoute: 'phone' });
  expect(receipt.throughOffice).toBe(false);
  const messages = await toldOf(receipt.number);
  expect(messages.map(({ personId, channelId }) => personId ?? channelId)).toEqual([clerk]);
  expect(JSON.stringify(messages)).toMatch(/木洩日 あおい（電話）/);
});

/** 提案の受付 of the secretariat's team, as the demo has it. */
const desk = '19:153f598be0d4c3dc2b2d934d7208026e@thread.tacv2';

test('the receipt of somebody without a chat goes to the secretariat, to be handed on', async () => {
  const who = { proposerKind: 'outside', personName: '磯辺 とおる' };
  const receipt = await enter('紙で受けた提案', { ...who, receiptRoute: 'paper' });
  expect(receipt.throughOffice).toBe(true);
  const messages = await toldOf(receipt.number);
  expect(messages.map(({ channelId }) => channelId)).toEqual([desk]);
  const card = JSON.stringify(messages);
  expect(card).toMatch(/所属を通じて提案者に伝えてください/);
  expect(card).not.toMatch(/磯辺|outside:/);
  const { proposals } = await call<{ proposals: readonly { number: string }[] }>(
    'GET',
    '/api/received',
  );
  expect(proposals[0]).toMatchObject({
    number: receipt.number,
    proposer: { name: '磯辺 とおる' },
  });
});

test('what was entered is there after the app was killed, and is not told again', async () => {
  await office.firstApp.kill();
  await office.startApp();
  const { proposals } = await until('the register after the start', () =>
    call<{ proposals: readonly { number: string }[] }>('GET', '/api/received'),
  );
  expect(proposals.map(({ number }) => number)).toEqual(['R8-0002', 'R8-0001']);
  // What is told after the start comes after whatever else would have been told.
  const who = { proposerKind: 'outside', personName: '磯辺 とおる', receiptRoute: 'meeting' };
  const receipt = await enter('会って受けた提案', who);
  for (const { number } of [receipt, ...proposals]) {
    expect(await toldOf(number)).toHaveLength(1);
  }
});
