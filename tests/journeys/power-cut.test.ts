import { callAs } from '../support/call-as.js';
import { type OfficeWatch, watchOffice } from '../support/consistency/watch-office.js';
import { findAction, type HostApi, hostApi, rightInputs } from '../support/host-api.js';
import {
  type LocalOffice,
  type OfficeProcess,
  openLocalOffice,
  until,
} from '../support/local-office.js';
import { type Secretary, seedSecretary, submitRightForm } from '../support/secretariat.js';

jest.setTimeout(300_000);

const ambiguousAfterMs = 75_000;

let office: LocalOffice;
let host: HostApi;
let watch: OfficeWatch;
let clerk: string;
let secretary: Secretary;
let app: OfficeProcess;

beforeAll(async () => {
  office = await openLocalOffice({ profile: 'pessimistic' });
  host = hostApi(office.host);
  watch = await watchOffice(office, host);
  clerk = await host.personNamed('若葉 みのり');
  secretary = await seedSecretary(office, host);
  app = office.firstApp;
});
afterAll(() => office?.stop());
afterEach(async () => {
  await host.control('DELETE', 'faults');
});

/** Makes the stand-in hold the next call that matches, before or after it takes effect. */
async function hold(family: string, method: string, path: string, when: 'before' | 'after') {
  await host.control('PUT', 'faults', {
    rules: [
      { match: { family, method, path, times: 1 }, action: { kind: 'hold', name: 'cut', when } },
    ],
  });
}

async function heldCalls(): Promise<number> {
  const { held } = await host.control<{ held: readonly { name: string }[] }>('GET', 'faults');
  return held.length;
}

/**
 * Cuts the power while a call is held and everything else has come to rest, and starts again. `atOnce`: before the
 * change feed tells the app of what the held call did.
 */
async function cutPower({ atOnce = false } = {}): Promise<void> {
  await until('the held call', async () => (await heldCalls()) === 1);
  if (!atOnce) await settled();
  await app.kill();
  // Dropped with its connection, not released: what was held before its effect never has one.
  await until('the held call to be dropped', async () => (await heldCalls()) === 0);
  await host.control('DELETE', 'faults');
  app = await office.startApp();
}

/** How often a publication was told: to the clerk, and to the channels in order of their ids. */
async function toldOf(number: string): Promise<readonly number[]> {
  const about = (await host.deliveries()).filter((each) =>
    JSON.stringify(each.activity).includes(number),
  );
  const decided = about.filter((each) => JSON.stringify(each.activity).includes('今年度着手'));
  const channels = [...new Set(decided.flatMap((each) => each.channelId ?? []))].sort();
  return [
    decided.filter((each) => each.personId === clerk).length,
    ...channels.map((id) => decided.filter((each) => each.channelId === id).length),
  ];
}

async function publishedStatus(number: string): Promise<string | undefined> {
  const { proposals } = await callAs<{
    proposals: readonly { number: string; status: string }[];
  }>([office.app, host, clerk], 'GET', '/api/my-proposals');
  return proposals.find((each) => each.number === number)?.status;
}

/** Time in which outcomes that are known reach the ledger; nothing outside tells when they have. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 2_000));

/**
 * Lets claims run out that were made and never used: by the app as it was cut, or across a leap of the clock. Sends
 * that are under way have time to end before each leap.
 */
async function passClaims(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await settled();
    await host.control('PUT', 'clock', { advanceMs: ambiguousAfterMs });
  }
}

/** A decided proposal whose beginning review has been told and recorded. */
async function decidedProposal(title: string): Promise<string> {
  const number = await submitRightForm(host, clerk, title, watch.heard);
  await secretary.beginReview(number);
  await until('the review is told', async () =>
    (await host.deliveries()).some(
      (each) => each.personId === clerk && JSON.stringify(each.activity).includes(number),
    ),
  );
  await secretary.decide(number);
  await settled();
  return number;
}

async function publishAndPassUndo(number: string): Promise<void> {
  await secretary.publish(number);
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
}

async function untilAllTold(number: string): Promise<readonly number[]> {
  const allTold = async () => {
    const told = await toldOf(number);
    if (told.length === 3 && told.every((times) => times >= 1)) return true;
    throw new Error(`the clerk and the channels were told ${told.join(', ')} times`);
  };
  // A claim that a leap of the clock cut short runs out by itself.
  await until(`${number} told everywhere`, allTold, 120);
  // Whatever would come a second time has come when every claim is long over.
  await host.control('PUT', 'clock', { advanceMs: 3 * ambiguousAfterMs });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  return toldOf(number);
}

