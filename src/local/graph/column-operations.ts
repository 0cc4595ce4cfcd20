import { changeColumn, mostIndexes, presentColumn, readNewColumn } from './column-definition.js';
import { accessDenied, invalidRequest, itemNotFound, nameAlreadyExists } from './errors.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import { type GraphContext, openList, operationAdder } from './graph-context.js';
import type { ItemStore } from './item-store.js';
import { contextOf, type ItemPlace } from './present-item.js';
import { presentColumns } from './present-list.js';
import { readSelect } from './read-options.js';
import type { StoredColumn } from './stored-types.js';
import { systemColumns } from './system-columns.js';

const columnMembers = [
  'id',
  'name',
  'displayName',
  'description',
  'columnGroup',
  'indexed',
  'enforceUniqueValues',
  'required',
  'hidden',
  'readOnly',
  'defaultValue',
  'text',
  'choice',
  'number',
  'boolean',
  'dateTime',
  'personOrGroup',
  'lookup',
];

type Place = ItemPlace & { items: ItemStore };

/** Puts new columns in force; refuses too many indexes and values that are not unique. */
function store(context: GraphContext, place: Place, columns: StoredColumn[]): void {
  if (columns.filter((column) => column.indexed).length > mostIndexes) {
    throw invalidRequest('The list has reached the limit of 20 indexed columns.');
  }
  const conflict = place.items.reindex(columns);
  if (conflict !== undefined) {
    throw invalidRequest(
      `Cannot enforce unique values: duplicate values were found in the following field(s) in the list: [${conflict}].`,
    );
  }
  const modifiedAt = context.deps.clock.now();
  context.store.lists.put({ ...place.list, columns, modifiedAt, n: place.list.n + 1 });
}

function present(place: Place, column: StoredColumn, status: number): GraphReply {
  const odataContext = `${contextOf(place)}/columns/$entity`;
  return { status, body: { '@odata.context': odataContext, ...presentColumn(column) } };
}

/** Own columns by id or name; those of the system can be read, not changed. */
function findColumn(place: Place, call: GraphCall): StoredColumn {
  const key = (call.params['column'] ?? '').toLowerCase();
  const column = [...place.list.columns, ...systemColumns].find(
    (entry) => entry.id === key || entry.name.toLowerCase() === key,
  );
  if (column === undefined) throw itemNotFound('The column was not found');
  if (call.method !== 'GET' && !place.list.columns.includes(column)) throw accessDenied();
  return column;
}

function listColumns(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'read');
  const value = presentColumns(place.list, readSelect(call.options, columnMembers));
  return { status: 200, body: { '@odata.context': `${contextOf(place)}/columns`, value } };
}

function createColumn(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'manage');
  const column = readNewColumn(call.body(), context.deps.random);
  const { columns } = place.list;
  const isTaken = columns.some((entry) => entry.name.toLowerCase() === column.name.toLowerCase());
  if (isTaken) throw nameAlreadyExists();
  store(context, place, [...columns, column]);
  return present(place, column, 201);
}

function patchColumn(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'manage');
  const column = findColumn(place, call);
  const changed = changeColumn(column, call.body());
  store(
    context,
    place,
    place.list.columns.map((entry) => (entry === column ? changed : entry)),
  );
  return present(place, changed, 200);
}

function deleteColumn(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'manage');
  const column = findColumn(place, call);
  if (column.name === 'Title') throw accessDenied();
  store(
    context,
    place,
    place.list.columns.filter((entry) => entry !== column),
  );
  return { status: 204 };
}

/** Columns of a list (facts: graph-sharepoint.md §3.1). */
export function addColumnOperations(context: GraphContext): void {
  const columns = '/sites/:site/lists/:list/columns';
  const add = operationAdder(context);
  add('GET', columns, 'GET columns', 2, ['$select'], listColumns);
  add('POST', columns, 'POST columns', 2, [], createColumn);
  add('GET', `${columns}/:column`, 'GET column', 1, [], (inner, call) => {
    const place = openList(inner, call, 'read');
    return present(place, findColumn(place, call), 200);
  });
  add('PATCH', `${columns}/:column`, 'PATCH column', 2, [], patchColumn);
  add('DELETE', `${columns}/:column`, 'DELETE column', 2, [], deleteColumn);
}
