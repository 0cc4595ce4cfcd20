import type { IncomingMessage } from 'node:http';
import { largestBody } from './gate.js';

/** A body read whole, or why not. `aborted` means that there is nobody left to answer. */
export type BodyOutcome =
  | { readonly kind: 'read'; readonly body: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/**
 * Reads a body of at most 256 KB. Stops reading, and keeps nothing, as soon as there is more; the connection stays, so
 * that it can be answered.
 */
export async function readBody(request: IncomingMessage): Promise<BodyOutcome> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > largestBody) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'aborted' };
  }
  return { kind: 'read', body: Buffer.concat(chunks) };
}
