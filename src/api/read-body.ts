import type { IncomingMessage } from 'node:http';

/** Largest body in bytes. */
export const largestBody = 64 * 1024;

/** A JSON value, or why there is none. `gone`: nobody is left to answer. */
export type BodyOutcome =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'wrong-content-type' | 'too-large' | 'broken-request' | 'gone' };

/** What is sent as plain bytes. Forms of foreign pages cannot send it. */
const bytesOnly = /^application\/octet-stream\s*$/i;

/** Largest workbook in bytes. */
export const largestUpload = 1024 * 1024;

const workbookOnly = /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\s*$/i;

const jsonOnly = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;

type BytesOutcome =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | Exclude<BodyOutcome, { readonly kind: 'read' }>;

/** What speaks against a body by its headings alone. */
function refuseUnread(
  { headers }: IncomingMessage,
  wanted: RegExp,
  largest: number,
): 'wrong-content-type' | 'too-large' | undefined {
  if (headers['content-encoding'] !== undefined || !wanted.test(headers['content-type'] ?? '')) {
    return 'wrong-content-type';
  }
  return Number(headers['content-length'] ?? 0) > largest ? 'too-large' : undefined;
}

async function readBytes(
  request: IncomingMessage,
  wanted: RegExp,
  largest: number,
): Promise<BytesOutcome> {
  const refusal = refuseUnread(request, wanted, largest);
  if (refusal) return { kind: refusal };
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > largest) return { kind: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'gone' };
  }
  return { kind: 'read', bytes: Buffer.concat(chunks) };
}

/** What speaks against a file of at most so many bytes before it is read; undefined where nothing does. */
export function refuseFileUnread(
  request: IncomingMessage,
  largest: number,
): 'wrong-content-type' | 'too-large' | undefined {
  return refuseUnread(request, bytesOnly, largest);
}

/** Reads a file of at most so many bytes; one that says it is larger is refused unread. */
export function readFile(request: IncomingMessage, largest: number): Promise<BytesOutcome> {
  return readBytes(request, bytesOnly, largest);
}

/** Reads a workbook of at most 1 MB. */
export function readUpload(request: IncomingMessage): Promise<BytesOutcome> {
  return readBytes(request, workbookOnly, largestUpload);
}

/**
 * Reads a JSON body of at most 64 KB. Other content types are refused, which also keeps foreign pages out: their forms
 * cannot send JSON. `readJson` answers undefined for what it does not accept.
 */
export async function readBody(
  request: IncomingMessage,
  readJson: (body: Uint8Array) => unknown,
): Promise<BodyOutcome> {
  const read = await readBytes(request, jsonOnly, largestBody);
  if (read.kind !== 'read') return read;
  const value = readJson(read.bytes);
  return value === undefined ? { kind: 'broken-request' } : { kind: 'read', value };
}
