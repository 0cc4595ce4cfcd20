import { randomBytes } from 'node:crypto';
import { definitionOf } from '../../src/graph/column-definitions.js';
import type { FileHosts } from '../../src/graph/file-address.js';
import {
  boolean,
  type Column,
  choice,
  dateTime,
  note,
  number,
  text,
} from '../../src/graph/lists/column.js';
import { createTokenSource } from '../../src/identity/acquire-token.js';
import { readProvisionSettings } from '../../src/provision-settings.js';
import { readSettings } from '../../src/settings.js';
import { settingFaultInBoth } from '../../src/text/setting-texts.js';
import { startTestStandIn, testSettings } from '../local/frame/test-stand-in.js';
import { fetchAnswer, type RawAnswer } from '../local/graph/raw-graph.js';

/** Sends one request below `/v1.0`; an absolute address, such as a deltaLink, as it stands. */
export type Ask = (
  method: string,
  path: string,
  more?: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> },
) => Promise<RawAnswer>;

/** A site under contract, with a list of its own that nobody else knows. */
export interface ContractSite {
  /** Whether it is a real tenant. */
  readonly isTenant: boolean;
  /** As the app that runs, with its grant on the site. */
  readonly asApp: Ask;
  /** As the identity that makes lists. */
  readonly asProvisioner: Ask;
  readonly sitePath: string;
  readonly listPath: string;
  /** The ASCII name the list was made with. */
  readonly listName: string;
  /** Where the product takes addresses of files to be. */
  readonly fileHosts: FileHosts;
  /** How long to wait for what comes late, in seconds. */
  readonly patience: number;
  /** Removes the list, and nothing else. */
  close(): Promise<void>;
}

/** One column of each kind that the product uses, with each flag it sets. */
export const contractColumns: readonly Column[] = [
  text('ContractKey', '鍵', 'unique'),
  text('ContractNumber', '番号', 'unique'),
  number('ContractOrder', '番号順', 'indexed'),
  choice('ContractStatus', '状態', ['received', 'reviewing', 'decided'], 'indexed'),
  dateTime('ContractAt', '日時（UTC）', 'indexed'),
  boolean('ContractYes', 'はい・いいえ'),
  text('ContractText', '文字', 'indexed'),
  note('ContractNote', '長い文'),
];

interface Place {
  readonly graphBaseUrl: string;
  readonly hostname: string;
  readonly path: string;
  readonly app: () => Promise<string>;
  readonly provisioner: () => Promise<string>;
  readonly isTenant: boolean;
  readonly end: () => Promise<void>;
}

const scope = 'https://graph.microsoft.com/.default';

/** The tenant that the settings of this process name. Throws every fault of the settings at once. */
function tenant(): Place {
  const [own, other] = [readSettings(process.env), readProvisionSettings(process.env)];
  if ('faults' in own || 'faults' in other) {
    const faults = [own, other].flatMap((read) => ('faults' in read ? read.faults : []));
    throw new Error(faults.map(settingFaultInBoth).join('\n'));
  }
  const { tenantId, appId, credential, loginOrigin, ...app } = own.settings;
  const asApp = createTokenSource({ tenantId, clientId: appId, credential, loginOrigin });
  const asProvisioner = createTokenSource(other.settings);
  return {
    graphBaseUrl: app.graphBaseUrl,
    hostname: app.siteHostname,
    path: app.sitePath,
    app: () => asApp(scope),
    provisioner: () => asProvisioner(scope),
    isTenant: true,
    end: async () => {},
  };
}

/** A stand-in of its own. */
async function standIn(): Promise<Place> {
  const started = await startTestStandIn();
  const { tenantId, appId, appSecret, provisionClientId, provisionClientSecret } = testSettings;
  const tokenOf = (clientId: string, secret: string) =>
    createTokenSource({
      tenantId,
      clientId,
      credential: { kind: 'secret', secret },
      loginOrigin: `${started.origin}/entra`,
    });
  const asApp = tokenOf(appId, appSecret);
  const asProvisioner = tokenOf(provisionClientId, provisionClientSecret);
  return {
    graphBaseUrl: `${started.origin}/graph`,
    hostname: testSettings.siteHostname,
    path: testSettings.sitePath,
    app: () => asApp(scope),
    provisioner: () => asProvisioner(scope),
    isTenant: false,
    end: () => started.close(),
  };
}

/** Opens a tenant where `MEBUKI_CONTRACT` says so, else a stand-in, and makes a list there. */
export async function openContractSite(): Promise<ContractSite> {
  const place = process.env['MEBUKI_CONTRACT'] === 'tenant' ? tenant() : await standIn();
  const root = `${place.graphBaseUrl.replace(/(\/v1\.0)?\/?$/, '')}/v1.0`;
  const asking =
    (token: () => Promise<string>): Ask =>
    async (method, path, { body, headers = {} } = {}) => {
      const authorization = { Authorization: `Bearer ${await token()}` };
      const url = path.startsWith('http') ? path : `${root}${path}`;
      return fetchAnswer(url, method, { ...authorization, ...headers }, body);
    };
  const [asApp, asProvisioner] = [asking(place.app), asking(place.provisioner)];
  const found = await asProvisioner('GET', `/sites/${place.hostname}:${place.path}`);
  const sitePath = `/sites/${found.body.id}`;
  const listName = `MebukiContract${randomBytes(4).toString('hex')}`;
  const made = await asProvisioner('POST', `${sitePath}/lists`, {
    body: {
      displayName: listName,
      columns: contractColumns.map(definitionOf),
      list: { template: 'genericList' },
    },
  });
  if (made.status !== 201) throw new Error(`no list: ${made.status} ${JSON.stringify(made.body)}`);
  const listPath = `${sitePath}/lists/${made.body.id}`;
  return {
    isTenant: place.isTenant,
    asApp,
    asProvisioner,
    sitePath,
    listPath,
    listName,
    fileHosts: { baseUrl: place.graphBaseUrl, siteHostname: place.hostname },
    patience: place.isTenant ? 120 : 10,
    close: async () => {
      await asProvisioner('DELETE', listPath);
      await place.end();
    },
  };
}
