import { randomUUID } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Instant } from '../domain/instant.js';
import { Failure } from '../usecases/failure.js';
import type { Clock } from '../usecases/ports.js';
import { errorCodeOf, failureOf, type GraphAnswer, type GraphCall, nameOfCall } from './answer.js';
import { BearerToken, createAuthoriseStep } from './authorise-step.js';
import { createClosedUntil, notSent } from './closed-until.js';
import { createHttpStep } from './http-step.js';
import { createRetryStep, type RetryBounds, retryAfterOf } from './retry-step.js';

/** The part of the logger that the Graph adapter writes to. */
export type GraphLog = Pick<Logger, 'info' | 'warn' | 'error'>;

/** What the client needs. */
export interface GraphClientOptions {
  /** Address without the version: `https://graph.microsoft.com`, or the stand-in's `http://127.0.0.1:3979/graph`. */
  readonly baseUrl: string;
  /** Gives a valid access token for Graph; throws the four failures. */
  readonly token: () => Promise<string>;
  /** Version of the product, for the User-Agent that SharePoint's throttling looks at. */
  readonly version: string;
  readonly log: GraphLog;
  /** Says when Graph may be called again after it asked to wait. */
  readonly clock: Clock;
  /** Longest time of one call with its retries. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryBounds>;
}

/** Speaks to Graph. Paths start behind the version, as in `/sites/…`. */
export interface GraphClient {
  /** One call, whatever it is answered. Throws only where it could not be sent as it should (token, address). */
  exchange(call: GraphCall): Promise<GraphAnswer>;
  /** Reads a checked shape. Throws the four failures; an unexpected answer counts as unavailable. */
  read<T>(path: string, shape: ZodType<T>): Promise<T>;
  /** Writes and answers a checked shape; for what is not repeated, such as provisioning. */
  write<T>(call: GraphCall, shape: ZodType<T>): Promise<T>;
  /** The path of a nextLink or deltaLink; throws where it leads to another address. */
  pathOf(link: string): string;
}

const version = 'v1.0';

/** The base without the version, which the SDK wants apart. */
const rootOf = (baseUrl: string): string => baseUrl.replace(/(\/v1\.0)?\/?$/, '');

const usualRetry: RetryBounds = {
  mostRetries: 2,
  budgetMs: 8_000,
  firstPauseMs: 400,
  pause: (milliseconds, signal) => pauseFor(milliseconds, undefined, signal && { signal }),
};

function createChain(options: GraphClientOptions, base: string): Client {
  const { clock, log } = options;
  const retry = { ...usualRetry, ...options.retry };
  const closedUntil = createClosedUntil({
    clock,
    onClosed: (waitMs) => log.warn({ waitMs }, 'Graph asks to wait; nothing is sent until then'),
  });
  return Client.initWithMiddleware({
    baseUrl: rootOf(options.baseUrl),
    defaultVersion: version,
    fetchOptions: {
      headers: { 'User-Agent': `NONISV|Mebuki|Mebuki/${options.version}` },
    },
    middleware: [createAuthoriseStep(base), createRetryStep(retry), closedUntil, createHttpStep()],
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
  return {
    kind: 'answered',
    status: response.status,
    body: parseJson(await response.text()),
    retryAfterMs: retryAfterOf(response.headers),
    answeredAt: dateOf(response.headers),
    requestId,
  };
}

interface Sending {
  readonly requestId: string;
  readonly token: string;
  readonly signal: AbortSignal;
}

function send(client: Client, call: GraphCall, { requestId, token, signal }: Sending) {
  const request = client
    .api(call.path)
    .responseType(ResponseType.RAW)
    .middlewareOptions([new BearerToken(token)])
    .header('client-request-id', requestId)
    .option('signal', signal);
  if (call.ifMatch !== undefined) request.header('If-Match', call.ifMatch);
  if (call.method === 'GET') return request.get();
  return call.method === 'POST' ? request.post(call.body) : request.patch(call.body);
}

/** Opens the client on the one chain that serves every environment. */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const base = new URL(`${rootOf(options.baseUrl)}/${version}`).href;
  const { log, timeoutMs = 10_000 } = options;
  const client = createChain(options, base);

  function note(call: GraphCall, answer: GraphAnswer): void {
    const seen = { call: nameOfCall(call), requestId: answer.requestId };
    if (answer.kind === 'unanswered') {
      log.warn(seen, 'Graph did not answer');
      return;
    }
    const { status } = answer;
    const code = errorCodeOf(answer.body);
    if (status < 400 || status === 404 || status === 412 || code === notSent) return;
    log.warn({ ...seen, status, code }, 'Graph refused');
  }

  async function exchange(call: GraphCall): Promise<GraphAnswer> {
    if (!call.path.startsWith('/')) {
      throw new Failure('misconfigured', 'a Graph call needs a path');
    }
    const requestId = randomUUID();
    const token = await options.token();
    const answer = await answerWithin(call, requestId, token);
    note(call, answer);
    return answer;
  }

  async function answerWithin(
    call: GraphCall,
    requestId: string,
    token: string,
  ): Promise<GraphAnswer> {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeoutMs);
    try {
      const response = await send(client, call, { requestId, token, signal: limit.signal });
      return await answerOf(response, requestId);
    } catch (cause) {
      return { kind: 'unanswered', cause, requestId };
    } finally {
      clearTimeout(timer);
    }
  }

  async function write<T>(call: GraphCall, shape: ZodType<T>): Promise<T> {
    const answer = await exchange(call);
    if (answer.kind === 'unanswered' || answer.status < 200 || answer.status > 299) {
      throw failureOf(call, answer);
    }
    const checked = shape.safeParse(answer.body);
    if (checked.success) return checked.data;
    log.error(
      { call: nameOfCall(call), requestId: answer.requestId },
      'Graph answered a strange shape',
    );
    throw failureOf(call, answer);
  }

  return {
    exchange,
    write,
    read: (path, shape) => write({ method: 'GET', path }, shape),
    pathOf(link) {
      const href = URL.canParse(link) ? new URL(link).href : '';
      if (href.startsWith(`${base}/`)) return href.slice(base.length);
      throw new Failure('unavailable', 'Graph answered a link to another address');
    },
  };
}
