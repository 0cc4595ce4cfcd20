import type { z } from 'zod';
import type { Locale } from '../domain/conversation.js';
import type { Instant } from '../domain/instant.js';
import type { AnswerShapes } from './answer-shapes.js';

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
  /** A part of this page did not come: the line broke, or a newer release has other files. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'no-right' }
  | { readonly kind: 'signed-out'; readonly reason: string };

/** What a call answers: faults of the way are values too, since a screen must show them. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** What calls are made with. */
export interface ClientParts {
  readonly token: () => Promise<string>;
  readonly locale: Locale;
  readonly fetch: typeof fetch;
  /** Brings the shapes of the answers. Rejects where they cannot be loaded. */
  readonly shapes: () => Promise<AnswerShapes>;
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

/** Too many calls are a matter of waiting; too many proposals are a rule of the campaign. */
function isTooOften(status: number, code: string): boolean {
  return status === 429 && code !== 'too-many-proposals';
}

function failureOf(status: number, body: unknown, { refusalAnswer }: AnswerShapes): Failure {
  if (status === 401) return { kind: 'signed-out', reason: 'InvalidToken' };
  const refusal = refusalAnswer.safeParse(body);
  // Other refusals answered with 403 are no matter of rights: an own idea, a second person who is the first one.
  const isDenied = !refusal.success || refusal.data.code === 'not-permitted';
  if (status === 403 && isDenied) return { kind: 'no-right' };
  if (!refusal.success || status >= 500 || isTooOften(status, refusal.data.code)) {
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

function sendWith(parts: ClientParts, call: Call, token: string): Promise<Response> {
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
    return { response: await sendWith(parts, call, token) };
  } catch {
    return { failure: navigator.onLine ? { kind: 'unavailable' } : { kind: 'offline' } };
  }
}

/** The shapes of answers; undefined where that part of the page does not come. */
export async function loadShapes({ shapes }: ClientParts): Promise<AnswerShapes | undefined> {
  try {
    return await shapes();
  } catch {
    return undefined;
  }
}

/** Calls with a fresh token; a token refused as expired is replaced once. */
async function send(parts: ClientParts, call: Call): Promise<Sent> {
  const sent = await tryOnce(parts, call);
  return sent.response?.status === 401 ? tryOnce(parts, call) : sent;
}

interface Exchanged {
  readonly response: Response;
  readonly shapes: AnswerShapes;
}

/** The answer to a call, with the shapes by which it is read; both are fetched at once. */
async function exchange(parts: ClientParts, call: Call): Promise<Answer<Exchanged>> {
  const [sent, shapes] = await Promise.all([send(parts, call), loadShapes(parts)]);
  if (!sent.response) return failed(sent.failure);
  if (!shapes) return failed({ kind: 'outdated' });
  const { response } = sent;
  const date = Date.parse(response.headers.get('Date') ?? '');
  if (!Number.isNaN(date)) parts.noteDate(date);
  if (response.ok) return { ok: true, value: { response, shapes } };
  return failed(failureOf(response.status, await readBody(response), shapes));
}

/** Fetches a file. */
export async function fetchFile(parts: ClientParts, path: string): Promise<Answer<Blob>> {
  const answered = await exchange(parts, { path });
  if (!answered.ok) return answered;
  try {
    return { ok: true, value: await answered.value.response.blob() };
  } catch {
    return failed({ kind: 'unavailable' });
  }
}

/** Which of the shapes an answer has. */
export type ShapeOf<T> = (shapes: AnswerShapes) => z.ZodType<T>;

/** Calls, and reads the answer by its shape. */
export async function request<T>(
  parts: ClientParts,
  call: Call,
  shapeOf: ShapeOf<T>,
): Promise<Answer<T>> {
  const answered = await exchange(parts, call);
  if (!answered.ok) return answered;
  const { response, shapes } = answered.value;
  const body = await readBody(response);
  const parsed = shapeOf(shapes).safeParse(body);
  return parsed.success ? { ok: true, value: parsed.data } : failed({ kind: 'unavailable' });
}

/** To read and to write JSON. */
export function waysOf(parts: ClientParts) {
  return {
    get: <T>(path: string, shape: ShapeOf<T>) => request(parts, { path }, shape),
    post: <T>(path: string, body: unknown, shape: ShapeOf<T>) =>
      request(parts, { path, body }, shape),
  };
}
