import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BotAnswer } from './endpoint.js';
import type { BotRequest } from './gate.js';
import { readBody } from './read-body.js';

function writeOut(response: ServerResponse, answer: BotAnswer): Promise<boolean> {
  return new Promise((resolve) => {
    response.once('finish', () => resolve(true));
    response.once('close', () => resolve(false));
    response.statusCode = answer.status;
    if (answer.body === undefined) {
      response.setHeader('Content-Length', 0);
      response.end();
      return;
    }
    const body = Buffer.from(JSON.stringify(answer.body), 'utf8');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Length', body.byteLength);
    response.end(body);
  });
}

/** Node keeps the first of two Authorization headers; the gate is to see that there were two. */
function headersOf({ headers, headersDistinct }: IncomingMessage): BotRequest['headers'] {
  const authorizations = headersDistinct['authorization'] ?? [];
  return authorizations.length > 1 ? { ...headers, authorization: authorizations } : headers;
}

/**
 * Connects the endpoint to Node's HTTP: reads the body within its limit, writes the answer, and tells the endpoint
 * whether it went out. Resolves when all of that is done.
 */
export function createBotHttpHandler(
  handleBotRequest: (request: BotRequest) => Promise<BotAnswer>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const read = await readBody(request);
    if (read.kind === 'aborted') {
      response.destroy();
      return;
    }
    if (read.kind === 'too-large') {
      // The rest of the body is not read, so the connection cannot be used again.
      response.setHeader('Connection', 'close');
      await writeOut(response, { status: 413 });
      return;
    }
    const answer = await handleBotRequest({ headers: headersOf(request), body: read.body });
    const isOut = await writeOut(response, answer);
    if (isOut) await answer.afterSent?.();
    else answer.afterLost?.();
  };
}
