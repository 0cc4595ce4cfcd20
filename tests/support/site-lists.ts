import { type LocalOffice, until } from './local-office.js';

/** One item of a list, as a person with rights on the site sees it. */
export interface SiteItem {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The lists of the office's site in the hands of a person who can do everything there. */
export interface SiteLists {
  /** The address of the items of a list, as calls to Graph hold it. */
  pathOf(list: string): string;
  /** The ASCII names of the lists of the site. */
  names(): readonly string[];
  items(list: string): Promise<readonly SiteItem[]>;
  add(list: string, fields: SiteItem['fields']): Promise<void>;
  /** Writes cells of an item over what stands there, as somebody does by hand. */
  change(list: string, id: string, fields: SiteItem['fields']): Promise<void>;
  /**
   * Deletes the items of a list that has so many. A read may miss young ones, so it reads until each was seen; what is
   * made anew while it deletes stays.
   */
  empty(list: string, count: number): Promise<void>;
}

interface Page<T> {
  readonly value: readonly T[];
}

/** Opens the lists of a running office with the identity that provisions them. */
export async function openSiteLists({ environment }: LocalOffice): Promise<SiteLists> {
  const of = (name: string): string => environment[name] ?? '';
  const signedIn = await fetch(`${of('LOGIN_ORIGIN')}/${of('TENANT_ID')}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: of('PROVISION_CLIENT_ID'),
      client_secret: of('PROVISION_CLIENT_SECRET'),
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  const { access_token: token } = await signedIn.json();

  async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${of('GRAPH_BASE_URL')}/v1.0${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  const address = `/sites/${of('SITE_HOSTNAME')}:${of('SITE_PATH')}`;
  const site = (await call<{ id: string }>('GET', address)).id;
  const lists = await call<Page<{ id: string; name: string }>>('GET', `/sites/${site}/lists`);

  function pathOf(name: string): string {
    const list = lists.value.find((each) => each.name === name);
    if (!list) throw new Error(`there is no list ${name}`);
    return `/sites/${site}/lists/${list.id}/items`;
  }

  const items = async (name: string): Promise<readonly SiteItem[]> =>
    (await call<Page<SiteItem>>('GET', `${pathOf(name)}?$expand=fields&$top=1000`)).value;

  return {
    pathOf,
    names: () => lists.value.map(({ name }) => name),
    items,
    add: (name, fields) => call('POST', pathOf(name), { fields }),
    change: (name, id, fields) => call('PATCH', `${pathOf(name)}/${id}/fields`, fields),
    empty: async (name, count) => {
      const seen = new Set<string>();
      await until(`${count} items of ${name}`, async () => {
        for (const { id } of await items(name)) seen.add(id);
        return seen.size >= count;
      });
      for (const id of seen) await call('DELETE', `${pathOf(name)}/${id}`);
    },
  };
}
