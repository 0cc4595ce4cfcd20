import type { ServerResponse } from 'node:http';
import type { Request } from 'restify';
import { mostAttachmentBytes } from '../domain/attachments/attachment.js';
import { type Locale, localeOf } from '../domain/conversation.js';
import { admit, type RateLimiter } from './admit.js';
import type { Answer } from './answer.js';
import type { OpenCall, StaffCall, Upload } from './call.js';
import type { ApiDeps } from './deps.js';
import { type BodyOutcome, readBody, readFile, readUpload } from './read-body.js';
import { apiRefusalAnswer, faultAnswer, newReference, refusalAnswer } from './refusal-answer.js';
import type { Route } from './route.js';
import type { TabPages } from './tab-pages.js';

/** What every request is served with. */
export interface ServeContext {
  readonly deps: ApiDeps;
  readonly tabs: TabPages;
  readonly limit: RateLimiter;
  readonly hintLimit: RateLimiter;
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

async function answerFile(
  attach: Upload,
  call: StaffCall,
  request: Request,
): Promise<Answer | undefined> {
  const limit = mostAttachmentBytes;
  const file = await readFile(request, limit);
  if (file.kind === 'read') return attach(call, file.bytes);
  return file.kind === 'too-large'
    ? refusalAnswer({ code: 'attachment-too-large', limit }, call.locale)
    : refuseBody(file.kind, call);
}

async function answerFor(
  route: Exclude<Route, { guard: 'bot-channel' }>,
  request: Request,
  context: ServeContext,
): Promise<Answer | undefined> {
  const call = callOf(request, context);
  if (route.guard === 'anyone') return route.open(call);
  const admitted = await admit(request, route.guard, call, context.limit);
  if ('status' in admitted) return admitted;
  if (route.method === 'GET') return route.read(admitted);
  if (route.method === 'DELETE') return route.erase(admitted);
  if (route.method === 'PUT') return answerFile(route.attach, admitted, request);
  if ('upload' in route) {
    const file = await readUpload(request);
    return file.kind === 'read' ? route.upload(admitted, file.bytes) : refuseBody(file.kind, call);
  }
  const body = await readBody(request, context.deps.readJson);
  return body.kind === 'read' ? route.write(admitted, body.value) : refuseBody(body.kind, call);
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
    const answer = await answerFor(route, request, context);
    if (answer) writeAnswer(response, answer);
  } catch (fault) {
    answerFault(request, response, fault, context);
  }
}
