import { unreadableBody } from './errors.js';

/** A body as it came: bytes, or in a batch a value already parsed. */
export type SentBody = { bytes: Buffer } | { value: unknown };

/** The bytes of a body; in a batch those of its base64 text. */
export function readBytes(body: SentBody): Buffer {
  if ('bytes' in body) return body.bytes;
  if (typeof body.value !== 'string') throw unreadableBody();
  return Buffer.from(body.value, 'base64');
}

/** The JSON object of a body. */
export function readBody(contentType: string | undefined, body: SentBody): Record<string, unknown> {
  if (contentType === undefined || !contentType.toLowerCase().includes('application/json')) {
    throw unreadableBody();
  }
  const value: unknown = 'value' in body ? body.value : parse(body.bytes.toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unreadableBody();
  return { ...value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadableBody();
  }
}
