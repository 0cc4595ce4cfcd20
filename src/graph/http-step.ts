import {
  type ClientRequest,
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingMessage,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

const unzip = promisify(gunzip);

/** An idle connection is left before the other side closes it: Node's own servers do after five seconds. */
const agentOptions = { keepAlive: true, maxSockets: 64, timeout: 4_000 };

/** An answer that was read whole before it was handed on: its text is there, its body is not a stream. */
class WholeResponse extends Response {
  readonly #whole: string;

  constructor(whole: string, init: ResponseInit) {
    super(null, init);
    this.#whole = whole;
  }

  override readonly text = (): Promise<string> => Promise.resolve(this.#whole);
}

type CallOptions = NonNullable<Context['options']>;

function plainHeaders(headers: CallOptions['headers']): Record<string, string | readonly string[]> {
  if (headers === undefined) return {};
  if (headers instanceof Headers || Array.isArray(headers)) return Object.fromEntries(headers);
  return { ...headers };
}

function contentOf(body: CallOptions['body']): string | Buffer | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  throw new Error('a Graph call sends JSON text or the bytes of a file');
}

/** Headers in pairs, as they came; a second one of a name is appended. */
function receivedHeaders({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  }
  return headers;
}

async function wholeResponse(message: IncomingMessage, body: Buffer): Promise<Response> {
  const isZipped = message.headers['content-encoding'] === 'gzip' && body.byteLength > 0;
  const text = (isZipped ? await unzip(body) : body).toString('utf8');
  return new WholeResponse(text, {
    status: message.statusCode ?? 0,
    headers: receivedHeaders(message),
  });
}

/** Reads the answer of a request whole; rejects where it breaks off or the signal fires. */
function answerTo(request: ClientRequest, signal: AbortSignal | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      request.destroy(new Error('the Graph call took too long'));
    };
    signal?.addEventListener('abort', abort, { once: true });
    request.on('error', reject);
    request.once('response', (message) => {
      const chunks: Buffer[] = [];
      message.on('data', (chunk: Buffer) => chunks.push(chunk));
      message.on('error', reject);
      message.once('end', () => resolve(wholeResponse(message, Buffer.concat(chunks))));
    });
    request.once('close', () => {
      signal?.removeEventListener('abort', abort);
      // Settled already where the answer was read to its end.
      reject(new Error('the connection to Graph was lost'));
    });
  });
}

/**
 * The last step of the chain: one HTTP request over a kept connection, following no redirect and repeating nothing.
 * Beside the SDK's own step it leaves out `fetch` with its streams, which cost more than the rest of a call. Reads ask
 * for gzip, because pages of a change feed are large; what answers a write is small and comes as it is.
 */
export function createHttpStep(): Middleware {
  const agents = { http: new HttpAgent(agentOptions), https: new HttpsAgent(agentOptions) };

  function open(url: string, options: CallOptions): ClientRequest {
    const { method = 'GET' } = options;
    const encoding = { 'accept-encoding': method === 'GET' ? 'gzip' : 'identity' };
    const headers = { accept: 'application/json', ...encoding, ...plainHeaders(options.headers) };
    return url.startsWith('https:')
      ? httpsRequest(url, { method, headers, agent: agents.https })
      : httpRequest(url, { method, headers, agent: agents.http });
  }

  return {
    async execute(context) {
      const { request, options = {} } = context;
      const url = typeof request === 'string' ? request : request.url;
      const signal = options.signal ?? undefined;
      signal?.throwIfAborted();
      const body = contentOf(options.body);
      const sent = open(url, options);
      const answered = answerTo(sent, signal);
      sent.end(body);
      context.response = await answered;
    },
  };
}
