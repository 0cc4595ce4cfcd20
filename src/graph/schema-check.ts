import { z } from 'zod';
import { someAtOnce } from '../usecases/some-at-once.js';
import type { GraphClient } from './client.js';
import {
  type ExistingColumn,
  existingColumnShape,
  hasType,
  missingCodes,
} from './column-definitions.js';
import { allSchemas } from './lists/all-lists.js';
import type { Column } from './lists/column.js';
import type { ListSchema } from './lists/list-definition.js';
import { type ExistingList, listOf } from './site.js';

/** One thing that is not as the product needs it. */
export type SchemaDeviation =
  | { readonly kind: 'no-list'; readonly list: ListSchema }
  | {
      readonly kind: 'no-column';
      readonly list: ListSchema;
      readonly listId: string;
      readonly column: Column;
    }
  | {
      /** Flags or codes are missing: can be corrected. */
      readonly kind: 'incomplete-column';
      readonly list: ListSchema;
      readonly listId: string;
      readonly column: Column;
      readonly existing: ExistingColumn;
      readonly lacks: ColumnLack;
    }
  | {
      /** The column exists with another type: only a person can say what its content is worth. */
      readonly kind: 'wrong-type';
      readonly list: ListSchema;
      readonly column: Column;
    };

/** A list, or a column of it, that still bears its ASCII name where people read. Nothing depends on it. */
export interface PlainName {
  readonly kind: 'plain-name';
  readonly list: ListSchema;
  readonly listId: string;
  readonly column?: { readonly definition: Column; readonly id: string };
}

/** What an existing column lacks. */
export interface ColumnLack {
  readonly index: boolean;
  readonly unique: boolean;
  readonly codes: readonly string[];
}

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

function lackOf(column: Column, existing: ExistingColumn): ColumnLack {
  return {
    index: column.indexed && !existing.indexed,
    unique: column.unique && !existing.enforceUniqueValues,
    codes: missingCodes(column, existing),
  };
}

const isWhole = ({ index, unique, codes }: ColumnLack): boolean =>
  !index && !unique && codes.length === 0;

/** Where a name was given by hand it stays; only the one that the service put there is replaced. */
const bearsPlainName = (
  part: { readonly name: string; readonly displayName: string },
  displayName: string,
): boolean => part.displayName !== part.name && (displayName === part.name || displayName === '');

function checkColumn(
  list: ListSchema,
  listId: string,
  column: Column,
  existing: ExistingColumn | undefined,
): readonly (SchemaDeviation | PlainName)[] {
  if (!existing) return [{ kind: 'no-column', list, listId, column }];
  if (!hasType(column.type, existing)) return [{ kind: 'wrong-type', list, column }];
  const lacks = lackOf(column, existing);
  const named = { definition: column, id: existing.id };
  return [
    ...(isWhole(lacks)
      ? []
      : [{ kind: 'incomplete-column' as const, list, listId, column, existing, lacks }]),
    ...(bearsPlainName(column, existing.displayName)
      ? [{ kind: 'plain-name' as const, list, listId, column: named }]
      : []),
  ];
}

async function checkList(
  client: GraphClient,
  site: string,
  list: ListSchema,
  found: ExistingList | undefined,
): Promise<readonly (SchemaDeviation | PlainName)[]> {
  if (!found) return [{ kind: 'no-list', list }];
  const existing = await readColumns(client, `${site}/lists/${found.id}`);
  return [
    ...(bearsPlainName(list, found.displayName)
      ? [{ kind: 'plain-name' as const, list, listId: found.id }]
      : []),
    ...list.columns.flatMap((column) =>
      checkColumn(list, found.id, column, existing.get(column.name)),
    ),
  ];
}

/**
 * Compares lists of a site with the column tables, down to the names that people read. Columns the product does not
 * know are nobody's fault.
 */
export async function compareSchema(
  client: GraphClient,
  site: string,
  lists: readonly ExistingList[],
): Promise<readonly (SchemaDeviation | PlainName)[]> {
  const deviations = await someAtOnce(allSchemas, readsAtOnce, (list) =>
    checkList(client, site, list, listOf(list, lists)),
  );
  return deviations.flat();
}

const isGrave = (deviation: SchemaDeviation | PlainName): deviation is SchemaDeviation =>
  deviation.kind !== 'plain-name';

/** What the app cannot work with. */
export async function checkSchema(
  client: GraphClient,
  site: string,
  lists: readonly ExistingList[],
): Promise<readonly SchemaDeviation[]> {
  return (await compareSchema(client, site, lists)).filter(isGrave);
}

function lackWords({ index, unique, codes }: ColumnLack): string {
  return [
    ...(index ? ['an index'] : []),
    ...(unique ? ['the demand of unique values'] : []),
    ...(codes.length > 0 ? [`the choices ${codes.join(', ')}`] : []),
  ].join(' and ');
}

/** A deviation in one sentence that names list, column and remedy. */
export function describeDeviation(deviation: SchemaDeviation): string {
  const list = `list ${deviation.list.name}（${deviation.list.displayName}）`;
  if (deviation.kind === 'no-list') return `There is no ${list}: run \`npm run provision\`.`;
  const column = `column ${deviation.column.name}（${deviation.column.displayName}）`;
  const there = `In the ${list} the ${column}`;
  if (deviation.kind === 'no-column') return `${there} is missing: run \`npm run provision\`.`;
  if (deviation.kind === 'incomplete-column') {
    return `${there} lacks ${lackWords(deviation.lacks)}: run \`npm run provision\`.`;
  }
  return `${there} is not of the type ${deviation.column.type.kind}: save its content, delete the column in SharePoint, then run \`npm run provision\`.`;
}
