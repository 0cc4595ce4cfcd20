import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { z } from 'zod';
import { createGraphClient, type GraphClientOptions } from '../../src/graph/client.js';
import { withExpand } from '../../src/graph/delta-reader.js';
import { versionOf } from '../../src/graph/etag.js';
import { Failure, isFailure } from '../../src/usecases/failure.js';
import { silentLog } from './graph-office.js';

const anything = z.looseObject({});
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const seen: IncomingMessage[] = [];
  const server = createServer((req, res) => {
    seen.push(req);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, seen };
}

function ok(res: ServerResponse, body: unknown = {}): void {
  res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function clientFor(origin: string, changes: Partial<GraphClientOptions> = {}) {
  return createGraphClient({
    baseUrl: `${origin}/graph`,
    token: async () => 'a-token',
    version: '1.2.3',
    log: silentLog,
    clock: { now: () => Date.now() },
    retry: { firstPauseMs: 1 },
    ...changes,
  });
}

/** A clock that only pauses move. */
function movedClock() {
  let now = 1_790_000_000_000;
  const waits: number[] = [];
  return {
    waits,
    clock: { now: () => now },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    pause: async (milliseconds: number) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
}

const create = { method: 'POST', path: '/items', body: {} } as const;

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (fault: unknown) => fault,
  );
}

