import { allLists } from './lists/all-lists.js';
import type { ListDefinition } from './lists/list-definition.js';

/** A list and its columns by the names that people see in SharePoint. */
export interface ListHeadings {
  readonly displayName: string;
  readonly columns: Readonly<Record<string, string>>;
}

const title = 'タイトル';

/** The headings of every list, by the name of what it holds. */
export const listHeadings: ReadonlyMap<string, ListHeadings> = new Map(
  Object.entries<ListDefinition<unknown>>(allLists).map(([key, { displayName, columns }]) => [
    key,
    {
      displayName,
      columns: {
        Title: title,
        ...Object.fromEntries(columns.map((column) => [column.name, column.displayName])),
      },
    },
  ]),
);
