import { removeFile } from './drive/remove-file.js';
import { invalidRequest, malformedRequest } from './errors.js';
import { checkIfMatch, etagHeader, etagOf } from './etag.js';
import { defaultFields, readFieldInput } from './field-input.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import {
  authorOf,
  type GraphContext,
  openItem,
  openList,
  operationAdder,
} from './graph-context.js';
import { checkSelectedFields, presentFields } from './present-fields.js';
import {
  contextOf,
  type ItemPlace,
  type ItemView,
  itemMembers,
  presentItem,
} from './present-item.js';
import { readExpand, readSelect } from './read-options.js';
import type { FieldValue, StoredColumn, StoredItem } from './stored-types.js';

/** `$select` and `$expand=fields(…)` of a call, checked against the columns. */
export function readItemView(call: GraphCall, columns: readonly StoredColumn[]): ItemView {
  const fields = readExpand(call.options, ['fields']).get('fields');
  if (Array.isArray(fields)) checkSelectedFields(columns, fields);
  return { select: readSelect(call.options, itemMembers), fields };
}

function fieldsOf(call: GraphCall): unknown {
  const { fields, ...others } = call.body();
  if (Object.keys(others).length > 0) throw malformedRequest();
  if (fields === undefined) throw invalidRequest();
  return fields;
}

function present(
  context: GraphContext,
  place: ItemPlace,
  item: StoredItem,
  view: ItemView,
  status: number,
): GraphReply {
  const { quotedEtagHeader } = context.deps.profile.current();
  return {
    status,
    headers: { ETag: etagHeader(item, quotedEtagHeader) },
    body: {
      '@odata.context': `${contextOf(place)}/items/$entity`,
      ...presentItem(place, item, view),
    },
  };
}

const everything: ItemView = { select: undefined, fields: 'all' };

function createItem(context: GraphContext, call: GraphCall): GraphReply {
  const place = openList(context, call, 'write');
  const { columns, template } = place.list;
  if (template !== 'genericList') throw invalidRequest('Cannot create an item in a library.');
  const input = readFieldInput(columns, fieldsOf(call));
  const fields: Record<string, FieldValue> = defaultFields(columns);
  for (const [name, value] of Object.entries(input)) {
    if (value === null) delete fields[name];
    else fields[name] = value;
  }
  const item = place.items.create(fields, authorOf(call));
  return present(context, place, item, everything, 201);
}

function getItem(context: GraphContext, call: GraphCall): GraphReply {
  const place = openItem(context, call, 'read');
  const view = readItemView(call, place.list.columns);
  return present(context, place, place.item, view, 200);
}

function changeItem(context: GraphContext, call: GraphCall, input: unknown) {
  const place = openItem(context, call, 'write');
  const changed = readFieldInput(place.list.columns, input);
  checkIfMatch(call.headers['if-match'], place.item);
  const item = place.items.update(place.item, changed, authorOf(call));
  return { place, item };
}

function patchItem(context: GraphContext, call: GraphCall): GraphReply {
  const { place, item } = changeItem(context, call, fieldsOf(call));
  return present(context, place, item, everything, 200);
}

function patchFields(context: GraphContext, call: GraphCall): GraphReply {
  if (context.deps.profile.current().refuseFieldsPatch) throw invalidRequest();
  const { place, item } = changeItem(context, call, call.body());
  return {
    status: 200,
    headers: { ETag: etagHeader(item, context.deps.profile.current().quotedEtagHeader) },
    body: {
      '@odata.context': `${contextOf(place)}/items('${item.id}')/fields/$entity`,
      ...presentFields(place.list.columns, item, undefined),
    },
  };
}

function getFields(context: GraphContext, call: GraphCall): GraphReply {
  const place = openItem(context, call, 'read');
  const names = place.list.columns.map((column) => column.name);
  const select = readSelect(call.options, [...names, 'id', 'Created', 'Modified']);
  return {
    status: 200,
    body: {
      '@odata.context': `${contextOf(place)}/items('${place.item.id}')/fields/$entity`,
      ...presentFields(place.list.columns, place.item, select),
      '@odata.etag': etagOf(place.item),
    },
  };
}

function deleteItem(context: GraphContext, call: GraphCall): GraphReply {
  const { items, item, list } = openItem(context, call, 'write');
  checkIfMatch(call.headers['if-match'], item);
  if (list.template === 'genericList') items.remove(item);
  else removeFile(context.files, items, item);
  return { status: 204 };
}

/** Single items: create, read, change in both forms, delete. */
export function addItemOperations(context: GraphContext): void {
  const items = '/sites/:site/lists/:list/items';
  const view = ['$select', '$expand'];
  const add = operationAdder(context);
  add('POST', items, 'POST items', 2, [], createItem);
  add('GET', `${items}/:item`, 'GET item', 1, view, getItem);
  add('PATCH', `${items}/:item`, 'PATCH item', 2, [], patchItem);
  add('DELETE', `${items}/:item`, 'DELETE item', 2, [], deleteItem);
  add('GET', `${items}/:item/fields`, 'GET item fields', 1, ['$select'], getFields);
  add('PATCH', `${items}/:item/fields`, 'PATCH item fields', 2, [], patchFields);
}
