import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraphClient, type GraphClientOptions } from '../../src/graph/client.js';
import { silentLog } from './graph-office.js';

/** A service that answers as a test says, a client for it, and a clock that only pauses and the test move. */
export async function openQuotaServer(
  answer: (req: IncomingMessage, res: ServerResponse) => void,
  options: Partial<GraphClientOptions> = {},
) {
  let now = 1_790_000_000_000;
  const waits: number[] = [];
  const calls: string[] = [];
  const server = createServer((req, res) => {
    calls.push(`${req.method} ${req.url?.replace('/v1.0', '')}`);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const client = createGraphClient({
    baseUrl: `http://127.0.0.1:${port}`,
    token: async () => 'a-token',
    version: 'test',
    log: silentLog,
    clock: { now: () => now },
    timeoutMs: 2_000,
    retry: {
      firstPauseMs: 1,
      pause: async (milliseconds) => {
        waits.push(milliseconds);
        now += milliseconds;
      },
    },
    ...options,
  });
  return {
    client,
    waits,
    calls,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Answers a call as done. */
export function done(res: ServerResponse, headers: Record<string, string> = {}): void {
  res.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end('{}');
}
