import { etagOf } from './etag.js';
import { presentAuthor } from './present-author.js';
import { presentFields } from './present-fields.js';
import { presentTime } from './present-time.js';
import type { StoredItem, StoredList, StoredSite } from './stored-types.js';

/** What a call asked to see of items. */
export interface ItemView {
  /** `$select` of the item itself; undefined = everything. */
  select: readonly string[] | undefined;
  /** undefined = no `fields`; `all` = every column; else the selected ones. */
  fields: 'all' | readonly string[] | undefined;
}

/** Where items are: their list and site, and the base of links. */
export interface ItemPlace {
  base: string;
  site: StoredSite;
  list: StoredList;
}

const contentTypeId = '0x0100C5E4A4B3A5D04C4E9A6D4E6D1C8D2F11';

/** Members of an item that `$select` may name. */
export const itemMembers = [
  'id',
  'createdDateTime',
  'eTag',
  'lastModifiedDateTime',
  'webUrl',
  'createdBy',
  'lastModifiedBy',
  'parentReference',
  'contentType',
  'fields',
];

/** `…/$metadata#sites('…')/lists('…')` of a list, as contexts begin. */
export function contextOf({ base, site, list }: ItemPlace): string {
  const siteId = site.id.replaceAll(',', '%2C');
  return `${base}/$metadata#sites('${siteId}')/lists('${list.id}')`;
}

/** Address of a list in the browser. */
export function listUrl(site: StoredSite, list: StoredList): string {
  const folder = list.template === 'documentLibrary' ? '' : '/Lists';
  return `https://${site.hostname}${site.path}${folder}/${encodeURIComponent(list.name)}`;
}

/** An item as answered (facts: graph-sharepoint.md §4.2). */
export function presentItem(
  place: ItemPlace,
  item: StoredItem,
  view: ItemView,
): Record<string, unknown> {
  const { site, list } = place;
  const etag = etagOf(item);
  const whole: Record<string, unknown> = {
    createdDateTime: presentTime(item.createdAt),
    eTag: etag,
    id: item.id,
    lastModifiedDateTime: presentTime(item.modifiedAt),
    webUrl: `${listUrl(site, list)}/${item.id}_.000`,
    createdBy: presentAuthor(item.author),
    lastModifiedBy: presentAuthor(item.editor),
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: contentTypeId, name: 'Item' },
  };
  const shown = Object.entries(whole).filter(([name]) => view.select?.includes(name) ?? true);
  const head = { '@odata.etag': etag, ...Object.fromEntries(shown) };
  if (view.fields === undefined) return head;
  const select = view.fields === 'all' ? undefined : view.fields;
  return {
    ...head,
    'fields@odata.context': `${contextOf(place)}/items('${item.id}')/fields/$entity`,
    fields: presentFields(list.columns, item, select),
  };
}

/** A deleted item as delta tells it. */
export function presentDeleted({ site }: ItemPlace, id: string): Record<string, unknown> {
  return {
    id,
    parentReference: { siteId: site.id },
    contentType: { id: contentTypeId, name: 'Item' },
    deleted: { state: 'deleted' },
  };
}
