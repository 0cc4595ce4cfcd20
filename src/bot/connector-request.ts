import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

/** One call to the connector. */
export interface ConnectorCall {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What came back, or at which point it failed: before a connection stood nothing can have been sent. */
export type ConnectorAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | { readonly kind: 'not-connected' }
  | { readonly kind: 'lost'; readonly why: 'timeout' | 'connection-lost' };

const timeoutMs = 10_000;
const largestAnswer = 1024 * 1024;
const agentOptions = { keepAlive: true, maxSockets: 64, timeout: 30_000 };
const agents = { http: new HttpAgent(agentOptions), https: new HttpsAgent(agentOptions) };

class TimedOut extends Error {}

/** Tells, when asked, whether the connection of a request stood at any time. */
function watchConnection(request: ClientRequest, isTls: boolean): () => boolean {
  let stood = false;
  request.once('socket', (socket) => {
    if (!socket.connecting) stood = true;
    else
      socket.once(isTls ? 'secureConnect' : 'connect', () => {
        stood = true;
      });
  });
  return () => stood;
}

function plainHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]),
  );
}

/**
 * Makes exactly one HTTP request over a kept connection, follows no redirect and repeats nothing; a POST to the
 * connector has no idempotency key, so a repetition would be a second message.
 */
export function callConnector(call: ConnectorCall): Promise<ConnectorAnswer> {
  const isTls = call.url.startsWith('https:');
  return new Promise((resolve) => {
    const options = { method: call.method, headers: call.headers };
    const request = isTls
      ? httpsRequest(call.url, { ...options, agent: agents.https })
      : httpRequest(call.url, { ...options, agent: agents.http });
    const connectionStood = watchConnection(request, isTls);
    const deadline = setTimeout(() => request.destroy(new TimedOut()), timeoutMs);
    const finish = (answer: ConnectorAnswer): void => {
      clearTimeout(deadline);
      resolve(answer);
    };
    const fail = (fault: unknown): void => {
      if (!connectionStood()) finish({ kind: 'not-connected' });
      else finish({ kind: 'lost', why: fault instanceof TimedOut ? 'timeout' : 'connection-lost' });
    };
    request.once('error', fail);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.byteLength;
        if (size <= largestAnswer) chunks.push(chunk);
        else request.destroy();
      });
      response.once('error', fail);
      response.once('close', () => fail(undefined));
      response.once('end', () =>
        finish({
          kind: 'answered',
          status: response.statusCode ?? 0,
          headers: plainHeaders(response.headers),
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.end(call.body);
  });
}
