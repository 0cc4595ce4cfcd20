import type { z } from 'zod';
import type { ActRequest } from '../contract/act-requests.js';
import { mastersAnswer, meAnswer, refusalAnswer } from '../contract/common-answers.js';
import { myProposalsAnswer, proposalAnswer } from '../contract/proposal-answers.js';
import {
  bulkTriageAnswer,
  reachAnswer,
  triageAnswer,
  triageItemAnswer,
} from '../contract/triage-answers.js';
import type { Locale } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';

/** Why a call gave no value, in the words a screen needs. */
export type Failure =
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly fields: Readonly<Record<string, string>>;
      /** The present item, where someone else was first. */
      readonly present: unknown;
    }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unavailable'; readonly reference?: string }
  | { readonly kind: 'no-right' }
  | { readonly kind: 'signed-out'; readonly reason: string };

/** What a call answers: faults of the way are values too, since a screen must show them. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

interface ClientParts {
  readonly token: () => Promise<string>;
  readonly locale: Locale;
  readonly fetch: typeof fetch;
  /** Told the `Date` of every answer. */
  readonly noteDate: (date: Instant) => void;
}

interface Call {
  readonly path: string;
  /** Sent as JSON; a call with a body is a POST. */
  readonly body?: unknown;
}

const answerWithinMs = 30_000;

function failed(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}

async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function failureOf(status: number, body: unknown): Failure {
  if (status === 401) return { kind: 'signed-out', reason: 'InvalidToken' };
  const refusal = refusalAnswer.safeParse(body);
  // Other refusals answered with 403 are no matter of rights: an own idea, a second person who is the first one.
  const isDenied = !refusal.success || refusal.data.code === 'not-permitted';
  if (status === 403 && isDenied) return { kind: 'no-right' };
  if (!refusal.success || status >= 500 || status === 429) {
    const reference = refusal.data?.reference;
    return { kind: 'unavailable', ...(reference !== undefined && { reference }) };
  }
  const { code, message, fields = {}, present } = refusal.data;
  return { kind: 'refused', code, message, fields, present };
}

function send(parts: ClientParts, { path, body }: Call, token: string): Promise<Response> {
  return parts.fetch(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Accept: 'application/json',
      'Accept-Language': parts.locale,
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(answerWithinMs),
  });
}

type Sent =
  | { readonly response: Response }
  | { readonly failure: Failure; readonly response?: undefined };

/** One try with a token of its own. */
async function tryOnce(parts: ClientParts, call: Call): Promise<Sent> {
  let token: string;
  try {
    token = await parts.token();
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return { failure: { kind: 'signed-out', reason } };
  }
  try {
    return { response: await send(parts, call, token) };
  } catch {
    return { failure: navigator.onLine ? { kind: 'unavailable' } : { kind: 'offline' } };
  }
}

/** Calls with a fresh token; a token refused as expired is replaced once. */
async function request<T>(parts: ClientParts, call: Call, shape: z.ZodType<T>): Promise<Answer<T>> {
  let sent = await tryOnce(parts, call);
  if (sent.response?.status === 401) sent = await tryOnce(parts, call);
  if (!sent.response) return failed(sent.failure);
  const { response } = sent;
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (!Number.isNaN(date)) parts.noteDate(date);
  const body = await readBody(response);
  if (!response.ok) return failed(failureOf(response.status, body));
  const parsed = shape.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failed({ kind: 'unavailable' });
}

/** The calls of the tabs to `/api`, each answer checked against the contract. */
export function createClient(parts: ClientParts) {
  const get = <T>(path: string, shape: z.ZodType<T>) => request(parts, { path }, shape);
  const post = <T>(path: string, body: unknown, shape: z.ZodType<T>) =>
    request(parts, { path, body }, shape);
  const triagePath = (number: string, act = '') =>
    `/api/triage/${encodeURIComponent(number)}${act}`;
  const actPath = (number: string, act: string) =>
    `/api/proposals/${encodeURIComponent(number)}/${act}`;
  return {
    me: () => get('/api/me', meAnswer),
    masters: () => get('/api/masters', mastersAnswer),
    myProposals: () => get('/api/my-proposals', myProposalsAnswer),
    proposal: (number: string) =>
      get(`/api/proposals/${encodeURIComponent(number)}`, proposalAnswer),
    triage: () => get('/api/triage', triageAnswer),
    triageItem: (number: string) => get(triagePath(number), triageItemAnswer),
    reach: (number: string) => get(triagePath(number, '/reach'), reachAnswer),
    beginReview: (numbers: readonly string[]) =>
      post(
        '/api/bulk/begin-review',
        { items: numbers.map((number) => ({ number })) },
        bulkTriageAnswer,
      ),
    decide: (number: string, body: ActRequest) =>
      post(actPath(number, 'decide-track'), body, triageItemAnswer),
    publish: (number: string, seq: number) =>
      post(actPath(number, 'publish'), { seq }, triageItemAnswer),
    undoPublication: (number: string) =>
      post(actPath(number, 'undo-publication'), {}, triageItemAnswer),
  };
}

/** The typed client. */
export type Client = ReturnType<typeof createClient>;
