import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request a subscriber received. */
export interface Received {
  path: string;
  type: string;
  body: string;
}

type Reaction = (request: Received & { token: string | null }) =>
  | {
      status: number;
      type?: string;
      body?: string;
    }
  | undefined;

/** A subscriber that shakes hands as it should and takes every notification. */
const willing: Reaction = ({ token }) =>
  token === null ? { status: 202 } : { status: 200, type: 'text/plain', body: token };

/** Listens like a subscriber; answers as told, `undefined` leaves the caller waiting. */
export async function startListeningPost() {
  const received: Received[] = [];
  let react = willing;
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const url = new URL(message.url ?? '/', 'http://127.0.0.1');
      const request: Received = {
        path: url.pathname,
        type: message.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
      };
      received.push(request);
      const answer = react({ ...request, token: url.searchParams.get('validationToken') });
      if (answer === undefined) return;
      const headers = answer.type === undefined ? {} : { 'Content-Type': answer.type };
      response.writeHead(answer.status, headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notices`,
    lifecycleUrl: `http://127.0.0.1:${port}/lifecycle`,
    received,
    /** Notifications so far, handshakes left out. */
    told: () => received.filter(({ body }) => body !== ''),
    setReaction(next: Reaction) {
      react = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
