import { invalidRequest } from './errors.js';
import type { SortKey } from './filter/order-by.js';
import type { GraphCall } from './graph-call.js';

/** The opaque text of a place in an order: base64url of `Paged=TRUE&p_…`. */
export function writeSkipToken(key: SortKey): string {
  const token = new URLSearchParams({ Paged: 'TRUE' });
  for (const [index, value] of key.values.entries()) {
    token.set(`p_${index}`, JSON.stringify(value));
  }
  token.set('p_ID', String(key.id));
  return Buffer.from(token.toString(), 'utf8').toString('base64url');
}

/** Reads a skip token for an order over `columns` columns; refuses any other text. */
export function readSkipToken(text: string, columns: number): SortKey {
  const token = new URLSearchParams(Buffer.from(text, 'base64url').toString('utf8'));
  const id = Number(token.get('p_ID') ?? Number.NaN);
  const texts = Array.from({ length: columns }, (_, index) => token.get(`p_${index}`));
  if (token.get('Paged') !== 'TRUE' || !Number.isInteger(id) || texts.includes(null)) {
    throw invalidRequest('The skip token is invalid.');
  }
  try {
    return { id, values: texts.map((value) => JSON.parse(value ?? 'null')) };
  } catch {
    throw invalidRequest('The skip token is invalid.');
  }
}

/** Address of this call with other options: those of the call that are `kept`, then `more`. */
export function linkOf(
  call: GraphCall,
  kept: readonly string[],
  more: Record<string, string>,
): string {
  const own = [...call.options].filter(([name]) => kept.includes(name) && !(name in more));
  const query = [...own, ...Object.entries(more)].map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  return `${call.base}${call.path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}
