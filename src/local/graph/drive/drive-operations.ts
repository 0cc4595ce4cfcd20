import type { GraphCall, GraphReply } from '../graph-call.js';
import { type GraphContext, openSite, operationAdder } from '../graph-context.js';
import { linkOf, readSkipToken, writeSkipToken } from '../paging.js';
import { readSelect, readTop } from '../read-options.js';
import { librariesOf } from './drive-address.js';
import { driveIdOf, driveItemIdOf } from './drive-ids.js';
import { childrenOf } from './library.js';
import { type DrivePlace, openDrive, openExisting } from './open-drive.js';
import { driveItemMembers, presentDrive, presentDriveItem } from './present-drive.js';

/** The two forms to which every address of a file or folder comes down. */
export const driveItemPatterns = [
  '/drives/:drive/items/:item',
  '/drives/:drive/items/:item/path:/:path',
] as const;

const defaultPage = 200;
const listOptions = ['$select', '$top', '$skiptoken'];

function chosen(whole: Record<string, unknown>, select: readonly string[] | undefined) {
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => select?.includes(name) ?? true),
  );
}

/** `…/$metadata#drives('…')` of a drive, as contexts begin. */
export function driveContextOf({ base, driveId }: DrivePlace): string {
  return `${base}/$metadata#drives('${encodeURIComponent(driveId)}')`;
}

function listDrives(context: GraphContext, call: GraphCall): GraphReply {
  const site = openSite(context, call, 'read');
  const value = librariesOf(context.store, site).map((list) => {
    const items = context.store.items(list);
    const driveId = driveIdOf(site, list);
    return presentDrive({ base: call.base, site, list, items, driveId });
  });
  const odataContext = `${call.base}/$metadata#drives`;
  return { status: 200, body: { '@odata.context': odataContext, value } };
}

function getDrive(context: GraphContext, call: GraphCall): GraphReply {
  const place = openDrive(context, call, 'read');
  const whole = presentDrive(place);
  const select = readSelect(call.options, Object.keys(whole));
  return {
    status: 200,
    body: { '@odata.context': `${call.base}/$metadata#drives/$entity`, ...chosen(whole, select) },
  };
}

function getItem(context: GraphContext, call: GraphCall): GraphReply {
  const target = openExisting(context, call, 'read');
  const select = readSelect(call.options, driveItemMembers);
  return {
    status: 200,
    body: {
      '@odata.context': `${driveContextOf(target)}/items/$entity`,
      ...chosen(presentDriveItem(context, target, target.item), select),
    },
  };
}

function listChildren(context: GraphContext, call: GraphCall): GraphReply {
  const target = openExisting(context, call, 'read');
  const select = readSelect(call.options, driveItemMembers);
  const top = readTop(call.options, defaultPage);
  const token = call.options.get('$skiptoken');
  const after = token === undefined ? 0 : readSkipToken(token, 0).id;
  const rows = childrenOf(target.items, target.names.join('/')).filter(
    (item) => Number(item.id) > after,
  );
  const page = rows.slice(0, top);
  const last = page.at(-1);
  const hasMore = rows.length > top && last !== undefined;
  const $skiptoken = writeSkipToken({ id: Number(last?.id ?? 0), values: [] });
  const folder = driveItemIdOf(target.list, target.item?.guid ?? target.list.id);
  const byId = { ...call, path: `/drives/${target.driveId}/items/${folder}/children` };
  return {
    status: 200,
    body: {
      '@odata.context': `${driveContextOf(target)}/items`,
      ...(hasMore ? { '@odata.nextLink': linkOf(byId, listOptions, { $skiptoken }) } : {}),
      value: page.map((item) => chosen(presentDriveItem(context, target, item), select)),
    },
  };
}

/** Drives of a site, and reading what is in them (facts: graph-sharepoint.md §4.6). */
export function addDrives(context: GraphContext): void {
  const add = operationAdder(context);
  add('GET', '/sites/:site/drives', 'GET drives', 2, [], listDrives);
  add('GET', '/drives/:drive', 'GET drive', 1, ['$select'], getDrive);
  for (const item of driveItemPatterns) {
    add('GET', item, 'GET driveItem', 1, ['$select'], getItem);
    add('GET', `${item}/children`, 'GET children', 2, listOptions, listChildren);
  }
}
