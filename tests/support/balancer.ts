import { Agent, createServer, request } from 'node:http';

/** A load balancer in front of several app processes, which sends everything where it was last told. */
export interface Balancer {
  readonly origin: string;
  sendTo(app: string): void;
  close(): Promise<void>;
}

/** Starts a balancer on a free port; it answers 502 until it is told where to send. */
export async function startBalancer(): Promise<Balancer> {
  let target: URL | undefined;
  // A connection of its own per request: a kept one may be closed by the app just when it is used again.
  const agent = new Agent({ keepAlive: false });
  const server = createServer((incoming, outgoing) => {
    if (!target) {
      outgoing.writeHead(502).end();
      return;
    }
    const forwarded = request(
      {
        agent,
        host: target.hostname,
        port: target.port,
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forwarded.once('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    origin: `http://127.0.0.1:${port}`,
    sendTo: (app) => {
      target = new URL(app);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
