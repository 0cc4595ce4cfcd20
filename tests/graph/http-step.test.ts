import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { createGraphClient } from '../../src/graph/client.js';
import { silentLog } from './graph-office.js';

const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const sockets = new Set<Socket>();
  const server = createServer(answer);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const client = createGraphClient({
    baseUrl: `http://127.0.0.1:${port}`,
    token: async () => 'a-token',
    version: '1.2.3',
    log: silentLog,
    clock: { now: () => Date.now() },
    timeoutMs: 2_000,
    retry: { firstPauseMs: 1 },
  });
  return { client, sockets };
}

const get = { method: 'GET', path: '/items' } as const;
const post = { method: 'POST', path: '/items', body: { fields: { Title: '芽吹き' } } } as const;

function json(res: ServerResponse, body: object, headers: Record<string, string> = {}): void {
  res.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}

test('calls one after another go over one connection', async () => {
  const { client, sockets } = await serve((req, res) =>
    req.resume().on('end', () => json(res, {})),
  );
  for (const call of [get, post, get]) await client.exchange(call);
  expect(sockets.size).toBe(1);
});

test('a page that comes zipped is read, and a write does not ask for it', async () => {
  const asked: (string | undefined)[] = [];
  const { client } = await serve((req, res) => {
    asked.push(req.headers['accept-encoding']?.toString());
    res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
    res.end(gzipSync(JSON.stringify({ value: '芽'.repeat(50_000) })));
  });
  const answer = await client.exchange(get);
  expect(answer).toMatchObject({ status: 200, body: { value: '芽'.repeat(50_000) } });
  await client.exchange(post);
  expect(asked).toEqual(['gzip', 'identity']);
});

test('a page that says zipped and is not is no answer', async () => {
  const { client } = await serve((_req, res) => json(res, {}, { 'Content-Encoding': 'gzip' }));
  expect(await client.exchange(get)).toMatchObject({ kind: 'unanswered' });
});

test('a body goes out whole, with its length in bytes', async () => {
  const seen: { body: string; length: string | undefined }[] = [];
  const { client } = await serve((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks);
      seen.push({ body: body.toString('utf8'), length: req.headers['content-length'] });
      json(res, {});
    });
  });
  await client.exchange(post);
  const text = JSON.stringify(post.body);
  expect(seen).toEqual([{ body: text, length: String(Buffer.byteLength(text)) }]);
});

test('characters cut apart between two packets are read as they were written', async () => {
  const { client } = await serve((_req, res) => {
    const bytes = Buffer.from(JSON.stringify({ title: '芽吹き' }));
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.write(bytes.subarray(0, 12), () => res.end(bytes.subarray(12)));
  });
  expect(await client.exchange(get)).toMatchObject({ body: { title: '芽吹き' } });
});

test.each([
  ['broken off in the middle', 'Content-Length: 100\r\n\r\n{"va'],
  ['cut off before its body', 'Content-Length: 100\r\n'],
])('an answer %s is no answer', async (_name, rest) => {
  const { client } = await serve((req) => {
    req.socket.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${rest}`);
  });
  expect(await client.exchange(get)).toMatchObject({ kind: 'unanswered' });
});

test('an answer that begins and never ends is given up', async () => {
  const { client } = await serve((_req, res) => {
    res.writeHead(200, { 'Content-Type': 'application/json' });
    res.write('{"va');
  });
  expect(await client.exchange(get)).toMatchObject({ kind: 'unanswered' });
});

test('nobody listening is no answer', async () => {
  const { client } = await serve(() => {});
  for (const stop of stops.splice(0)) stop();
  expect(await client.exchange(post)).toMatchObject({ kind: 'unanswered' });
});
