import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Interceptor, LocalRequest, Outcome, Reply } from './http.js';
import type { Log } from './log.js';

/** Answers whole requests. */
export type Carry = (req: LocalRequest, res: ServerResponse) => Promise<Outcome>;

/** A listening server. */
export interface Listening {
  port: number;
  close(): Promise<void>;
}

const largestBody = 64 * 1024 * 1024;

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestBody) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function toLocalRequest(
  message: IncomingMessage,
  rawBody: Buffer,
  scheme: 'http' | 'https',
): LocalRequest {
  const origin = `${scheme}://${message.headers.host ?? '127.0.0.1'}`;
  const url = new URL(message.url ?? '/', origin);
  return {
    method: message.method ?? 'GET',
    url,
    path: url.pathname,
    params: {},
    headers: message.headers,
    rawBody,
    json: () => JSON.parse(rawBody.toString('utf8')),
    origin,
    remoteAddress: message.socket.remoteAddress ?? '',
  };
}

/** The bytes and content type a reply body becomes on the wire. */
export function encodeBody(body: Reply['body']): { bytes: Buffer; type: string | undefined } {
  if (body === undefined) return { bytes: Buffer.alloc(0), type: undefined };
  if (Buffer.isBuffer(body)) return { bytes: body, type: 'application/octet-stream' };
  if (typeof body === 'string') {
    return { bytes: Buffer.from(body, 'utf8'), type: 'text/plain; charset=utf-8' };
  }
  return { bytes: Buffer.from(JSON.stringify(body), 'utf8'), type: 'application/json' };
}

function send(res: ServerResponse, reply: Reply): void {
  if (res.destroyed || res.writableEnded) return;
  const { bytes, type } = encodeBody(reply.body);
  const names = new Set(Object.keys(reply.headers ?? {}).map((name) => name.toLowerCase()));
  if (type !== undefined && !names.has('content-type')) res.setHeader('Content-Type', type);
  if (reply.status !== 204 && reply.status !== 304) res.setHeader('Content-Length', bytes.length);
  res.writeHead(reply.status, reply.headers);
  res.end(bytes);
}

async function answer(
  message: IncomingMessage,
  res: ServerResponse,
  carry: Carry,
  intercept: Interceptor,
  scheme: 'http' | 'https',
): Promise<void> {
  const body = await readBody(message);
  if (body === undefined) {
    send(res, { status: 413, headers: { Connection: 'close' }, body: { error: 'too large' } });
    return;
  }
  const req = toLocalRequest(message, body, scheme);
  const outcome = await intercept(req, res, () => carry(req, res));
  if (outcome !== 'handled') send(res, outcome);
}

/**
 * Listens on 127.0.0.1. A handler that throws is a fault of the stand-in: it is logged and
 * answered 500 with a body no real service uses, so that it cannot be mistaken for an emulation.
 */
export function serve(options: {
  port: number;
  tls?: { key: string; cert: string } | undefined;
  carry: Carry;
  intercept: Interceptor;
  log: Log;
}): Promise<Listening> {
  const scheme = options.tls === undefined ? 'http' : 'https';
  const listener = (message: IncomingMessage, res: ServerResponse) => {
    answer(message, res, options.carry, options.intercept, scheme).catch((error: unknown) => {
      if (message.errored !== null || message.aborted) return;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      options.log(`fault in the stand-in at ${message.method} ${message.url}: ${text}`);
      send(res, { status: 500, body: { standInFault: text } });
    });
  };
  const server =
    options.tls === undefined
      ? createServer({ keepAliveTimeout: 65_000 }, listener)
      : createTlsServer({ ...options.tls, keepAliveTimeout: 65_000 }, listener);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ port, close });
    });
  });
}
