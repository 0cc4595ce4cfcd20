import { createHash } from 'node:crypto';
import type { Instant } from '../domain/instant.js';

/** Remembers for a short time who a token was found to name, so that its signature is not checked at every request. */
export interface CheckedTokens<T> {
  recall(token: string, at: Instant): T | undefined;
  remember(token: string, bearer: T, expires: Instant, at: Instant): void;
}

/** A key withdrawn by Entra, or a bearer found wrong, is honoured no longer than this. */
const keptMs = 5 * 60_000;
const mostKept = 5_000;

/** Tokens themselves are not kept, only their hashes. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** Opens an empty memory. The oldest entries give way once it is full. */
export function openCheckedTokens<T>(): CheckedTokens<T> {
  const kept = new Map<
    string,
    { readonly bearer: T; readonly from: Instant; readonly until: Instant }
  >();
  return {
    recall(token, at) {
      const hash = hashOf(token);
      const found = kept.get(hash);
      // The clock may have been set back: what lies ahead of it proves nothing.
      if (found && found.from <= at && at < found.until) return found.bearer;
      if (found) kept.delete(hash);
      return undefined;
    },
    remember(token, bearer, expires, at) {
      const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
      if (oldest !== undefined) kept.delete(oldest);
      kept.set(hashOf(token), { bearer, from: at, until: Math.min(expires, at + keptMs) });
    },
  };
}
