import { Failure } from '../usecases/failure.js';
import type { GraphClient } from './client.js';
import type { ListPath } from './list-items.js';
import { allLists } from './lists/all-lists.js';
import { attachmentLibrary } from './lists/attachment-library.js';
import type { ListSchema } from './lists/list-definition.js';
import { type ExistingList, findSite, listOf, readLists, type SiteAddress } from './site.js';

/** Where the lists are: the site and its lists by id, found once. */
export interface Place {
  /** `/sites/{id}` */
  readonly site: string;
  readonly lists: readonly ExistingList[];
}

/** Finds the site and its lists by path and name. Throws where the site cannot be found. */
export async function readPlace(client: GraphClient, address: SiteAddress): Promise<Place> {
  const site = await findSite(client, address);
  return { site, lists: await readLists(client, site) };
}

/** Whether each list of the product is the same in both: none was made anew, and the site was not either. */
export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.site === other.site &&
    [...Object.values(allLists), attachmentLibrary].every(
      (list) => listOf(list, one.lists)?.id === listOf(list, other.lists)?.id,
    )
  );
}

/** Where a list is; using a list that is missing throws. */
export function pathIn({ site, lists }: Place, list: ListSchema): ListPath {
  const found = listOf(list, lists);
  return () => {
    if (found) return `${site}/lists/${found.id}`;
    throw new Failure('misconfigured', `there is no list ${list.name}: run \`npm run provision\``);
  };
}
