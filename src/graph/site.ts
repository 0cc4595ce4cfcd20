import { z } from 'zod';
import { Failure, isFailure } from '../usecases/failure.js';
import type { GraphClient } from './client.js';
import type { ListSchema } from './lists/list-definition.js';

/** The SharePoint site that holds the lists. */
export interface SiteAddress {
  /** `contoso.sharepoint.com` */
  readonly hostname: string;
  /** Server-relative, `/sites/ideas`. */
  readonly path: string;
}

/** A list that exists. */
export interface ExistingList {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}

const siteShape = z.object({ id: z.string().min(1) });
const listShape = z.object({
  id: z.string().min(1),
  name: z.string().default(''),
  displayName: z.string().default(''),
});
const listsShape = z.object({
  value: z.array(listShape),
  '@odata.nextLink': z.string().optional(),
});

/** Finds the site by its address; answers `/sites/{id}`. */
export async function findSite(client: GraphClient, site: SiteAddress): Promise<string> {
  const { hostname, path } = site;
  try {
    const found = await client.read(`/sites/${hostname}:${encodeURI(path)}`, siteShape);
    return `/sites/${found.id}`;
  } catch (cause) {
    if (!isFailure(cause, 'not-found')) throw cause;
    const said = `there is no site https://${hostname}${path}, or the app may not see it`;
    throw new Failure('misconfigured', said, { cause });
  }
}

/** Reads the lists of a site. */
export async function readLists(
  client: GraphClient,
  site: string,
): Promise<readonly ExistingList[]> {
  const lists: ExistingList[] = [];
  let path: string | undefined = `${site}/lists?$select=id,name,displayName`;
  while (path !== undefined) {
    const page: z.infer<typeof listsShape> = await client.read(path, listsShape);
    lists.push(...page.value);
    const next = page['@odata.nextLink'];
    path = next === undefined ? undefined : client.pathOf(next);
  }
  return lists;
}

/**
 * The list of a definition: by its address, which stays when people rename it, else by one of its two names. Several
 * are an error, because nobody could say which holds the truth.
 */
export function listOf(
  definition: ListSchema,
  lists: readonly ExistingList[],
): ExistingList | undefined {
  const { name, displayName } = definition;
  const byAddress = lists.filter((list) => list.name === name);
  const matches =
    byAddress.length > 0
      ? byAddress
      : lists.filter((list) => list.displayName === name || list.displayName === displayName);
  if (matches.length < 2) return matches[0];
  throw new Failure('misconfigured', `there are several lists ${name}（${displayName}）`);
}
