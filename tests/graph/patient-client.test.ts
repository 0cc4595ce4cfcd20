import { z } from 'zod';
import { createGraphClient, type GraphClient } from '../../src/graph/client.js';
import { createPatientClient } from '../../src/graph/patient-client.js';
import type { FaultRule } from '../../src/local/faults/fault-rules.js';
import { isFailure } from '../../src/usecases/failure.js';
import { type GraphOffice, openGraphOffice, silentLog } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice();
});
beforeEach(() => office.clear());
afterAll(() => office.close());

const anything = z.object({});

/** A client on a clock of its own, on which waiting takes no time. */
function patient(): { client: GraphClient; waits: number[] } {
  let now = 1_800_000_000_000;
  const waits: number[] = [];
  const client = createGraphClient({
    baseUrl: `${office.standIn.origin}/graph`,
    token: async () => office.raw.provision,
    version: 'test',
    log: silentLog,
    clock: { now: () => now },
    retry: { mostRetries: 0 },
  });
  const pause = async (milliseconds: number) => {
    now += milliseconds;
  };
  const onWait = (milliseconds: number) => waits.push(milliseconds);
  return { client: createPatientClient(client, { pause, onWait }), waits };
}

const throttled = (method: string, times: number, status = 429): FaultRule => ({
  match: { family: 'graph', method, times },
  action: { kind: 'status', status, headers: { 'Retry-After': '60' }, body: {} },
});

test('a read and a change wait as long as Graph asks, and then come through', async () => {
  const { client, waits } = patient();
  const path = await office.listPath('MebukiThesaurus');
  office.faults(throttled('GET', 2), throttled('PATCH', 1), throttled('PATCH', 1, 503));
  await client.read(path, anything);
  expect(waits).toEqual([60_000, 60_000]);
  const call = { method: 'PATCH', path, body: { description: '説明' } } as const;
  await client.write(call, anything);
  expect(waits).toHaveLength(4);
  office.faults(throttled('PATCH', 1));
  expect(await client.exchange(call)).toMatchObject({ kind: 'answered', status: 200 });
  expect(waits).toHaveLength(5);
});

test('a create is not begun again, and what fails without asking to wait fails at once', async () => {
  const { client, waits } = patient();
  office.faults(throttled('POST', 1), {
    match: { family: 'graph', method: 'GET', times: 1 },
    action: { kind: 'status', status: 500, body: {} },
  });
  const call = { method: 'POST', path: `${office.raw.site}/lists`, body: {} } as const;
  const refused = await client.write(call, anything).catch((fault: unknown) => fault);
  expect(isFailure(refused, 'unavailable')).toBe(true);
  const other = patient();
  const failed = await other.client
    .read(office.raw.site, anything)
    .catch((fault: unknown) => fault);
  expect(isFailure(failed, 'unavailable')).toBe(true);
  expect([waits, other.waits]).toEqual([[], []]);
});

test('patience ends', async () => {
  const { client, waits } = patient();
  office.faults(throttled('GET', 1_000));
  const fault = await client.read(office.raw.site, anything).catch((caught: unknown) => caught);
  expect(isFailure(fault, 'unavailable')).toBe(true);
  expect(waits).toHaveLength(20);
});
