import { unreadableBody } from './errors.js';

/** The JSON object of a body, sent as text or already parsed in a batch. */
export function readBody(
  contentType: string | undefined,
  body: { text: string } | { value: unknown },
): Record<string, unknown> {
  if (contentType === undefined || !contentType.toLowerCase().includes('application/json')) {
    throw unreadableBody();
  }
  const value: unknown = 'value' in body ? body.value : parse(body.text);
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
