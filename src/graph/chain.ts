import { setTimeout as pauseFor } from 'node:timers/promises';
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Instant } from '../domain/instant.js';
import type { Clock } from '../usecases/ports.js';
import type { GraphAnswer, GraphCall } from './answer.js';
import { BearerToken, createAuthoriseStep } from './authorise-step.js';
import { createClosedUntil } from './closed-until.js';
import { createHttpStep } from './http-step.js';
import { createRetryStep, type RetryBounds, retryAfterOf } from './retry-step.js';
import { createSpendStep } from './spend-step.js';
import type { UnitShare } from './unit-budget.js';

/** What the chain needs. */
export interface ChainOptions {
  /** Address without the version: `https://graph.microsoft.com`, or the stand-in's `http://127.0.0.1:3979/graph`. */
  readonly baseUrl: string;
  /** Version of the product, for the User-Agent that SharePoint's throttling looks at. */
  readonly version: string;
  /** Says when Graph may be called again after it asked to wait. */
  readonly clock: Clock;
  /** Longest time of one call with its retries. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryBounds>;
}

/** Who is told what answers say beside what was asked. */
interface ChainListeners {
  readonly onClosed: (waitMs: number) => void;
  readonly onHeaders: (headers: Headers) => void;
}

/** What one sending of a call carries. */
export interface Sending {
  readonly requestId: string;
  readonly token: string;
  readonly share: UnitShare;
}

/** Sends a call through the one chain that serves every environment; what goes wrong is `unanswered`. */
export type SendCall = (call: GraphCall, sending: Sending) => Promise<GraphAnswer>;

/** The version of Graph that is spoken to. */
export const graphVersion = 'v1.0';

/** The base without the version, which the SDK wants apart. */
export const rootOf = (baseUrl: string): string => baseUrl.replace(/(\/v1\.0)?\/?$/, '');

/** Bounds of waiting within one call. */
export const usualRetry: RetryBounds = {
  mostRetries: 2,
  budgetMs: 8_000,
  firstPauseMs: 400,
  pause: (milliseconds, signal) => pauseFor(milliseconds, undefined, signal && { signal }),
};

function createChain(options: ChainOptions, base: string, listeners: ChainListeners): Client {
  const { clock, retry, version } = options;
  const { onClosed, onHeaders } = listeners;
  return Client.initWithMiddleware({
    baseUrl: rootOf(options.baseUrl),
    defaultVersion: graphVersion,
    fetchOptions: { headers: { 'User-Agent': `NONISV|Mebuki|Mebuki/${version}` } },
    middleware: [
      createAuthoriseStep(base),
      createRetryStep({ ...usualRetry, ...retry }),
      createClosedUntil({ clock, onClosed }),
      createSpendStep(onHeaders),
      createHttpStep(),
    ],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function dateOf(headers: Headers): Instant | undefined {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? undefined : at;
}

async function answerOf(response: Response, requestId: string): Promise<GraphAnswer> {
  const location = response.headers.get('location');
  return {
    kind: 'answered',
    status: response.status,
    body: parseJson(await response.text()),
    retryAfterMs: retryAfterOf(response.headers),
    answeredAt: dateOf(response.headers),
    ...(location !== null && { location }),
    requestId,
  };
}

function send(client: Client, call: GraphCall, sending: Sending, signal: AbortSignal) {
  const request = client
    .api(call.path)
    .responseType(ResponseType.RAW)
    .middlewareOptions([new BearerToken(sending.token), sending.share])
    .header('client-request-id', sending.requestId)
    .option('signal', signal);
  if (call.ifMatch !== undefined) request.header('If-Match', call.ifMatch);
  switch (call.method) {
    case 'GET':
      return request.get();
    case 'DELETE':
      return request.delete();
    case 'PUT':
      return request
        .header('Content-Type', 'application/octet-stream')
        .put(Buffer.from(call.bytes ?? []));
    default:
      return call.method === 'POST' ? request.post(call.body) : request.patch(call.body);
  }
}

/** Opens the chain: authorise, repeat what may be repeated, the gate of Retry-After, count, one HTTP request. */
export function openChain(
  options: ChainOptions,
  base: string,
  listeners: ChainListeners,
): SendCall {
  const { timeoutMs = 10_000 } = options;
  const client = createChain(options, base, listeners);
  return async (call, sending) => {
    const { requestId } = sending;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), call.timeoutMs ?? timeoutMs);
    try {
      return await answerOf(await send(client, call, sending, limit.signal), requestId);
    } catch (cause) {
      return { kind: 'unanswered', cause, requestId };
    } finally {
      clearTimeout(timer);
    }
  };
}
