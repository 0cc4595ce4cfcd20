import type { SendOutcome } from '../usecases/messenger.js';
import type { ConnectorAnswer } from './connector-request.js';

/** An outcome other than accepted. */
export type FailedSend = Exclude<SendOutcome, { kind: 'accepted' }>;

/** Milliseconds to wait by a Retry-After header, in seconds or as a date. */
function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function throttled(header: string | undefined, now: number): FailedSend {
  const wait = retryAfterMs(header, now);
  return { kind: 'not-sent', why: 'throttled', ...(wait !== undefined && { retryAfterMs: wait }) };
}

/** Teams writes the sub code of a block as JSON within a JSON text, or leaves it out. */
function isBlock(body: string): boolean {
  return body.includes('MessageWritesBlocked') || /"errorCode"\s*:\s*209\b/.test(body);
}

function outcomeOfStatus(
  status: number,
  body: string,
  retryAfter: string | undefined,
  now: number,
): FailedSend {
  switch (status) {
    case 401:
      return { kind: 'not-sent', why: 'unauthorized' };
    case 412:
      return { kind: 'not-sent', why: 'precondition' };
    case 429:
      return throttled(retryAfter, now);
    case 403:
      return { kind: 'refused', why: isBlock(body) ? 'blocked' : 'forbidden' };
    case 404:
    case 410:
      return { kind: 'refused', why: 'gone' };
    case 408:
      return { kind: 'ambiguous', why: 'timeout' };
    default:
      return status >= 500
        ? { kind: 'ambiguous', why: 'server-error' }
        : { kind: 'refused', why: 'bad-request' };
  }
}

/** What a connector's answer means for the message (specification 3.2); undefined where it was accepted. */
export function failureOf(answer: ConnectorAnswer, now: number): FailedSend | undefined {
  switch (answer.kind) {
    case 'not-connected':
      return { kind: 'not-sent', why: 'unreachable' };
    case 'lost':
      return { kind: 'ambiguous', why: answer.why };
    case 'answered': {
      const { status, body, headers } = answer;
      const isAccepted = status >= 200 && status < 300;
      return isAccepted ? undefined : outcomeOfStatus(status, body, headers['retry-after'], now);
    }
  }
}
