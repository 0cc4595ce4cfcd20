import { z } from 'zod';
import { Failure } from '../usecases/failure.js';
import { failureOf } from './answer.js';
import type { GraphClient } from './client.js';
import { etagOf, type Item, itemShape } from './items.js';
import type { Fields, ReadFields } from './lists/list-definition.js';
import type { ItemStep } from './migrations.js';
import { type ExistingList, listOf } from './site.js';

/** Where the items of lists are. */
export interface SiteItems {
  readonly client: GraphClient;
  readonly site: string;
  readonly lists: readonly ExistingList[];
}

const pageShape = z.object({
  value: z.array(itemShape),
  '@odata.nextLink': z.string().optional(),
});

const expandOf = (columns: readonly string[]): string =>
  `$expand=fields($select=${[...new Set(['Title', ...columns])].join(',')})`;

/** Every item of a list, page by page in the order of their ids, so that writing in between skips none. */
export async function* itemsOf(
  client: GraphClient,
  listPath: string,
  columns: readonly string[],
): AsyncGenerator<Item> {
  let path: string | undefined = `${listPath}/items?${expandOf(columns)}&$top=200`;
  while (path !== undefined) {
    const page: z.infer<typeof pageShape> = await client.read(path, pageShape);
    yield* page.value;
    const next = page['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
}

function pathOf({ site, lists }: SiteItems, step: ItemStep): string | undefined {
  const found = listOf(step.list, lists);
  return found && `${site}/lists/${found.id}`;
}

/** What an item holds after a write of these values. */
function laidOver(fields: ReadFields, written: Fields): ReadFields {
  return Object.fromEntries(
    Object.entries({ ...fields, ...written }).filter(([, value]) => value !== null),
  );
}

/** Writes what a step wants of an item; answers whether somebody else was faster, so that it has to be read again. */
async function writeItem(
  client: GraphClient,
  path: string,
  item: Item,
  fields: Fields,
): Promise<boolean> {
  const ifMatch = etagOf(item);
  const call = { method: 'PATCH', path, body: { fields }, ...(ifMatch && { ifMatch }) } as const;
  const answer = await client.exchange(call);
  const status = answer.kind === 'answered' ? answer.status : 0;
  if (status === 412) return true;
  // An item deleted meanwhile needs nothing.
  if (status === 404 || (status >= 200 && status < 300)) return false;
  throw failureOf(call, answer);
}

/** A person may be at work in the list; so often an item is read again after somebody else's write. */
const mostTries = 5;

/** Brings one item to what a step wants. */
async function changeItem(
  client: GraphClient,
  listPath: string,
  first: Item,
  step: ItemStep,
): Promise<void> {
  const path = `${listPath}/items/${encodeURIComponent(first.id)}`;
  let item = first;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const fields = step.change(item.fields ?? {});
    if (fields === undefined || !(await writeItem(client, path, item, fields))) return;
    item = await client.read(`${path}?${expandOf(step.columns)}`, itemShape);
  }
  throw new Failure('conflict', `${path}: written by others all the time; run the command again`);
}

/** Carries out one step on every item of its list. */
export async function carryOutStep(where: SiteItems, step: ItemStep): Promise<void> {
  const path = pathOf(where, step);
  if (path === undefined) return;
  for await (const item of itemsOf(where.client, path, step.columns)) {
    await changeItem(where.client, path, item, step);
  }
}

/** Lays the steps of each move over an item in turn; notes the moves in which it would be written. */
function foresee(item: Item, moves: readonly (readonly ItemStep[])[], counts: number[]): void {
  let fields: ReadFields = item.fields ?? {};
  for (const [index, steps] of moves.entries()) {
    let isWritten = false;
    for (const step of steps) {
      const written = step.change(fields);
      if (written === undefined) continue;
      isWritten = true;
      fields = laidOver(fields, written);
    }
    if (isWritten) counts[index] = (counts[index] ?? 0) + 1;
  }
}

/**
 * How many items each of several moves, made one after the other, would write. Reads, and writes nothing.
 */
export async function countItems(
  where: SiteItems,
  moves: readonly (readonly ItemStep[])[],
): Promise<readonly number[]> {
  const counts = moves.map(() => 0);
  const steps = moves.flat();
  for (const name of new Set(steps.map(({ list }) => list.name))) {
    const ofList = steps.filter(({ list }) => list.name === name);
    const [first] = ofList;
    const path = first && pathOf(where, first);
    if (path === undefined) continue;
    const columns = ofList.flatMap((step) => step.columns);
    const own = moves.map((move) => move.filter(({ list }) => list.name === name));
    for await (const item of itemsOf(where.client, path, columns)) foresee(item, own, counts);
  }
  return counts;
}
