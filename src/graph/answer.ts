import type { Instant } from '../domain/instant.js';
import { Failure } from '../usecases/failure.js';

/** One call to Graph; `path` starts behind the version and is encoded. */
export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** The content of a file, in place of a body. */
  readonly bytes?: Uint8Array;
  /** Longest time of this call, in milliseconds, where it takes longer than others. */
  readonly timeoutMs?: number;
  /** Etag for If-Match, as it was received. */
  readonly ifMatch?: string;
  /** Nobody waits for it, so that it lets pass what somebody waits for. */
  readonly isBackground?: boolean;
  /** Its success comes without a body, and says no less by that. */
  readonly answersNothing?: boolean;
}

/** What came back: an answer (body undefined where it was no JSON), or nothing that could be read. */
export type GraphAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly retryAfterMs: number | undefined;
      /** The service's own time when it answered (header Date, whole seconds); undefined where it said none. */
      readonly answeredAt: Instant | undefined;
      /** Where the answer sends to, as written: the address of a file. */
      readonly location?: string;
      readonly requestId: string;
    }
  | { readonly kind: 'unanswered'; readonly cause: unknown; readonly requestId: string };

/** A call as it may be named in logs and messages: without the query, which can hold ids of persons. */
export function nameOfCall(call: GraphCall): string {
  return `${call.method} ${call.path.split('?')[0] ?? ''}`;
}

/** The error code of Graph's envelope with the nested code, if the body is one. Never its message. */
export function errorCodeOf(body: unknown): string | undefined {
  const codes: string[] = [];
  let part: unknown = isRecord(body) ? body['error'] : undefined;
  while (isRecord(part) && codes.length < 4) {
    if (typeof part['code'] === 'string') codes.push(part['code']);
    part = part['innerError'] ?? part['innererror'];
  }
  return codes.length > 0 ? codes.join('/') : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const remedies: Readonly<Record<number, string>> = {
  401: 'the token was not accepted: check tenant, client id and credential',
  403: 'the app has no grant on this site: run `npm run provision` and check admin consent',
  423: 'the site is locked: have an administrator of SharePoint unlock it',
  507: 'the site has no room left: have an administrator of SharePoint raise its quota',
};

/** The inner code of an answer given here because the service fails again and again. */
export const serviceAway = 'serviceAway';

/** The service is there and wants to be called less. */
const isBusy = ({ status, body }: { readonly status: number; readonly body: unknown }): boolean =>
  status === 429 && !errorCodeOf(body)?.endsWith(serviceAway);

/** A call and what it was answered, in the words of status and codes. */
export function saidOf(call: GraphCall, answer: GraphAnswer): string {
  const name = nameOfCall(call);
  return answer.kind === 'unanswered'
    ? `${name}: no answer (${answer.requestId})`
    : `${name}: ${answer.status} ${errorCodeOf(answer.body) ?? ''} (${answer.requestId})`;
}

/** The failure that an answer other than the hoped-for one stands for. A success of another shape is unavailable. */
export function failureOf(call: GraphCall, answer: GraphAnswer): Failure {
  const said = saidOf(call, answer);
  if (answer.kind === 'unanswered') return new Failure('unavailable', said, answer);
  const { status, retryAfterMs } = answer;
  if (status === 404) return new Failure('not-found', said);
  if (status === 409 || status === 412) return new Failure('conflict', said);
  const isPassing = status >= 500 && status !== 507;
  if (status < 400 || status === 410 || status === 429 || isPassing) {
    return new Failure('unavailable', said, { retryAfterMs, isBusy: isBusy(answer) });
  }
  return new Failure('misconfigured', `${said}${remedies[status] ? `: ${remedies[status]}` : ''}`);
}
