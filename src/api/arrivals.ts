import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'restify';

/** As long as a request may take to arrive whole. */
export const defaultArrivalMs = 30_000;

/** What did not arrive in time: a file with a turn, or anything else. */
export type Late = 'too-slow' | 'attachment-too-slow';

/** Bounds how long requests take to arrive. */
export interface Arrivals {
  /** Waits for the rest of a request, whether it is read or was refused already. */
  watch(request: Request, response: Response): void;
  /** Waits longer, from now on, for a file that has a turn. */
  awaitFile(request: IncomingMessage, withinMs: number): void;
}

const bringsBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Cuts off what takes too long: it gets the answer for that, unless it has one, and its connection ends. Node has one
 * bound for all requests, and a large file on a slow line needs more time than a stranger should have.
 */
export function openArrivals(
  withinMs: number,
  answerLate: (request: Request, response: Response, late: Late) => void,
): Arrivals {
  const waits = new WeakMap<IncomingMessage, (late: Late, ms: number) => void>();

  function cutOff(request: Request, response: Response, late: Late): void {
    if (request.complete || request.destroyed) return;
    // Whoever reads it is told that nobody is there any more, which Node does not do once there is an answer.
    if (response.writableFinished) request.destroy();
    else response.once('close', () => request.destroy());
    answerLate(request, response, late);
  }

  return {
    watch(request, response) {
      if (!bringsBody(request)) return;
      let timer: NodeJS.Timeout | undefined;
      function wait(late: Late, ms: number): void {
        clearTimeout(timer);
        timer = setTimeout(() => cutOff(request, response, late), ms).unref();
      }
      waits.set(request, wait);
      wait('too-slow', withinMs);
      request.once('close', () => clearTimeout(timer));
    },
    awaitFile: (request, ms) => waits.get(request)?.('attachment-too-slow', ms),
  };
}
