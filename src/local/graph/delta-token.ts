import type { ChangePoint } from './change-log.js';
import { invalidRequest } from './errors.js';

/** Where a caller stands in the changes of a list. */
export interface DeltaToken {
  list: string;
  epoch: number;
  /** Enumerating all items: id of the last one told; absent once changes are told. */
  afterId?: number;
  /** Changes told so far. */
  from: ChangePoint;
  /** End of the round under way; absent in a deltaLink. */
  until?: ChangePoint;
}

/** The opaque text of a token. */
export function writeDeltaToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token), 'utf8').toString('base64url');
}

function isPoint(value: unknown): value is ChangePoint {
  if (typeof value !== 'object' || value === null) return false;
  const { time, seq }: { time?: unknown; seq?: unknown } = value;
  return typeof time === 'number' && typeof seq === 'number';
}

function isToken(value: unknown): value is DeltaToken {
  if (typeof value !== 'object' || value === null) return false;
  const { list, epoch, afterId, from, until }: Record<string, unknown> = { ...value };
  return (
    typeof list === 'string' &&
    typeof epoch === 'number' &&
    (afterId === undefined || typeof afterId === 'number') &&
    isPoint(from) &&
    (until === undefined || isPoint(until))
  );
}

/** Reads a token of a list; refuses other texts and those of other lists. */
export function readDeltaToken(text: string, list: string): DeltaToken {
  try {
    const token: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isToken(token) && token.list === list) return token;
  } catch {
    // falls through: an unreadable token is refused like a foreign one
  }
  throw invalidRequest('Provided sync token is not recognized.');
}
