import type { ItemStore } from '../item-store.js';
import type { StoredItem } from '../stored-types.js';
import type { Files } from './files.js';
import { removeWithin } from './library.js';

/** Removes a file, or a folder with all that is in it, and the bodies nobody needs any more. */
export function removeFile({ bodies }: Files, items: ItemStore, item: StoredItem): void {
  for (const key of removeWithin(items, item)) bodies.remove(key);
}
