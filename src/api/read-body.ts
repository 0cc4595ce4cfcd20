import type { IncomingMessage } from 'node:http';

/** Largest body in bytes. */
export const largestBody = 64 * 1024;

/** A JSON value, or why there is none. `gone`: nobody is left to answer. */
export type BodyOutcome =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'wrong-content-type' | 'too-large' | 'broken-request' | 'gone' };

const jsonOnly = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

/**
 * Reads a JSON body of at most 64 KB. Other content types are refused, which also keeps foreign pages out: their forms
 * cannot send JSON. `readJson` answers undefined for what it does not accept.
 */
export async function readBody(
  request: IncomingMessage,
  readJson: (body: Uint8Array) => unknown,
): Promise<BodyOutcome> {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined || !jsonOnly.test(headers['content-type'] ?? '')) {
    return { kind: 'wrong-content-type' };
  }
  if (Number(headers['content-length'] ?? 0) > largestBody) return { kind: 'too-large' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > largestBody) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'gone' };
  }
  const value = readJson(Buffer.concat(chunks));
  return value === undefined ? { kind: 'broken-request' } : { kind: 'read', value };
}
