import { itemNotFound } from './errors.js';
import type { GraphCall, GraphReply } from './graph-call.js';
import { authorOf, type GraphContext, openItem } from './graph-context.js';
import type { ItemStore } from './item-store.js';
import { presentAuthor } from './present-author.js';
import { presentFields } from './present-fields.js';
import { contextOf, type ItemPlace } from './present-item.js';
import { presentTime } from './present-time.js';
import { readExpand } from './read-options.js';
import type { FieldValue, StoredItem, StoredVersion } from './stored-types.js';

type Place = ItemPlace & { items: ItemStore; item: StoredItem };

function presentVersion(place: Place, version: StoredVersion, call: GraphCall): object {
  const fields = readExpand(call.options, ['fields']).get('fields');
  const select = fields === 'all' ? undefined : fields;
  const state = place.items.stateAt(place.item, version.n);
  return {
    lastModifiedDateTime: presentTime(version.at),
    id: `${version.major}.0`,
    lastModifiedBy: presentAuthor(version.editor),
    ...(fields === undefined ? {} : { fields: presentFields(place.list.columns, state, select) }),
  };
}

function versionsOf(place: Place): StoredVersion[] {
  return place.items.versions(place.item.id).filter((version) => version.system !== true);
}

function findVersion(place: Place, call: GraphCall): StoredVersion {
  const id = call.params['version'];
  const version = versionsOf(place).find((entry) => `${entry.major}.0` === id);
  if (version === undefined) throw itemNotFound();
  return version;
}

function listVersions(context: GraphContext, call: GraphCall): GraphReply {
  const place = openItem(context, call, 'read');
  const value = versionsOf(place)
    .reverse()
    .map((version) => presentVersion(place, version, call));
  const odataContext = `${contextOf(place)}/items('${place.item.id}')/versions`;
  return { status: 200, body: { '@odata.context': odataContext, value } };
}

function getVersion(context: GraphContext, call: GraphCall): GraphReply {
  const place = openItem(context, call, 'read');
  return { status: 200, body: presentVersion(place, findVersion(place, call), call) };
}

function restoreVersion(context: GraphContext, call: GraphCall): GraphReply {
  const place = openItem(context, call, 'write');
  const past = place.items.stateAt(place.item, findVersion(place, call).n);
  const changed: Record<string, FieldValue | null> = { ...past.fields };
  for (const name of Object.keys(place.item.fields)) changed[name] ??= null;
  place.items.update(place.item, changed, authorOf(call));
  return { status: 204 };
}

/** Versions of an item, newest first (facts: graph-sharepoint.md §4.5). */
export function addVersions(context: GraphContext): void {
  const versions = '/sites/:site/lists/:list/items/:item/versions';
  context.add('GET', versions, {
    name: 'GET versions',
    units: 2,
    options: ['$expand'],
    run: (call) => listVersions(context, call),
  });
  context.add('GET', `${versions}/:version`, {
    name: 'GET version',
    units: 1,
    options: ['$expand'],
    run: (call) => getVersion(context, call),
  });
  context.add('POST', `${versions}/:version/restoreVersion`, {
    name: 'POST restoreVersion',
    units: 2,
    options: [],
    run: (call) => restoreVersion(context, call),
  });
}
