import type { LocalDeps } from '../deps.js';
import { collectionsOf, type ItemStore, openItemStore } from './item-store.js';
import type {
  StoredAuthor,
  StoredColumn,
  StoredGrant,
  StoredList,
  StoredSite,
} from './stored-types.js';
import { titleColumn } from './system-columns.js';

/** Everything Graph keeps. */
export interface GraphStore {
  sites: { all(): StoredSite[]; byId(id: string): StoredSite | undefined };
  siteAt(hostname: string, path: string): StoredSite | undefined;
  grants: {
    of(siteId: string): StoredGrant[];
    put(grant: StoredGrant): void;
    remove(id: string): void;
  };
  lists: {
    of(siteId: string): StoredList[];
    /** By id, address name or display name, in any letter case. */
    find(siteId: string, key: string): StoredList | undefined;
    put(list: StoredList): void;
    remove(list: StoredList): void;
    all(): StoredList[];
  };
  items(list: StoredList): ItemStore;
  /** Calls the listener after each write of an item, with the id of its list. */
  whenChanged(listener: (listId: string) => void): void;
  newList(
    site: StoredSite,
    made: Pick<StoredList, 'displayName' | 'description' | 'template' | 'columns'>,
    author: StoredAuthor,
  ): StoredList;
}

function openSites(deps: LocalDeps) {
  const sites = deps.state.collection<StoredSite>('graph-sites');
  const { siteHostname: hostname, sitePath } = deps.settings;
  const wanted = [
    { path: '', displayName: 'ホーム' },
    { path: sitePath, displayName: sitePath.split('/').at(-1) ?? sitePath },
  ];
  const siteAt = (host: string, path: string) =>
    sites
      .values()
      .find(
        (site) =>
          site.hostname === host.toLowerCase() && site.path.toLowerCase() === path.toLowerCase(),
      );
  const added = wanted
    .filter(({ path }) => siteAt(hostname, path) === undefined)
    .map(({ path, displayName }): StoredSite => {
      const id = `${hostname},${deps.random.guid()},${deps.random.guid()}`;
      return { id, hostname, path, displayName, createdAt: deps.clock.now() };
    });
  for (const site of added) sites.set(site.id, site);
  return { sites, siteAt, added };
}

/** The app was granted `write` on its site by an administrator before the story begins. */
function openGrants(deps: LocalDeps, added: readonly StoredSite[]) {
  const grants = deps.state.collection<StoredGrant>('graph-grants');
  for (const site of added.filter((entry) => entry.path !== '')) {
    const id = deps.random.guid();
    const { appId } = deps.settings;
    grants.set(id, { id, siteId: site.id, appId, displayName: 'Mebuki', roles: ['write'] });
  }
  return grants;
}

function addressName(displayName: string): string {
  return displayName.replaceAll(/[\s"*:<>?/\\|#%&]/g, '');
}

/** Opens the store; on first use it holds the tenant's root site and the configured one. */
export function openGraphStore(deps: LocalDeps): GraphStore {
  const { sites, siteAt, added } = openSites(deps);
  const grants = openGrants(deps, added);
  const lists = deps.state.collection<StoredList>('graph-lists');
  const opened = new Map<string, ItemStore>();
  const listeners: ((listId: string) => void)[] = [];
  const changed = (listId: string) => {
    for (const listener of listeners) listener(listId);
  };
  const newList: GraphStore['newList'] = (site, made, author) => {
    const now = deps.clock.now();
    const columns: StoredColumn[] = [{ ...titleColumn }, ...made.columns];
    const list: StoredList = {
      ...made,
      id: deps.random.guid(),
      siteId: site.id,
      name: addressName(made.displayName),
      createdAt: now,
      modifiedAt: now,
      n: 1,
      author,
      columns,
      epoch: 0,
    };
    lists.set(list.id, list);
    return list;
  };
  for (const site of added) {
    const made = { displayName: 'ドキュメント', description: '', columns: [] };
    const author = { appId: deps.settings.provisionClientId, displayName: 'SharePoint' };
    newList(site, { ...made, template: 'documentLibrary' }, author);
  }
  return {
    sites: { all: () => sites.values(), byId: (id) => sites.get(id) },
    siteAt,
    grants: {
      of: (siteId) => grants.values().filter((grant) => grant.siteId === siteId),
      put: (grant) => grants.set(grant.id, grant),
      remove: (id) => void grants.delete(id),
    },
    lists: {
      of: (siteId) => lists.values().filter((list) => list.siteId === siteId),
      find(siteId, key) {
        const wanted = key.toLowerCase();
        const own = lists.values().filter((list) => list.siteId === siteId);
        return own.find((list) =>
          [list.id, list.name, list.displayName].some((name) => name.toLowerCase() === wanted),
        );
      },
      put: (list) => lists.set(list.id, list),
      remove(list) {
        lists.delete(list.id);
        opened.delete(list.id);
        for (const name of Object.values(collectionsOf(list.id))) deps.state.drop(name);
      },
      all: () => lists.values(),
    },
    items(list) {
      const { id, columns } = list;
      const items = opened.get(id) ?? openItemStore(deps, id, columns, () => changed(id));
      opened.set(list.id, items);
      return items;
    },
    whenChanged: (listener) => void listeners.push(listener),
    newList,
  };
}
