import { type AccessLevel, requireAccess } from '../access.js';
import { itemNotFound } from '../errors.js';
import type { GraphCall } from '../graph-call.js';
import type { GraphContext } from '../graph-context.js';
import type { ItemStore } from '../item-store.js';
import type { ItemPlace } from '../present-item.js';
import type { StoredItem } from '../stored-types.js';
import { findDrive } from './drive-address.js';
import { driveItemIdOf } from './drive-ids.js';
import { readPathNames } from './file-name.js';
import { findAt, nameOf, pathOf } from './library.js';

/** A drive, with the items of the library that it is. */
export interface DrivePlace extends ItemPlace {
  items: ItemStore;
  driveId: string;
}

/** What an address names: something that is there, or a place where nothing is yet. */
export interface DriveTarget extends DrivePlace {
  /** Path below the library; '' is the root. */
  names: string[];
  /** undefined for the root, and where nothing is. */
  item: StoredItem | undefined;
  isRoot: boolean;
}

/** The drive of a call; 404 when there is none, 403 below the needed level on its site. */
export function openDrive(context: GraphContext, call: GraphCall, needed: AccessLevel): DrivePlace {
  const driveId = call.params['drive'] ?? '';
  const found = findDrive(context.store, driveId);
  if (found === undefined) throw itemNotFound('The drive could not be found.');
  const { site, list } = found;
  requireAccess(call.caller, context.store.grants.of(site.id), needed);
  return { base: call.base, site, list, items: context.store.items(list), driveId };
}

function namesOfAnchor(place: DrivePlace, id: string): string[] {
  const { list, items } = place;
  if (id === 'root' || id === driveItemIdOf(list, list.id)) return [];
  const item = items
    .all()
    .find((one) => nameOf(one) !== '' && driveItemIdOf(list, one.guid) === id);
  if (item === undefined) throw itemNotFound('The resource could not be found.');
  return pathOf(item).split('/');
}

/** What a call names by id, by path, or by a path below an id; it need not be there. */
export function openTarget(
  context: GraphContext,
  call: GraphCall,
  needed: AccessLevel,
): DriveTarget {
  const place = openDrive(context, call, needed);
  const anchor = namesOfAnchor(place, call.params['item'] ?? '');
  const names = [...anchor, ...readPathNames(call.params['path'] ?? '')];
  const item = names.length === 0 ? undefined : findAt(place.items, names.join('/'));
  return { ...place, names, item, isRoot: names.length === 0 };
}

/** The same, refused with 404 when nothing is there. */
export function openExisting(
  context: GraphContext,
  call: GraphCall,
  needed: AccessLevel,
): DriveTarget {
  const target = openTarget(context, call, needed);
  if (target.item === undefined && !target.isRoot) throw itemNotFound();
  return target;
}
