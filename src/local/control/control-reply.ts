import type { Handler, LocalRequest, Reply } from '../http.js';

/** 400 with one sentence per fault. */
export const refuse = (faults: readonly string[]): Reply => ({ status: 400, body: { faults } });

/** 200 with a JSON object. */
export const ok = (body: object): Reply => ({ status: 200, body });

function isLoopback(req: LocalRequest): boolean {
  const address = req.remoteAddress.replace(/^::ffff:/, '');
  const { hostname } = new URL(req.origin);
  const fromHere = address === '127.0.0.1' || address === '::1';
  return fromHere && (hostname === '127.0.0.1' || hostname === 'localhost');
}

/** Loopback callers only, also by host name; a body that is not JSON is refused. */
export function guarded(handler: (req: LocalRequest) => Reply): Handler {
  return (req) => {
    if (!isLoopback(req)) return { status: 403, body: { faults: ['loopback only'] } };
    try {
      return handler(req);
    } catch (error) {
      if (error instanceof SyntaxError) return refuse(['the body is not JSON']);
      throw error;
    }
  };
}

/** The members of a JSON body; none when it is empty or no object. */
export function bodyObject(req: LocalRequest): Record<string, unknown> {
  const body: unknown = req.rawBody.length === 0 ? {} : req.json();
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}
