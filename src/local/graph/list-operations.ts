import { mostIndexes, readNewColumn } from './column-definition.js';
import { removeFile } from './drive/remove-file.js';
import { invalidRequest, malformedRequest, nameAlreadyExists, notSupported } from './errors.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import {
  authorOf,
  type GraphContext,
  openList,
  openSite,
  operationAdder,
} from './graph-context.js';
import type { ItemPlace } from './present-item.js';
import { contextOf } from './present-item.js';
import { listMembers, presentList } from './present-list.js';
import { readExpand, readSelect } from './read-options.js';
import type { StoredColumn, StoredList, StoredSite } from './stored-types.js';

function readText(value: unknown, fallback: string): string {
  if (value === undefined) return fallback;
  if (typeof value !== 'string') throw malformedRequest();
  return value;
}

function readTemplate(list: unknown): StoredList['template'] {
  if (list === undefined) return 'genericList';
  if (typeof list !== 'object' || list === null) throw malformedRequest();
  const { template = 'genericList', ...others }: { template?: unknown } = list;
  if (Object.keys(others).length > 0) throw malformedRequest();
  if (template !== 'genericList' && template !== 'documentLibrary') throw notSupported();
  return template;
}

function readColumns(context: GraphContext, given: unknown): StoredColumn[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw malformedRequest();
  const columns = given.map((entry: unknown) => readNewColumn(entry, context.deps.random));
  const names = new Set(columns.map((column) => column.name.toLowerCase()));
  if (names.size < columns.length) throw nameAlreadyExists();
  if (columns.filter((column) => column.indexed).length > mostIndexes) {
    throw invalidRequest('The list would have more than 20 indexed columns.');
  }
  return columns;
}

function checkDisplayName(
  context: GraphContext,
  site: StoredSite,
  name: string,
  own?: string,
): void {
  if (name.trim() === '' || name.length > 255) throw malformedRequest();
  const taken = context.store.lists.find(site.id, name);
  if (taken !== undefined && taken.id !== own) throw nameAlreadyExists();
}

function createList(context: GraphContext, call: GraphCall): GraphReply {
  const site = openSite(context, call, 'manage');
  const { displayName, description, columns, list: template, ...others } = call.body();
  // `name` too is refused: the service assigns it.
  if (Object.keys(others).length > 0) throw malformedRequest();
  const name = readText(displayName, '');
  checkDisplayName(context, site, name);
  const list = context.store.newList(
    site,
    {
      displayName: name,
      description: readText(description, ''),
      template: readTemplate(template),
      columns: readColumns(context, columns),
    },
    authorOf(call),
  );
  const place: ItemPlace = { base: call.base, site, list };
  return {
    status: 201,
    body: { '@odata.context': contextOf(place), ...presentList(place, undefined, undefined) },
  };
}

function readView(call: GraphCall) {
  return {
    select: readSelect(call.options, listMembers),
    columns: readExpand(call.options, ['columns']).get('columns'),
  };
}

/** `displayName eq '…'` and startswith are what the collection of lists filters by. */
function readListFilter(text: string | undefined): (displayName: string) => boolean {
  if (text === undefined) return () => true;
  const [, name] = /^\s*displayName\s+eq\s+'((?:[^']|'')*)'\s*$/.exec(text) ?? [];
  if (name === undefined) throw invalidRequest('The filter statement is not supported');
  const wanted = name.replaceAll("''", "'").toLowerCase();
  return (displayName) => displayName.toLowerCase() === wanted;
}

function listLists(context: GraphContext, call: GraphCall): GraphReply {
  const site = openSite(context, call, 'read');
  const view = readView(call);
  const accepts = readListFilter(call.options.get('$filter'));
  const value = context.store.lists
    .of(site.id)
    .filter((list) => accepts(list.displayName))
    .map((list) => presentList({ base: call.base, site, list }, view.select, view.columns));
  const siteId = site.id.replaceAll(',', '%2C');
  const odataContext = `${call.base}/$metadata#sites('${siteId}')/lists`;
  return { status: 200, body: { '@odata.context': odataContext, value } };
}

function getList(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'read');
  const view = readView(call);
  return {
    status: 200,
    body: { '@odata.context': contextOf(place), ...presentList(place, view.select, view.columns) },
  };
}

function patchList(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'manage');
  const { displayName, description, ...others } = call.body();
  if (Object.keys(others).length > 0) throw malformedRequest();
  const name = readText(displayName, place.list.displayName);
  checkDisplayName(context, place.site, name, place.list.id);
  const list = {
    ...place.list,
    displayName: name,
    description: readText(description, place.list.description),
    modifiedAt: context.deps.clock.now(),
    n: place.list.n + 1,
  };
  context.store.lists.put(list);
  const next = { ...place, list };
  return {
    status: 200,
    body: { '@odata.context': contextOf(next), ...presentList(next, undefined, undefined) },
  };
}

function deleteList(context: GraphContext, call: GraphCall): GraphReply {
  const { list, items } = openList(context, call, 'manage');
  const isLibrary = list.template === 'documentLibrary';
  for (const item of isLibrary ? items.all() : []) {
    if (items.get(item.id) !== undefined) removeFile(context.files, items, item);
  }
  context.store.lists.remove(list);
  return { status: 204 };
}

/** Lists of a site (facts: graph-sharepoint.md §3). */
export function addListOperations(context: GraphContext): void {
  const lists = '/sites/:site/lists';
  const view = ['$select', '$expand'];
  const add = operationAdder(context);
  add('GET', lists, 'GET lists', 2, [...view, '$filter'], listLists);
  add('POST', lists, 'POST lists', 2, [], createList);
  add('GET', `${lists}/:list`, 'GET list', 1, view, getList);
  add('PATCH', `${lists}/:list`, 'PATCH list', 2, [], patchList);
  add('DELETE', `${lists}/:list`, 'DELETE list', 2, [], deleteList);
}
