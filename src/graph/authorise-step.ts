import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** The token of one call. It is obtained before the call, so that a failed token is no failed call. */
export class BearerToken {
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

function setHeader(context: Context, name: string, value: string): void {
  // The SDK keeps its headers as a plain object, under the names as they were given.
  context.options = { ...context.options, headers: { ...context.options?.headers, [name]: value } };
}

/**
 * Attaches the token, and only to addresses below `base`: a link in an answer can never carry it elsewhere. The
 * SDK's own step gives no token over plain http, which a local run uses.
 */
export function createAuthoriseStep(base: string): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(middleware) {
      next = middleware;
    },
    async execute(context) {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      if (!new URL(url).href.startsWith(`${base}/`)) {
        throw new Error('a Graph call left the configured address');
      }
      const token = context.middlewareControl?.getMiddlewareOptions(BearerToken);
      if (token instanceof BearerToken)
        setHeader(context, 'Authorization', `Bearer ${token.value}`);
      await next?.execute(context);
    },
  };
}
