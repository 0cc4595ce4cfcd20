import { createServer, type IncomingMessage } from 'node:http';
import { closeServer, listen } from './bot-channel.js';

/** A call the connector received. */
export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

/** What the connector answers next; `drop` cuts the connection after the request was read. */
export interface ConnectorReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly drop?: boolean;
  /** Nothing is answered before this. */
  readonly after?: Promise<unknown>;
}

/** A connector that records every call and answers as told. */
export interface ConnectorServer {
  readonly serviceUrl: string;
  readonly calls: ReceivedCall[];
  reply: (call: ReceivedCall) => ConnectorReply;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

export async function openConnectorServer(): Promise<ConnectorServer> {
  let count = 0;
  const server = createServer(async (request, response) => {
    const call = {
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      authorization: request.headers.authorization,
      body: await bodyOf(request),
    };
    connector.calls.push(call);
    const { status, headers, body, drop, after } = connector.reply(call);
    await after;
    if (drop) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  const origin = await listen(server);
  const connector: ConnectorServer = {
    serviceUrl: `${origin}/connector/`,
    calls: [],
    reply: () => {
      count += 1;
      return { status: 201, body: { id: `sent-${count}` } };
    },
    close: () => closeServer(server),
  };
  return connector;
}
