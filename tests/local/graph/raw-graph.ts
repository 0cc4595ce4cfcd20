import type { StandIn } from '../../../src/local/compose.js';
import { testSettings } from '../frame/test-stand-in.js';

/** Members of Graph answers the tests look at; which are there depends on the call. */
export interface GraphBody {
  '@odata.context': string;
  '@odata.etag': string;
  '@odata.nextLink': string;
  '@odata.deltaLink'?: string;
  id: string;
  eTag: string;
  name: string;
  displayName: string;
  createdDateTime: string;
  lastModifiedDateTime: string;
  createdBy: object;
  deleted?: object;
  size: number;
  webUrl: string;
  file?: { mimeType: string; hashes: { quickXorHash: string } };
  folder?: { childCount: number };
  parentReference: { driveId: string; id: string; path: string };
  '@microsoft.graph.downloadUrl'?: string;
  uploadUrl: string;
  expirationDateTime: string;
  nextExpectedRanges: string[];
  indexed: boolean;
  fields: Record<string, unknown>;
  columns: GraphBody[];
  value: GraphBody[];
  responses: BatchAnswer[];
  error: {
    code: string;
    message: string;
    innerError: { code?: string; date: string; 'request-id': string; 'client-request-id': string };
  };
}

export interface BatchAnswer {
  id: string;
  status: number;
  headers: Record<string, string>;
  body: GraphBody;
}

export interface RawAnswer {
  status: number;
  headers: Headers;
  body: GraphBody;
}

export interface RawGraph {
  /** Sends as the runtime application unless another token is given. */
  send(
    method: string,
    path: string,
    more?: { body?: unknown; headers?: Record<string, string>; token?: string | null },
  ): Promise<RawAnswer>;
  /** Token of the provisioning application. */
  provision: string;
  /** Token of the runtime application (Sites.Selected). */
  runtime: string;
  mint(options: {
    roles: string[];
    appId?: string;
    overrides?: Record<string, unknown>;
  }): Promise<string>;
  /** `/sites/{id}` of the configured site. */
  site: string;
  siteId: string;
}

/** One request, and what came back. */
export async function fetchAnswer(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: unknown,
): Promise<RawAnswer> {
  const bytes = Buffer.isBuffer(body) ? new Uint8Array(body) : undefined;
  const json = bytes ?? (typeof body === 'string' ? body : JSON.stringify(body));
  const sent =
    body === undefined
      ? { headers }
      : { headers: { 'Content-Type': 'application/json', ...headers }, body: json };
  const response = await fetch(url, { method, redirect: 'manual', ...sent });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** Requests by hand, for what a vendor's client cannot or will not send. */
export async function createRawGraph(standIn: StandIn): Promise<RawGraph> {
  const mint: RawGraph['mint'] = ({ roles, appId = testSettings.appId, overrides = {} }) =>
    standIn.deps.entra.mintAppToken({
      appId,
      audience: 'https://graph.microsoft.com',
      roles,
      displayName: appId === testSettings.appId ? 'Mebuki' : 'Other',
      overrides,
    });
  const runtime = await mint({ roles: ['Sites.Selected'] });
  const provision = await mint({
    roles: ['Sites.Manage.All', 'Sites.FullControl.All'],
    appId: testSettings.provisionClientId,
  });
  const send: RawGraph['send'] = async (method, path, more = {}) => {
    const { token = runtime, body } = more;
    const authorization = token === null ? {} : { Authorization: `Bearer ${token}` };
    const url = path.startsWith('http') ? path : `${standIn.origin}/graph/v1.0${path}`;
    return fetchAnswer(url, method, { ...authorization, ...more.headers }, body);
  };
  const found = await send('GET', `/sites/${testSettings.siteHostname}:${testSettings.sitePath}`);
  const siteId: string = found.body.id;
  return { send, provision, runtime, mint, siteId, site: `/sites/${siteId}` };
}

/** A list with one column of each kind, ready for items; returns its path. */
export async function createTestList(
  graph: RawGraph,
  displayName = 'Proposals',
): Promise<{ path: string; id: string }> {
  const made = await graph.send('POST', `${graph.site}/lists`, {
    token: graph.provision,
    body: {
      displayName,
      list: { template: 'genericList' },
      columns: [
        { name: 'Token', text: {}, indexed: true, enforceUniqueValues: true },
        { name: 'Number', text: { maxLength: 20 }, indexed: true, enforceUniqueValues: true },
        { name: 'Status', choice: { choices: ['received', 'reviewing'] }, indexed: true },
        {
          name: 'Year',
          number: { decimalPlaces: 'none', minimum: 0, maximum: 9999 },
          indexed: true,
        },
        { name: 'SubmittedAt', dateTime: { format: 'dateTime' }, indexed: true },
        { name: 'Digital', boolean: {}, indexed: true },
        { name: 'Body', text: { allowMultipleLines: true, textType: 'plain' } },
        { name: 'Note', text: {} },
        { name: 'Areas', choice: { choices: ['a', 'b'], displayAs: 'checkBoxes' } },
        { name: 'Owner', personOrGroup: {} },
      ],
    },
  });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return { path: `${graph.site}/lists/${made.body.id}`, id: made.body.id };
}
