import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testSettings } from '../frame/test-stand-in.js';
import { createRawGraph } from '../graph/raw-graph.js';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startTestStandIn({ tlsPort: 0 });
});
afterAll(() => standIn.close());

const scopes = ['https://graph.microsoft.com/.default'];

/** Sends what is meant for the real sign-in service to the stand-in. */
function rewriting(origin: string): INetworkModule {
  const send = async (
    method: string,
    url: string,
    options?: Parameters<INetworkModule['sendPostRequestAsync']>[1],
  ) => {
    const target = url.replace('https://login.microsoftonline.com', `${origin}/entra`);
    const response = await fetch(target, {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return {
      headers: Object.fromEntries(response.headers),
      status: response.status,
      body: JSON.parse(await response.text()),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

function client(clientSecret: string): ConfidentialClientApplication {
  return new ConfidentialClientApplication({
    auth: {
      clientId: testSettings.appId,
      clientSecret,
      authority: `https://login.microsoftonline.com/${testSettings.tenantId}`,
    },
    system: { networkClient: rewriting(standIn.origin) },
  });
}

test('MSAL with a network client that rewrites the address gets a token Graph accepts', async () => {
  const application = client(testSettings.appSecret);
  const first = await application.acquireTokenByClientCredential({ scopes });
  const graph = await createRawGraph(standIn);
  const answer = await graph.send('GET', graph.site, { token: first?.accessToken ?? '' });
  expect(answer.status).toBe(200);
  const second = await application.acquireTokenByClientCredential({ scopes });
  expect(second?.fromCache).toBe(true);
});

test('MSAL tells a wrong secret by its number', async () => {
  await expect(client('wrong').acquireTokenByClientCredential({ scopes })).rejects.toMatchObject({
    errorCode: 'invalid_client',
    errorNo: 7000215,
  });
});

test('MSAL works over https through the metadata of the authority', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'msal-'));
  const certificate = join(folder, 'certificate.pem');
  await writeFile(certificate, standIn.certificate ?? '');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, 'msal-child.mjs')],
    {
      env: {
        NODE_EXTRA_CA_CERTS: certificate,
        ENTRA_ORIGIN: standIn.tlsOrigin,
        TENANT_ID: testSettings.tenantId,
        CLIENT_ID: testSettings.appId,
        CLIENT_SECRET: testSettings.appSecret,
      },
    },
  );
  await rm(folder, { recursive: true });
  expect(JSON.parse(stdout)).toEqual({ tokenType: 'Bearer', hasToken: true });
});
