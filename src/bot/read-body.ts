import { largestBody } from './gate.js';

/** A body read whole, or why not. `aborted` means that there is nobody left to answer. */
export type BodyOutcome =
  | { readonly kind: 'read'; readonly body: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'aborted' };

/** The part of an HTTP request that is needed; Node's IncomingMessage fits. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Reads a body of at most 256 KB. Stops reading, and keeps nothing, as soon as there is more. */
export async function readBody(stream: BodyStream): Promise<BodyOutcome> {
  if (Number(stream.headers['content-length'] ?? 0) > largestBody) return { kind: 'too-large' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength;
      if (size > largestBody) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'aborted' };
  }
  return { kind: 'read', body: Buffer.concat(chunks) };
}
