import { z } from 'zod';
import type { ReplaceOutcome } from '../usecases/ports.js';
import { failureOf } from './answer.js';
import type { GraphClient } from './client.js';
import { etagOf, itemShape } from './items.js';
import { createListItems, type ListPath } from './list-items.js';
import type { WritableListDefinition } from './lists/list-definition.js';

const presentShape = itemShape.extend({ fields: z.unknown().optional() });

/**
 * Writes every column of an item as a value says, whatever stands there now, on condition that nobody writes between
 * looking and writing. For items that were changed by hand. Throws the four failures.
 */
export async function rewriteItem<T>(
  list: WritableListDefinition<T>,
  path: ListPath,
  client: GraphClient,
  itemId: string,
  value: T,
): Promise<ReplaceOutcome<T>> {
  const address = `${path()}/items/${encodeURIComponent(itemId)}`;
  const ifMatch = etagOf({ ...(await client.read(address, presentShape)), fields: undefined });
  const body = { fields: list.toFields(value) };
  const call = { method: 'PATCH', path: address, body, ...(ifMatch && { ifMatch }) } as const;
  const answer = await client.exchange(call);
  if (answer.kind === 'answered' && answer.status === 412) return { kind: 'changed-meanwhile' };
  if (answer.kind === 'unanswered' || answer.status > 299) throw failureOf(call, answer);
  const read = await createListItems(list, path, client).read(itemId);
  if (!read) throw failureOf(call, answer);
  return { kind: 'stored', stored: read };
}
