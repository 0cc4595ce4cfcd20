import type { IncomingHttpHeaders, ServerResponse } from 'node:http';

/** What a handler answers. An object body is sent as JSON; no body means an empty answer. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer | object;
}

/** A reply, or `handled` when the handler wrote to (or dropped) the raw response itself. */
export type Outcome = Reply | 'handled';

/** One received request, body already read. */
export interface LocalRequest {
  method: string;
  url: URL;
  /** Path as received, still percent-encoded. */
  path: string;
  /** Values of `:name` segments, decoded; `*` holds the rest of the path. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  rawBody: Buffer;
  /** Parsed JSON body; throws `SyntaxError` when it is not JSON. */
  json(): unknown;
  /** `scheme://host` this request came in on; links in answers start with it. */
  origin: string;
  remoteAddress: string;
}

/** Answers one request. `res` is for event streams and deliberate connection faults only. */
export type Handler = (req: LocalRequest, res: ServerResponse) => Outcome | Promise<Outcome>;

/** Wraps every request; calls `next` to have it carried out. */
export type Interceptor = (
  req: LocalRequest,
  res: ServerResponse,
  next: () => Promise<Outcome>,
) => Promise<Outcome>;

/** Result of looking a path up: a handler, only other methods, or nothing. */
export type Found<H> =
  | { kind: 'found'; handler: H; params: Record<string, string> }
  | { kind: 'other-methods'; allow: string[] }
  | { kind: 'none' };

/** A table of routes. Later routes never shadow earlier ones. */
export interface RouteTable<H> {
  /** Adds a route. Pattern segments: literal, `:name`, or a final `*`. */
  on(method: string, pattern: string, handler: H): void;
  find(method: string, path: string): Found<H>;
}

/** The router all families mount on. */
export interface Router extends RouteTable<Handler> {
  /** Answer for anything under `prefix` that no route takes; the longest prefix wins. */
  fallback(prefix: string, handler: Handler): void;
  fallbackFor(path: string): Handler | undefined;
}

interface Route<H> {
  method: string;
  segments: string[];
  handler: H;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function matchOne(part: string, raw: string, params: Record<string, string>): boolean {
  const value = decode(raw);
  if (!part.startsWith(':')) return value === part;
  if (value === undefined || value === '') return false;
  params[part.slice(1)] = value;
  return true;
}

function matchSegments(pattern: string[], path: string[]): Record<string, string> | undefined {
  const open = pattern.at(-1) === '*';
  const fixed = open ? pattern.slice(0, -1) : pattern;
  if (open ? path.length < fixed.length : path.length !== fixed.length) return undefined;
  const params: Record<string, string> = {};
  const matched = fixed.every((part, index) => matchOne(part, path[index] ?? '', params));
  if (!matched) return undefined;
  if (open) params['*'] = path.slice(fixed.length).join('/');
  return params;
}

/** An empty route table for handlers of any kind. */
export function createRouteTable<H>(): RouteTable<H> {
  const routes: Route<H>[] = [];
  return {
    on(method, pattern, handler) {
      routes.push({ method, segments: pattern.split('/'), handler });
    },
    find(method, path) {
      const segments = path.split('/');
      const allow: string[] = [];
      for (const route of routes) {
        const params = matchSegments(route.segments, segments);
        if (params === undefined) continue;
        if (route.method === method) return { kind: 'found', handler: route.handler, params };
        allow.push(route.method);
      }
      return allow.length > 0 ? { kind: 'other-methods', allow } : { kind: 'none' };
    },
  };
}

/** The router of the whole stand-in. */
export function createRouter(): Router {
  const table = createRouteTable<Handler>();
  const fallbacks: { prefix: string; handler: Handler }[] = [];
  return {
    ...table,
    fallback(prefix, handler) {
      fallbacks.push({ prefix, handler });
      fallbacks.sort((a, b) => b.prefix.length - a.prefix.length);
    },
    fallbackFor(path) {
      const under = (prefix: string) =>
        prefix === '/' || path === prefix || path.startsWith(`${prefix}/`);
      return fallbacks.find((entry) => under(entry.prefix))?.handler;
    },
  };
}

/** Carries a request out: its route, else the fallback of its family, else a plain 404. */
export async function dispatch(
  router: Router,
  req: LocalRequest,
  res: ServerResponse,
): Promise<Outcome> {
  const found = router.find(req.method, req.path);
  if (found.kind === 'found') {
    return found.handler({ ...req, params: found.params }, res);
  }
  const fallback = router.fallbackFor(req.path);
  if (fallback !== undefined) return fallback(req, res);
  if (found.kind === 'other-methods') {
    return {
      status: 405,
      headers: { Allow: found.allow.join(', ') },
      body: { error: 'method not allowed' },
    };
  }
  return { status: 404, body: { error: 'not found' } };
}
