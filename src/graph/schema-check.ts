import { z } from 'zod';
import { someAtOnce } from '../usecases/some-at-once.js';
import type { GraphClient } from './client.js';
import {
  type ExistingColumn,
  existingColumnShape,
  hasType,
  missingCodes,
} from './column-definitions.js';
import { allLists } from './lists/all-lists.js';
import type { Column } from './lists/column.js';
import type { ListDefinition } from './lists/list-definition.js';
import { type ExistingList, listOf, readLists } from './site.js';

/** One thing that is not as the product needs it. */
export type SchemaDeviation =
  | { readonly kind: 'no-list'; readonly list: ListDefinition<unknown> }
  | {
      readonly kind: 'no-column';
      readonly list: ListDefinition<unknown>;
      readonly listId: string;
      readonly column: Column;
    }
  | {
      /** Flags or codes are missing: can be corrected. */
      readonly kind: 'incomplete-column';
      readonly list: ListDefinition<unknown>;
      readonly listId: string;
      readonly column: Column;
      readonly existing: ExistingColumn;
      readonly lacks: readonly string[];
    }
  | {
      /** The column exists with another type: only a person can say what its content is worth. */
      readonly kind: 'wrong-type';
      readonly list: ListDefinition<unknown>;
      readonly column: Column;
    };

/** Lists read side by side; far below what Graph throttles. */
const readsAtOnce = 4;

const columnsShape = z.object({
  value: z.array(existingColumnShape),
  '@odata.nextLink': z.string().optional(),
});

async function readColumns(
  client: GraphClient,
  listPath: string,
): Promise<ReadonlyMap<string, ExistingColumn>> {
  const columns = new Map<string, ExistingColumn>();
  let path: string | undefined = `${listPath}/columns`;
  while (path !== undefined) {
    const page: z.infer<typeof columnsShape> = await client.read(path, columnsShape);
    for (const column of page.value) columns.set(column.name, column);
    const next = page['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
  return columns;
}

function lacksOf(column: Column, existing: ExistingColumn): readonly string[] {
  const codes = missingCodes(column, existing);
  return [
    ...(column.indexed && !existing.indexed ? ['an index'] : []),
    ...(column.unique && !existing.enforceUniqueValues ? ['the demand of unique values'] : []),
    ...(codes.length > 0 ? [`the choices ${codes.join(', ')}`] : []),
  ];
}

function checkColumn(
  list: ListDefinition<unknown>,
  listId: string,
  column: Column,
  existing: ExistingColumn | undefined,
): SchemaDeviation | undefined {
  if (!existing) return { kind: 'no-column', list, listId, column };
  if (!hasType(column.type, existing)) return { kind: 'wrong-type', list, column };
  const lacks = lacksOf(column, existing);
  if (lacks.length === 0) return undefined;
  return { kind: 'incomplete-column', list, listId, column, existing, lacks };
}

async function checkList(
  client: GraphClient,
  site: string,
  list: ListDefinition<unknown>,
  found: ExistingList | undefined,
): Promise<readonly SchemaDeviation[]> {
  if (!found) return [{ kind: 'no-list', list }];
  const existing = await readColumns(client, `${site}/lists/${found.id}`);
  return list.columns.flatMap(
    (column) => checkColumn(list, found.id, column, existing.get(column.name)) ?? [],
  );
}

/** Compares the lists of a site with the column tables. Columns the product does not know are nobody's fault. */
export async function checkSchema(
  client: GraphClient,
  site: string,
): Promise<readonly SchemaDeviation[]> {
  const lists = await readLists(client, site);
  const definitions = Object.values<ListDefinition<unknown>>(allLists);
  const deviations = await someAtOnce(definitions, readsAtOnce, (list) =>
    checkList(client, site, list, listOf(list, lists)),
  );
  return deviations.flat();
}

/** A deviation in one sentence that names list, column and remedy. */
export function describeDeviation(deviation: SchemaDeviation): string {
  const list = `list ${deviation.list.name}（${deviation.list.displayName}）`;
  if (deviation.kind === 'no-list') return `There is no ${list}: run \`npm run provision\`.`;
  const column = `column ${deviation.column.name}（${deviation.column.displayName}）`;
  const there = `In the ${list} the ${column}`;
  if (deviation.kind === 'no-column') return `${there} is missing: run \`npm run provision\`.`;
  if (deviation.kind === 'incomplete-column') {
    return `${there} lacks ${deviation.lacks.join(' and ')}: run \`npm run provision\`.`;
  }
  return `${there} is not of the type ${deviation.column.type.kind}: save its content, delete the column in SharePoint, then run \`npm run provision\`.`;
}
