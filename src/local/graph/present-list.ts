import { presentColumn } from './column-definition.js';
import { presentAuthor } from './present-author.js';
import { type ItemPlace, listUrl } from './present-item.js';
import { presentTime } from './present-time.js';
import type { StoredList } from './stored-types.js';
import { systemColumns } from './system-columns.js';

/** Members of a list that `$select` may name. */
export const listMembers = [
  'id',
  'name',
  'displayName',
  'description',
  'createdDateTime',
  'lastModifiedDateTime',
  'eTag',
  'webUrl',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'list',
];

function chosen(whole: Record<string, unknown>, select: readonly string[] | undefined) {
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => select?.includes(name) ?? true),
  );
}

/** The columns of a list, its own first, then the system's. */
export function presentColumns(
  list: StoredList,
  select: readonly string[] | undefined,
): Record<string, unknown>[] {
  return [...list.columns, ...systemColumns].map((column) => chosen(presentColumn(column), select));
}

/** A list as answered; `columns` = undefined leaves them out. */
export function presentList(
  { site, list }: ItemPlace,
  select: readonly string[] | undefined,
  columns: 'all' | readonly string[] | undefined,
): Record<string, unknown> {
  const etag = `"${list.id},${list.n}"`;
  const whole = {
    createdDateTime: presentTime(list.createdAt),
    description: list.description,
    eTag: etag,
    id: list.id,
    lastModifiedDateTime: presentTime(list.modifiedAt),
    name: list.name,
    webUrl: listUrl(site, list),
    displayName: list.displayName,
    createdBy: presentAuthor(list.author),
    lastModifiedBy: presentAuthor(list.author),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  };
  return {
    '@odata.etag': etag,
    ...chosen(whole, select),
    ...(columns === undefined
      ? {}
      : { columns: presentColumns(list, columns === 'all' ? undefined : columns) }),
  };
}
