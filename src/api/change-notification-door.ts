import type { IncomingMessage } from 'node:http';
import type { Instant } from '../domain/instant.js';
import type { RateLimiter } from './admit.js';
import type { Answer } from './answer.js';
import type { OpenCall } from './call.js';
import { readBody } from './read-body.js';
import { apiRefusalAnswer } from './refusal-answer.js';

const plainText = 'text/plain; charset=utf-8';
/** Graph's are some hundred characters long and never hold mark-up, of which this must not become a mirror. */
const soundToken = /^[^<>\p{Cc}]{1,1024}$/u;

const plain = (status: number, body: string): Answer => ({ status, type: plainText, body });

/** What Graph asks before it makes or renews a subscription: its token back, decoded, as plain text. */
function giveBack(token: string, { locale }: OpenCall): Answer {
  return soundToken.test(token) ? plain(200, token) : apiRefusalAnswer('broken-request', locale);
}

/** How often may be called at the door. */
export interface DoorLimits {
  /** By the address that only Graph was told. */
  readonly graph: RateLimiter;
  /** By any other. */
  readonly strangers: RateLimiter;
}

/** Strangers share one allowance, whatever they call with, so that they keep Graph from nothing. */
function waitAtDoor(isOwnMark: boolean, asks: boolean, at: Instant, limits: DoorLimits): number {
  if (!isOwnMark) return limits.strangers('strangers', at);
  return limits.graph(asks ? 'handshakes' : 'notifications', at);
}

/**
 * Answers Graph at once, before anything is done about what it tells. Anybody may call, so that calls are counted
 * before they are read: those by the address of Graph apart, and of these the handshakes apart. All are answered alike.
 * Who does not name a subscription with its secret learns nothing but that: 403 without a word.
 */
export async function answerGraph(
  request: IncomingMessage,
  call: OpenCall,
  limits: DoorLimits,
): Promise<Answer | undefined> {
  const { deps, params, query, locale, at } = call;
  const door = deps.changeDoor;
  if (!door) return apiRefusalAnswer('unknown-path', locale);
  const token = query.get('validationToken');
  const isOwn = door.isOwnMark(params['mark'] ?? '');
  const wait = waitAtDoor(isOwn, token !== null, at, limits);
  if (wait > 0) return apiRefusalAnswer('too-many-requests', locale, wait);
  if (token !== null) return giveBack(token, call);
  const body = await readBody(request, deps.readJson);
  if (body.kind === 'gone') return undefined;
  if (body.kind !== 'read') return apiRefusalAnswer(body.kind, locale);
  return plain(door.take(body.value) ? 202 : 403, '');
}
