import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** Where and as whom an administrator works. */
export interface AdminAccount {
  /** Base of the token service, `…/entra`. */
  readonly loginOrigin: string;
  /** Base of Graph without version, `…/graph`. */
  readonly graphBaseUrl: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly siteHostname: string;
  readonly sitePath: string;
}

/** Column values of one item. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** Lists as an administrator fills them in by hand. */
export interface AdminGraph {
  /** Values of one column over a whole list, by the list's name. */
  columnOf(list: string, column: string): Promise<readonly string[]>;
  add(list: string, rows: readonly Row[]): Promise<void>;
  /** Waits until the change feed of a list shows so many items: what was just written may come late there. */
  untilListed(list: string, count: number): Promise<void>;
}

const tokenShape = z.object({ access_token: z.string() });
const idShape = z.object({ id: z.string() });
const listsShape = z.object({ value: z.array(z.object({ id: z.string(), name: z.string() })) });
const pageShape = z.object({
  value: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })),
  '@odata.nextLink': z.string().optional(),
});
const batchShape = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown() })),
});
const deltaShape = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
});
const batchSize = 20;
/** The pessimistic stand-in shows a change after half a minute at the latest. */
const patienceSeconds = 60;

async function signIn(account: AdminAccount): Promise<string> {
  const response = await fetch(`${account.loginOrigin}/${account.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: account.clientId,
      client_secret: account.clientSecret,
      grant_type: 'client_credentials',
      scope: 'https://graph.microsoft.com/.default',
    }),
  });
  if (!response.ok) throw new Error(`sign-in refused: ${await response.text()}`);
  return tokenShape.parse(await response.json()).access_token;
}

/** Signs in and finds the site and its lists. Rejects with Graph's own words where anything is refused. */
export async function openAdminGraph(account: AdminAccount): Promise<AdminGraph> {
  const token = await signIn(account);
  const base = `${account.graphBaseUrl}/v1.0`;

  async function call(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(path.startsWith('http') ? path : `${base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  const site = idShape.parse(await call(`/sites/${account.siteHostname}:${account.sitePath}`)).id;
  const lists = listsShape.parse(await call(`/sites/${site}/lists?$select=id,name`)).value;

  function itemsOf(name: string): string {
    const list = lists.find((each) => each.name === name);
    if (!list) throw new Error(`there is no list ${name}: run npm run provision first`);
    return `/sites/${site}/lists/${list.id}/items`;
  }

  async function columnOf(list: string, column: string): Promise<readonly string[]> {
    const values: string[] = [];
    let next: string | undefined = `${itemsOf(list)}?$expand=fields($select=${column})&$top=1000`;
    while (next) {
      const page: z.infer<typeof pageShape> = pageShape.parse(await call(next));
      values.push(...page.value.map((item) => String(item.fields[column] ?? '')));
      next = page['@odata.nextLink'];
    }
    return values;
  }

  async function add(list: string, rows: readonly Row[]): Promise<void> {
    for (let from = 0; from < rows.length; from += batchSize) {
      const requests = rows.slice(from, from + batchSize).map((fields, index) => ({
        id: String(index + 1),
        method: 'POST',
        url: itemsOf(list),
        headers: { 'Content-Type': 'application/json' },
        body: { fields },
      }));
      const { responses } = batchShape.parse(await call('/$batch', { requests }));
      const failed = responses.find((response) => response.status !== 201);
      if (failed) throw new Error(`${list}: ${failed.status} ${JSON.stringify(failed.body)}`);
    }
  }

  async function listed(list: string): Promise<number> {
    let count = 0;
    let next: string | undefined = `${itemsOf(list)}/delta?$top=1000`;
    while (next) {
      const page: z.infer<typeof deltaShape> = deltaShape.parse(await call(next));
      count += page.value.length;
      next = page['@odata.nextLink'];
    }
    return count;
  }

  async function untilListed(list: string, count: number): Promise<void> {
    for (let second = 0; second < patienceSeconds; second += 1) {
      if ((await listed(list)) >= count) return;
      await pause(1_000);
    }
    throw new Error(`the change feed of ${list} does not show its ${count} items`);
  }

  return { columnOf, add, untilListed };
}
