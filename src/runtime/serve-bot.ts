import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the bot answers to a request, without its transport. */
export interface BotReply {
  readonly status: number;
  readonly body?: unknown;
  readonly afterSent?: () => Promise<void>;
  readonly afterLost?: () => void;
}

type BodyOutcome =
  | { readonly kind: 'read'; readonly body: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** What serving the bot over HTTP needs. */
export interface BotServing {
  readonly readBody: (request: IncomingMessage) => Promise<BodyOutcome>;
  readonly answer: (request: {
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly body: Uint8Array;
  }) => Promise<BotReply>;
}

/** Writes an answer; resolves to whether all of it was handed to the connection. */
function write(response: ServerResponse, { status, body }: BotReply): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(response.writableFinished));
    response.statusCode = status;
    response.setHeader('Cache-Control', 'no-store');
    if (body === undefined) {
      response.end();
      return;
    }
    const text = Buffer.from(JSON.stringify(body));
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', text.byteLength);
    response.end(text);
  });
}

/** Node keeps the first of two Authorization headers; the bot is to see that there were two. */
function headersOf({
  headers,
  headersDistinct,
}: IncomingMessage): Readonly<Record<string, string | readonly string[] | undefined>> {
  const authorizations = headersDistinct['authorization'] ?? [];
  return authorizations.length > 1 ? { ...headers, authorization: authorizations } : headers;
}

/**
 * Serves POST /api/messages: reads the body within its bound, lets the bot answer, and tells it afterwards whether
 * the answer went out, because a receipt counts as given only then.
 */
export function serveBot(
  serving: BotServing,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const read = await serving.readBody(request);
    if (read.kind === 'aborted') return;
    if (read.kind === 'too-large') {
      response.setHeader('Connection', 'close');
      await write(response, { status: 413 });
      return;
    }
    const reply = await serving.answer({ headers: headersOf(request), body: read.body });
    if (await write(response, reply)) await reply.afterSent?.();
    else reply.afterLost?.();
  };
}
