import type { ServerResponse } from 'node:http';
import type { Request } from 'restify';
import { type Locale, localeOf } from '../domain/conversation.js';
import { admit, type RateLimiter } from './admit.js';
import type { Answer } from './answer.js';
import type { Arrivals } from './arrivals.js';
import { carryAttachment } from './attachment-traffic.js';
import type { TakeTurn } from './attachment-turns.js';
import type { OpenCall, StaffCall, StaffGuard } from './call.js';
import { answerGraph, type DoorLimits } from './change-notification-door.js';
import type { ApiDeps } from './deps.js';
import { type BodyOutcome, readBody, readUpload } from './read-body.js';
import { apiRefusalAnswer, faultAnswer, newReference } from './refusal-answer.js';
import type { Route } from './route.js';
import type { TabPages } from './tab-pages.js';

/** What every request is served with. */
export interface ServeContext {
  readonly deps: ApiDeps;
  readonly tabs: TabPages;
  readonly limit: RateLimiter;
  readonly hintLimit: RateLimiter;
  readonly doorLimits: DoorLimits;
  /** Takes a turn for an attachment. */
  readonly takeTurn: TakeTurn;
  readonly arrivals: Arrivals;
}

/** The language a request asks for. */
export function localeOfRequest(request: Request): Locale {
  return localeOf(request.headers['accept-language']);
}

/** Writes an answer, unless one is out already or nobody is left to read it. */
export function writeAnswer(response: ServerResponse, answer: Answer): void {
  if (response.headersSent || response.destroyed) return;
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Type': answer.type,
    'Content-Length': body.length,
  });
  response.end(body);
}

function callOf(request: Request, { deps, tabs, hintLimit }: ServeContext): OpenCall {
  const params: unknown = request.params;
  return {
    deps,
    tabs,
    hintLimit,
    params: Object.fromEntries(
      Object.entries(params ?? {}).map(([name, value]) => [name, String(value)]),
    ),
    query: new URLSearchParams(request.url?.split('?')[1] ?? ''),
    locale: localeOfRequest(request),
    at: deps.clock.now(),
    acceptsGzip: /\bgzip\b/.test(request.headers['accept-encoding'] ?? ''),
  };
}

type UnreadBody = Exclude<BodyOutcome, { readonly kind: 'read' }>['kind'];

/** Why a body was not read; undefined where nobody is left to answer. */
function refuseBody(kind: UnreadBody, { locale }: OpenCall): Answer | undefined {
  return kind === 'gone' ? undefined : apiRefusalAnswer(kind, locale);
}

/** What is sent to a route is read once whoever sends it has been let in. */
async function answerSent(
  route: Extract<Route, { method: 'POST'; guard: StaffGuard }>,
  call: StaffCall,
  request: Request,
): Promise<Answer | undefined> {
  if ('upload' in route) {
    const file = await readUpload(request);
    return file.kind === 'read' ? route.upload(call, file.bytes) : refuseBody(file.kind, call);
  }
  const body = await readBody(request, call.deps.readJson);
  return body.kind === 'read' ? route.write(call, body.value) : refuseBody(body.kind, call);
}

async function answerFor(
  route: Exclude<Route, { guard: 'bot-channel' }>,
  request: Request,
  response: ServerResponse,
  context: ServeContext,
): Promise<Answer | undefined> {
  const call = callOf(request, context);
  if (route.guard === 'anyone') return route.open(call);
  if (route.guard === 'graph') return answerGraph(request, call, context.doorLimits);
  const admitted = await admit(request, route.guard, call, context.limit);
  if ('status' in admitted) return admitted;
  if (route.method === 'PUT' || 'handOut' in route) {
    const { takeTurn, arrivals } = context;
    return carryAttachment(route, admitted, { request, response, takeTurn, arrivals });
  }
  if (route.method === 'GET') return route.read(admitted);
  if (route.method === 'DELETE') return route.erase(admitted);
  return answerSent(route, admitted, request);
}

/** Logs a fault under a new number and answers with that number alone; an answer begun is cut off, not left hanging. */
export function answerFault(
  request: Request,
  response: ServerResponse,
  fault: unknown,
  { deps }: ServeContext,
): void {
  const reference = newReference();
  const method = request.method ?? '';
  deps.logger.error({ reference, method, path: request.path(), err: fault }, 'request failed');
  if (response.headersSent && !response.writableEnded) response.destroy();
  else writeAnswer(response, faultAnswer(method, localeOfRequest(request), reference));
}

/** Serves one request of a route. Never rejects: a rejection would reach the client with its message. */
export async function serveRoute(
  route: Route,
  request: Request,
  response: ServerResponse,
  context: ServeContext,
): Promise<void> {
  try {
    if (route.guard === 'bot-channel') {
      await context.deps.botHandler(request, response);
      return;
    }
    const answer = await answerFor(route, request, response, context);
    if (answer) writeAnswer(response, answer);
  } catch (fault) {
    answerFault(request, response, fault, context);
  }
}