test('a call carries the token, who we are and its own id, and asks for nothing unreliable', async () => {
  const { origin, seen } = await serve((_req, res) => ok(res));
  await clientFor(origin).read('/sites/a', anything);
  expect(seen[0]?.url).toBe('/graph/v1.0/sites/a');
  expect(seen[0]?.headers).toMatchObject({
    authorization: 'Bearer a-token',
    'user-agent': 'NONISV|Mebuki|Mebuki/1.2.3',
    'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(seen[0]?.headers['prefer']).toBeUndefined();
});

test('links are followed by path only below the configured address', async () => {
  const client = clientFor('https://graph.microsoft.com', {
    baseUrl: 'https://graph.microsoft.com',
  });
  expect(client.pathOf('https://graph.microsoft.com/v1.0/sites/a?$skiptoken=x%3D1&b=2')).toBe(
    '/sites/a?$skiptoken=x%3D1&b=2',
  );
  for (const link of [
    'https://graph.microsoft.com.evil.example/v1.0/a',
    'https://graph.microsoft.com@evil.example/v1.0/a',
    'http://graph.microsoft.com/v1.0/a',
    'https://graph.microsoft.com/beta/a',
    'https://graph.microsoft.com/v1.0/../beta/a',
    'not a link',
  ]) {
    expect(isFailure(await caught(Promise.resolve().then(() => client.pathOf(link))))).toBe(true);
  }
});

test('a whole address in place of a path is refused and gets no token', async () => {
  const foreign = await serve((_req, res) => ok(res));
  const { origin } = await serve((_req, res) => ok(res));
  for (const path of [`${foreign.origin}/v1.0/x`, 'https://127.0.0.1/v1.0/x']) {
    const fault = await caught(clientFor(origin).read(path, anything));
    expect(isFailure(fault, 'misconfigured')).toBe(true);
  }
  expect(foreign.seen).toHaveLength(0);
});

test('a redirect is not followed', async () => {
  const foreign = await serve((_req, res) => ok(res));
  const { origin } = await serve((_req, res) => {
    res.writeHead(302, { Location: `${foreign.origin}/v1.0/x` }).end();
  });
  expect(isFailure(await caught(clientFor(origin).read('/a', anything)), 'unavailable')).toBe(true);
  expect(foreign.seen).toHaveLength(0);
});

test('a token that cannot be obtained is its own failure and nothing is sent', async () => {
  const { origin, seen } = await serve((_req, res) => ok(res));
  const failure = new Failure('misconfigured', 'no consent');
  const client = clientFor(origin, { token: () => Promise.reject(failure) });
  expect(await caught(client.read('/a', anything))).toBe(failure);
  expect(seen).toHaveLength(0);
});

test('an answer of another shape is unavailable', async () => {
  const { origin } = await serve((_req, res) => ok(res, { value: 'no list' }));
  const shape = z.object({ value: z.array(z.string()) });
  expect(isFailure(await caught(clientFor(origin).read('/a', shape)), 'unavailable')).toBe(true);
});

test('a read is repeated at most twice', async () => {
  const { origin, seen } = await serve((_req, res) => res.writeHead(503).end());
  expect(isFailure(await caught(clientFor(origin).read('/a', anything)), 'unavailable')).toBe(true);
  expect(seen).toHaveLength(3);
});

test('the wait is read as seconds or as a date against the answer’s own clock', async () => {
  const { clock, pause, waits } = movedClock();
  const answers = [
    { 'Retry-After': '3' },
    { 'Retry-After': 'Mon, 05 Oct 2026 01:00:04 GMT', Date: 'Mon, 05 Oct 2026 01:00:00 GMT' },
  ];
  const { origin } = await serve((_req, res) => {
    const headers = answers.shift();
    if (headers) res.writeHead(429, headers).end();
    else ok(res);
  });
  await clientFor(origin, { clock, retry: { pause } }).read('/a', anything);
  expect(waits).toEqual([3000, 4000]);
});

test('the waits of one call together stay within the budget', async () => {
  const { clock, pause, waits } = movedClock();
  const { origin } = await serve((_req, res) => res.writeHead(503, { 'Retry-After': '5' }).end());
  const fault = await caught(clientFor(origin, { clock, retry: { pause } }).read('/a', anything));
  expect(waits).toEqual([5000]);
  expect(fault).toMatchObject({ kind: 'unavailable', retryAfterMs: 5000 });
});

test.each([429, 503])(
  'after a %s with Retry-After nothing is sent before that time, whatever repeats',
  async (status) => {
    const { clock, pass, pause, waits } = movedClock();
    const { origin, seen } = await serve((_req, res) => {
      if (seen.length === 1) res.writeHead(status, { 'Retry-After': '120' }).end();
      else ok(res);
    });
    const client = clientFor(origin, { clock, retry: { pause } });
    expect(await caught(client.write(create, anything))).toMatchObject({ retryAfterMs: 120_000 });
    pass(20_000);
    const change = { method: 'PATCH', path: '/items/1', body: {} } as const;
    for (const call of [create, change, { method: 'GET', path: '/items' } as const]) {
      const fault = await caught(client.write(call, anything));
      expect(fault).toMatchObject({ kind: 'unavailable', retryAfterMs: 100_000 });
    }
    expect(seen).toHaveLength(1);
    expect(waits).toEqual([]);
    pass(100_000);
    await client.write(create, anything);
    expect(seen).toHaveLength(2);
  },
);

test('a read waits for a short closure within its budget, a create does not', async () => {
  const { clock, pause, waits } = movedClock();
  const { origin, seen } = await serve((_req, res) => {
    if (seen.length === 1) res.writeHead(429, { 'Retry-After': '6' }).end();
    else ok(res);
  });
  const client = clientFor(origin, { clock, retry: { pause } });
  await caught(client.write(create, anything));
  await caught(client.write(create, anything));
  expect(seen).toHaveLength(1);
  await client.read('/items', anything);
  expect(waits).toEqual([6000]);
  expect(seen).toHaveLength(2);
});

test('without Retry-After the closure doubles until a call gets through', async () => {
  const { clock, pass } = movedClock();
  let status = 429;
  const { origin, seen } = await serve((_req, res) => res.writeHead(status).end('{}'));
  const client = clientFor(origin, { clock });
  const closedFor = async () => {
    const fault = await caught(client.write(create, anything));
    const waitMs = isFailure(fault) ? (fault.retryAfterMs ?? 0) : 0;
    pass(waitMs);
    return waitMs;
  };
  expect([await closedFor(), await closedFor(), await closedFor()]).toEqual([2000, 4000, 8000]);
  status = 200;
  await client.write(create, anything);
  status = 429;
  expect(await closedFor()).toBe(2000);
  expect(seen).toHaveLength(5);
});

test('no answer in time is unavailable', async () => {
  const { origin } = await serve(() => {});
  const fault = await caught(clientFor(origin, { timeoutMs: 50 }).read('/a', anything));
  expect(isFailure(fault, 'unavailable')).toBe(true);
});

test('the log names the call and its id, and neither token nor query', async () => {
  let written = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk);
      done();
    },
  });
  const { origin } = await serve((_req, res) => {
    const error = { code: 'accessDenied', message: '山田 太郎', innerError: { code: 'inner' } };
    res.writeHead(403, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error }));
  });
  const client = clientFor(origin, { log: pino(sink) });
  await caught(client.read("/items?$filter=fields/PersonId eq 'person-1'", anything));
  expect(written).toMatch(/"call":"GET \/items"/);
  expect(written).toMatch(/"code":"accessDenied\/inner"/);
  expect(written).not.toMatch(/a-token|person-1|山田/);
});

test('the counter of an etag is read in all its known forms', () => {
  const guid = '583c2f11-0000-4000-8000-0000000003ff';
  expect(versionOf(`"${guid},3"`)).toBe(3);
  expect(versionOf(`"{${guid.toUpperCase()}},756"`)).toBe(756);
  expect(versionOf(`${guid},12`)).toBe(12);
  expect(versionOf('W/"abc"')).toBeUndefined();
  expect(versionOf(`"${guid},"`)).toBeUndefined();
});

test('a link gets its expand back once', () => {
  const expand = '$expand=fields($select=A)';
  expect(withExpand('/d?token=1', expand)).toBe(`/d?token=1&${expand}`);
  expect(withExpand('/d', expand)).toBe(`/d?${expand}`);
  expect(withExpand(`/d?token=1&%24expand=fields`, expand)).toBe('/d?token=1&%24expand=fields');
});