test('killed after the publication is stored and before anything is sent, each place is told once', async () => {
  const number = await decidedProposal('公表の直後に止まる');
  await secretary.publish(number);
  await hold('graph', 'PATCH', '/items/', 'after');
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await cutPower({ atOnce: true });
  await passClaims();
  expect(await untilAllTold(number)).toEqual([1, 1, 1]);
});

test('killed while a message is under way that never arrived, each place is told once', async () => {
  const number = await decidedProposal('送る途中で止まる');
  await secretary.publish(number);
  await hold('connector', 'POST', '/v3/conversations', 'before');
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await cutPower();
  await host.control('PUT', 'clock', { advanceMs: ambiguousAfterMs });
  expect(await untilAllTold(number)).toEqual([1, 1, 1]);
});

test('killed after a message arrived and before its answer, that place is told once more at most', async () => {
  const number = await decidedProposal('届いた後に止まる');
  await secretary.publish(number);
  await hold('connector', 'POST', '/v3/conversations', 'after');
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await cutPower();
  await host.control('PUT', 'clock', { advanceMs: ambiguousAfterMs });
  const told = await untilAllTold(number);
  expect(told.length).toBe(3);
  expect(told.every((times) => times >= 1 && times <= 2)).toBe(true);
  expect(told.reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(4);
});

test('killed after the message is recorded as delivered, nothing is sent again', async () => {
  const number = await decidedProposal('記録の後に止まる');
  await publishAndPassUndo(number);
  await until('all told', async () => (await toldOf(number)).length === 3);
  await settled();
  await app.kill();
  app = await office.startApp();
  expect(await untilAllTold(number)).toEqual([1, 1, 1]);
});

test('killed after a form is stored and before its answer, the receipt comes by message, once, and the proposal is one', async () => {
  const { message, data } = await host.form(clerk);
  await hold('graph', 'POST', '/items', 'after');
  const title = '受付の途中で止まる';
  const pressed = host.press(clerk, message, 'submit-proposal', { ...data, ...rightInputs, title });
  await cutPower();
  expect(JSON.stringify(await pressed)).not.toContain('提案を受け付けました');
  const receipts = async () =>
    (await host.deliveries()).filter((each) => {
      const text = JSON.stringify(each.activity);
      return (
        each.personId === clerk && text.includes(title) && text.includes('提案を受け付けました')
      );
    });
  await until('the receipt', async () => (await receipts()).length > 0, 60);
  await host.control('PUT', 'clock', { advanceMs: 3 * ambiguousAfterMs });
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect((await receipts()).length).toBe(1);
  const again = await host.press(clerk, message, 'submit-proposal', {
    ...data,
    ...rightInputs,
    title,
  });
  const number = /R8-\d{4}/.exec(JSON.stringify(again))?.[0] ?? 'none';
  watch.heard(again);
  watch.sentAgain(String(data['token']));
  expect(findAction(again, 'submit-proposal')).toBeUndefined();
  expect(JSON.stringify((await receipts())[0]?.activity)).toContain(number);
});

test('killed after the publication is stored, on a start from a snapshot of before, each place is told once', async () => {
  const number = await decidedProposal('控えから始めて止まる');
  await app.stop();
  app = await office.startApp();
  await secretary.publish(number);
  await hold('graph', 'PATCH', '/items/', 'after');
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  await cutPower({ atOnce: true });
  await passClaims();
  expect(await untilAllTold(number)).toEqual([1, 1, 1]);
});

test('what a snapshot holds and the ledger does not is told once after the start', async () => {
  const number = await decidedProposal('控えにあって台帳にない');
  await host.control('PUT', 'faults', {
    rules: [
      {
        match: { family: 'graph', method: 'POST', path: '/items' },
        action: { kind: 'status', status: 503 },
      },
    ],
  });
  await publishAndPassUndo(number);
  await until('the publication', async () => (await publishedStatus(number)) === 'decided');
  await app.stop();
  await host.control('DELETE', 'faults');
  expect(await toldOf(number)).toEqual([0]);
  app = await office.startApp();
  await passClaims();
  expect(await untilAllTold(number)).toEqual([1, 1, 1]);
});

test('after all these cuts lists, messages and files fit together', async () => {
  expect(await watch.settled()).toStrictEqual([]);
});
