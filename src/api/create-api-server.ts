import { Server as HttpServer } from 'node:http';
import restify, { type Request, type Response, type Server } from 'restify';
import { type Arrivals, defaultArrivalMs, openArrivals } from './arrivals.js';
import { defaultAttachmentLimit, openAttachmentTurns } from './attachment-turns.js';
import type { ApiConfig, ApiDeps, ApiServer } from './deps.js';
import {
  defaultDoorLimit,
  defaultHintLimit,
  defaultRateLimit,
  defaultStrangerLimit,
  openRateLimit,
} from './rate-limit.js';
import { apiRefusalAnswer } from './refusal-answer.js';
import { isPlainTarget } from './request-target.js';
import type { Route } from './route.js';
import { routes } from './routes.js';
import { setSecurityHeaders } from './security-headers.js';
import {
  answerFault,
  localeOfRequest,
  type ServeContext,
  serveRoute,
  writeAnswer,
} from './serve-route.js';
import { loadTabPages } from './tab-pages.js';

const headersWithinMs = 10_000;
/** Longer than the idle time of proxies in front, so that it is they who close. */
const keepAliveMs = 75_000;
const closeWithinMs = 10_000;

/** How long requests may take: anything, and a file from when it has a turn. */
function boundsOf({ arrivalMs = defaultArrivalMs, attachmentLimit }: ApiConfig) {
  const { sentWithinMs } = attachmentLimit ?? defaultAttachmentLimit;
  return { arrivalMs, requestMs: headersWithinMs + arrivalMs + sentWithinMs };
}

function watchArrivals(arrivalMs: number): Arrivals {
  return openArrivals(arrivalMs, (request, response, late) => {
    const answer = apiRefusalAnswer(late, localeOfRequest(request));
    writeAnswer(response, { ...answer, headers: { ...answer.headers, Connection: 'close' } });
  });
}

/** Idle connections, and those whose headings are slow, are closed by Node itself. */
function setTimeouts({ server }: Server, requestMs: number): void {
  if (!(server instanceof HttpServer)) return;
  server.headersTimeout = headersWithinMs;
  server.requestTimeout = requestMs;
  server.keepAliveTimeout = keepAliveMs;
}

/** What the router finds no route for: another method of a known path, or an unknown path. */
function refuseUnrouted(server: Server, context: ServeContext): void {
  server.on('restifyError', (request: Request, response: Response, fault: unknown) => {
    const status = fault instanceof Error && 'statusCode' in fault ? fault.statusCode : 500;
    const locale = localeOfRequest(request);
    if (status === 404) writeAnswer(response, apiRefusalAnswer('unknown-path', locale));
    else if (status === 405) writeAnswer(response, apiRefusalAnswer('method-not-allowed', locale));
    else answerFault(request, response, fault, context);
  });
}

type Handle = (request: Request, response: Response) => Promise<void>;
type Mount = (server: Server, path: string, handle: Handle) => unknown;

const mounters: Readonly<Record<Route['method'], Mount>> = {
  GET: (server, path, handle) => server.get(path, handle),
  POST: (server, path, handle) => server.post(path, handle),
  PUT: (server, path, handle) => server.put(path, handle),
  DELETE: (server, path, handle) => server.del(path, handle),
};

function mountRoutes(server: Server, context: ServeContext): void {
  for (const route of routes) {
    // restify tells handlers apart by their arity: an async one takes exactly two arguments.
    const handle = async (request: Request, response: Response): Promise<void> =>
      serveRoute(route, request, response, context);
    mounters[route.method](server, route.path, handle);
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve(server.address().port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const { server: http } = server;
    const cut = setTimeout(() => {
      if (http instanceof HttpServer) http.closeAllConnections();
    }, closeWithinMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    if (http instanceof HttpServer) http.closeIdleConnections();
  });
}

/** Makes the HTTP server of the app from its parts. Throws where the tabs are not built. */
export function createApiServer(deps: ApiDeps): ApiServer {
  const { arrivalMs, requestMs } = boundsOf(deps.config);
  const arrivals = watchArrivals(arrivalMs);
  const context: ServeContext = {
    arrivals,
    deps,
    tabs: loadTabPages(deps.tabsDir, deps.config),
    limit: openRateLimit(deps.config.rateLimit ?? defaultRateLimit),
    hintLimit: openRateLimit(deps.config.hintLimit ?? defaultHintLimit),
    doorLimits: {
      graph: openRateLimit(deps.config.doorLimit ?? defaultDoorLimit),
      strangers: openRateLimit(deps.config.strangerLimit ?? defaultStrangerLimit),
    },
    takeTurn: openAttachmentTurns(deps.config.attachmentLimit ?? defaultAttachmentLimit),
  };
  // An empty name leaves the Server header out.
  const server = restify.createServer({ name: '' });
  setTimeouts(server, requestMs);
  server.pre((request, response, next) => {
    arrivals.watch(request, response);
    setSecurityHeaders(response, deps.config.publicOrigin);
    // The tabs measure the clock of the product by it, which need not be the one of the machine.
    response.setHeader('Date', new Date(deps.clock.now()).toUTCString());
    if (isPlainTarget(request)) return next();
    writeAnswer(response, apiRefusalAnswer('broken-request', localeOfRequest(request)));
    return next(false);
  });
  refuseUnrouted(server, context);
  mountRoutes(server, context);
  return {
    listen: (port, host) => listen(server, port, host),
    close: () => close(server),
  };
}
