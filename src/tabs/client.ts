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
  /** A file, which is put; its name is not sent. */
  readonly file?: Blob;
  readonly method?: 'DELETE';
}

const answerWithinMs = 30_000;
/** Ten megabytes over a slow line, and on to SharePoint. */
const fileWithinMs = 120_000;

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

function methodOf({ body, file, method }: Call): string {
  if (method) return method;
  if (file) return 'PUT';
  return body === undefined ? 'GET' : 'POST';
}

function send(parts: ClientParts, call: Call, token: string): Promise<Response> {
  const { path, body, file } = call;
  return parts.fetch(path, {
    method: methodOf(call),
    headers: {
      Accept: 'application/json',
      'Accept-Language': parts.locale,
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(file && { 'Content-Type': 'application/octet-stream' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(file && { body: file }),
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(file ? fileWithinMs : answerWithinMs),
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
async function exchange(parts: ClientParts, call: Call): Promise<Answer<Response>> {
  let sent = await tryOnce(parts, call);
  if (sent.response?.status === 401) sent = await tryOnce(parts, call);
  if (!sent.response) return failed(sent.failure);
  const { response } = sent;
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (!Number.isNaN(date)) parts.noteDate(date);
  if (response.ok) return { ok: true, value: response };
  return failed(failureOf(response.status, await readBody(response)));
}

/** Fetches a file. */
async function fetchFile(parts: ClientParts, path: string): Promise<Answer<Blob>> {
  const answered = await exchange(parts, { path });
  if (!answered.ok) return answered;
  try {
    return { ok: true, value: await answered.value.blob() };
  } catch {
    return failed({ kind: 'unavailable' });
  }
}

async function request<T>(parts: ClientParts, call: Call, shape: z.ZodType<T>): Promise<Answer<T>> {
  const answered = await exchange(parts, call);
  if (!answered.ok) return answered;
  const body = await readBody(answered.value);
  const parsed = shape.safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failed({ kind: 'unavailable' });
}

/** What is said with a file: that it was confirmed who may read it, and whether it takes the place of another one. */
export interface AttachWish {
  readonly agreed: boolean;
  readonly replaces: boolean;
}

const yesOrNo = (is: boolean): string => (is ? 'yes' : 'no');

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
    attachment: (number: string) => fetchFile(parts, actPath(number, 'attachment')),
    /** Only the ending of the name goes with the file. */
    attach: (number: string, file: File, { agreed, replaces }: AttachWish) => {
      const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.slice(0, 20) ?? '';
      const query = { ending, consent: yesOrNo(agreed), replace: yesOrNo(replaces) };
      const path = `${actPath(number, 'attachment')}?${new URLSearchParams(query)}`;
      return request(parts, { path, file }, proposalAnswer);
    },
    takeBackAttachment: (number: string) =>
      request(parts, { path: actPath(number, 'attachment'), method: 'DELETE' }, proposalAnswer),
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
