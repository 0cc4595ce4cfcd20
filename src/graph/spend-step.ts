import type { Middleware } from '@microsoft/microsoft-graph-client';
import { UnitShare } from './unit-budget.js';

/** Counts each request that really goes out, repetitions included, and hands on what its answer says of the quota. */
export function createSpendStep(onHeaders: (headers: Headers) => void): Middleware {
  let next: Middleware | undefined;
  return {
    setNext(middleware) {
      next = middleware;
    },
    async execute(context) {
      const share = context.middlewareControl?.getMiddlewareOptions(UnitShare);
      if (share instanceof UnitShare) share.spend();
      await next?.execute(context);
      if (context.response) onHeaders(context.response.headers);
    },
  };
}
