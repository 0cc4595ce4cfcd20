import type { Context, Middleware } from '@microsoft/microsoft-graph-client';

/** Bounds of the retry step; `pause` ends early when the signal fires. */
export interface RetryBounds {
  readonly mostRetries: number;
  /** All waits of one call together. */
  readonly budgetMs: number;
  readonly firstPauseMs: number;
  readonly pause: (milliseconds: number, signal: AbortSignal | undefined) => Promise<unknown>;
}

/** The wait an answer asks for, in milliseconds: Retry-After in seconds or as a date against the answer's own. */
export function retryAfterOf(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said) return undefined;
  if (/^\d{1,6}$/.test(said)) return Number(said) * 1000;
  const wait = Date.parse(said) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

/** A create is never repeated here. A change is, only where it was surely not carried out (429). */
function mayRepeat(method: string | undefined, status: number): boolean {
  if (method === 'GET') return status === 429 || status === 503 || status === 504;
  return method !== 'POST' && status === 429;
}

/** Repeats what may be repeated, honouring Retry-After within a budget; a longer wait is left to the caller. */
export function createRetryStep(bounds: RetryBounds): Middleware {
  let next: Middleware | undefined;

  function waitBefore(context: Context, retry: number, spent: number): number | undefined {
    const { response, options } = context;
    if (!response || !mayRepeat(options?.method, response.status)) return undefined;
    if (retry >= bounds.mostRetries) return undefined;
    const wait = retryAfterOf(response.headers) ?? bounds.firstPauseMs * 3 ** retry;
    return spent + wait <= bounds.budgetMs ? wait : undefined;
  }

  return {
    setNext(middleware) {
      next = middleware;
    },
    async execute(context) {
      let spent = 0;
      for (let retry = 0; ; retry += 1) {
        await next?.execute(context);
        const wait = waitBefore(context, retry, spent);
        if (wait === undefined) return;
        spent += wait;
        await bounds.pause(wait, context.options?.signal ?? undefined);
      }
    },
  };
}
