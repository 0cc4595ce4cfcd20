import { freePort } from '../../src/tooling/free-port.mjs';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { watchOffice } from '../support/consistency/watch-office.js';
import { type HostApi, hostApi } from '../support/host-api.js';
import { type LocalOffice, openLocalOffice, until } from '../support/local-office.js';
import { secretaryAt, submitRightForm } from '../support/secretariat.js';

jest.setTimeout(400_000);

const howMany = 20;
const sweepForMs = 60_000;

let office: LocalOffice;
let host: HostApi;
let balancer: Balancer;
let secondApp: string;

beforeAll(async () => {
  balancer = await startBalancer();
  office = await openLocalOffice({
    profile: 'pessimistic',
    publicOrigin: balancer.origin,
    onFirstApp: (app) => balancer.sendTo(app),
  });
  host = hostApi(office.host);
  const port = await freePort();
  await office.startApp(port);
  secondApp = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await office?.stop();
  await balancer?.close();
});

test('two processes on the same lists and folder, both at work, give each receipt and each notice once', async () => {
  const clerk = await host.personNamed('若葉 みのり');
  const secretaryId = await host.personNamed('木洩日 あおい');
  const watch = await watchOffice(office, host);
  const apps = [office.app, secondApp];
  const desks = apps.map((app) => secretaryAt(app, host, secretaryId));
  const began = Date.now();
  const numbers: string[] = [];
  for (let index = 0; index < howMany; index += 1) {
    balancer.sendTo(apps[index % 2] ?? office.app);
    numbers.push(await submitRightForm(host, clerk, `交互に出す提案 ${index + 1}`, watch.heard));
  }
  expect(new Set(numbers).size).toBe(howMany);
  for (const [index, number] of numbers.entries()) {
    const desk = desks[(index + 1) % 2];
    await desk?.beginReview(number);
    await desk?.decide(number);
    await desk?.publish(number);
  }
  const about = async (number: string) =>
    (await host.deliveries()).filter((each) => JSON.stringify(each.activity).includes(number));
  await host.control('PUT', 'clock', { advanceMs: 11_000 });
  for (const number of numbers) {
    await until(`${number} told`, async () => (await about(number)).length >= 4, 120);
  }
  while (Date.now() - began < sweepForMs) await new Promise((resolve) => setTimeout(resolve, 500));
  // Claims end, so that whatever one process thinks the other left undone would be repeated now.
  await host.control('PUT', 'clock', { advanceMs: 300_000 });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  for (const number of numbers) {
    const told = await about(number);
    // Review and decision to the clerk, decision to the staff channel and to the owner's.
    expect([number, told.filter((each) => each.personId === clerk).length]).toEqual([number, 2]);
    const channels = told.flatMap((each) => each.channelId ?? []);
    expect([number, channels.length, new Set(channels).size]).toEqual([number, 2, 2]);
  }
  const receipts = (await host.deliveries()).filter((each) =>
    JSON.stringify(each.activity).includes('提案を受け付けました'),
  );
  // Every form was answered in its own turn, so no receipt came by message as well.
  expect(receipts.length).toBe(0);
  expect(await watch.settled()).toStrictEqual([]);
});
