import { request } from 'node:http';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startTestStandIn();
});
afterEach(() => standIn.close());

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${standIn.origin}/control${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

test('the clock is set to a time, by an offset or forward, and keeps running', async () => {
  const near = (text: string, expected: number) =>
    expect(Math.abs(Date.parse(text) - expected)).toBeLessThan(60_000);
  near((await control('GET', '/clock')).body.now, Date.now());
  near(
    (await control('PUT', '/clock', { now: '2030-01-01T00:00:00Z' })).body.now,
    Date.UTC(2030, 0),
  );
  near(
    (await control('PUT', '/clock', { advanceMs: 3_600_000 })).body.now,
    Date.UTC(2030, 0, 1, 1),
  );
  const { body } = await control('PUT', '/clock', { offsetMs: -3_600_000 });
  near(body.now, Date.now() - 3_600_000);
  expect(body.offsetMs).toBe(-3_600_000);
  for (const wrong of [{}, { now: 'soon' }, { advanceMs: '1' }, { offsetMs: 0, advanceMs: 1 }]) {
    expect((await control('PUT', '/clock', wrong)).status).toBe(400);
  }
});

test('the profile is replaced by name, with single switches on top', async () => {
  const pessimistic = await control('PUT', '/profile', { name: 'pessimistic' });
  expect(pessimistic.body).toMatchObject({
    deltaLagMs: [2_000, 30_000],
    staleReadMs: 10_000,
    duplicateShapes: ['409', '400', '500'],
  });
  const changed = await control('PUT', '/profile', { name: 'gentle', unitsPerMinute: 5 });
  expect(changed.body).toMatchObject({ name: 'gentle', unitsPerMinute: 5, staleReadMs: 0 });
  for (const wrong of [
    { name: 'angry' },
    { speed: 1 },
    { unitsPerMinute: 'many' },
    { duplicateShapes: [] },
  ]) {
    expect((await control('PUT', '/profile', wrong)).status).toBe(400);
  }
  expect((await control('GET', '/profile')).body.unitsPerMinute).toBe(5);
});

test('deliveries are listed in the order of their acceptance', async () => {
  standIn.deps.deliveries.record({ method: 'POST', conversationId: 'a', activityId: '1' });
  standIn.deps.deliveries.record({ method: 'PUT', conversationId: 'a', activityId: '1' });
  const { body } = await control('GET', '/deliveries');
  expect(body.deliveries).toMatchObject([
    { seq: 1, method: 'POST' },
    { seq: 2, method: 'PUT' },
  ]);
});

test('unknown addresses, broken bodies and other host names are refused', async () => {
  expect((await control('GET', '/nothing')).status).toBe(404);
  const broken = await fetch(`${standIn.origin}/control/clock`, { method: 'PUT', body: '{' });
  expect(broken.status).toBe(400);
  const status = await new Promise((resolve, reject) => {
    const sent = request(
      {
        port: standIn.port,
        host: '127.0.0.1',
        path: '/control/clock',
        headers: { Host: 'evil.example' },
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
  expect(status).toBe(403);
});
