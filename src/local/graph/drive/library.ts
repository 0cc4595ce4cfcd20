import { nameAlreadyExists } from '../errors.js';
import { GraphFault } from '../graph-fault.js';
import type { ItemStore } from '../item-store.js';
import type { FieldValue, StoredAuthor, StoredItem } from '../stored-types.js';
import { freeName } from './file-name.js';

/** What becomes of a second file of the same name. */
export type ConflictBehavior = 'fail' | 'replace' | 'rename';

/** A body already written, with what is told about it. */
export interface WrittenBody {
  key: string;
  size: number;
  hash: string;
}

const text = (item: StoredItem, field: string) => String(item.fields[field] ?? '');

/** Name of a file or folder. */
export const nameOf = (item: StoredItem) => text(item, 'FileLeafRef');

/** Path below the library, without a leading slash. */
export const pathOf = (item: StoredItem) =>
  [text(item, 'FileDirRef'), nameOf(item)].filter((part) => part !== '').join('/');

/** Key of a file's body; undefined for a folder. */
export const bodyKeyOf = (item: StoredItem): string | undefined =>
  item.fields['BodyKey'] === undefined ? undefined : text(item, 'BodyKey');

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What lies in a folder, by its path; '' is the root. Oldest first. */
export function childrenOf(items: ItemStore, folder: string): StoredItem[] {
  return items
    .all()
    .filter((item) => nameOf(item) !== '' && isSame(text(item, 'FileDirRef'), folder));
}

/** The file or folder at a path. */
export function findAt(items: ItemStore, path: string): StoredItem | undefined {
  return items.all().find((item) => nameOf(item) !== '' && isSame(pathOf(item), path));
}

/** Makes the folders of a path that do not exist yet; refuses one that runs through a file. */
export function ensureFolders(
  items: ItemStore,
  names: readonly string[],
  author: StoredAuthor,
): string {
  return names.reduce((parent, name) => {
    const path = [parent, name].filter((part) => part !== '').join('/');
    const found = findAt(items, path);
    if (found !== undefined && bodyKeyOf(found) !== undefined) {
      throw new GraphFault(400, 'invalidRequest', 'A part of the path is not a folder.');
    }
    const folder = found ?? items.create({ FileDirRef: parent, FileLeafRef: name }, author);
    return pathOf(folder);
  }, '');
}

/** Puts a file into a folder; says whether it is new. 409 where the name is taken and must not be. */
export function putFile(
  items: ItemStore,
  at: { folder: string; name: string; behavior: ConflictBehavior },
  body: WrittenBody,
  author: StoredAuthor,
): { item: StoredItem; isNew: boolean } {
  const { folder, behavior } = at;
  const taken = (name: string) => findAt(items, folder === '' ? name : `${folder}/${name}`);
  const existing = taken(at.name);
  const isFolder = existing !== undefined && bodyKeyOf(existing) === undefined;
  if (existing !== undefined && (behavior === 'fail' || (isFolder && behavior === 'replace'))) {
    throw nameAlreadyExists('An item with the same name already exists under the parent');
  }
  const fields: Record<string, FieldValue> = {
    BodyKey: body.key,
    BodySize: body.size,
    BodyHash: body.hash,
  };
  if (existing !== undefined && behavior === 'replace') {
    return { item: items.update(existing, fields, author), isNew: false };
  }
  const isTaken = (name: string) => taken(name) !== undefined;
  const name = existing === undefined ? at.name : freeName(at.name, isTaken);
  const place = { FileDirRef: folder, FileLeafRef: name };
  return { item: items.create({ ...place, ...fields }, author), isNew: true };
}

/** Removes a file, or a folder with all that is in it; gives back the keys of bodies nobody needs. */
export function removeWithin(items: ItemStore, item: StoredItem): string[] {
  const path = pathOf(item).toLowerCase();
  const isBelow = (other: StoredItem) => pathOf(other).toLowerCase().startsWith(`${path}/`);
  const gone = [...items.all().filter(isBelow), item];
  const keys = gone.flatMap((one) =>
    items.versions(one.id).flatMap((version) => version.changed['BodyKey'] ?? []),
  );
  for (const one of gone) items.remove(one);
  return keys.map(String);
}
