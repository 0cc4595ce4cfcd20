import type { ReplaceOutcome, Stored } from '../usecases/ports.js';
import { failureOf } from './answer.js';
import type { GraphClient } from './client.js';
import { createListItems, type ListPath } from './list-items.js';
import type { WritableListDefinition } from './lists/list-definition.js';

/**
 * Writes every column of an item as its value says, on condition that nobody has written since it was read: for items
 * that were changed by hand and are shown as their trail says. Throws the four failures.
 */
export async function rewriteItem<T>(
  list: WritableListDefinition<T>,
  path: ListPath,
  client: GraphClient,
  { itemId, value, revision }: Stored<T>,
): Promise<ReplaceOutcome<T>> {
  const address = `${path()}/items/${encodeURIComponent(itemId)}`;
  const body = { fields: list.toFields(value) };
  const call = { method: 'PATCH', path: address, body, ifMatch: revision } as const;
  const answer = await client.exchange(call);
  if (answer.kind === 'answered' && answer.status === 412) return { kind: 'changed-meanwhile' };
  if (answer.kind === 'unanswered' || answer.status > 299) throw failureOf(call, answer);
  const read = await createListItems(list, path, client).read(itemId);
  if (!read) throw failureOf(call, answer);
  return { kind: 'stored', stored: read };
}
