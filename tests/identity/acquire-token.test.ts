import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { generate } from 'selfsigned';
import { createTokenSource } from '../../src/identity/acquire-token.js';
import type { ClientCredential } from '../../src/identity/client-credential.js';
import { createNetworkClient } from '../../src/identity/network-client.js';
import type { StandIn } from '../../src/local/compose.js';
import { isFailure } from '../../src/usecases/failure.js';
import { startTestStandIn, testSettings } from '../local/frame/test-stand-in.js';

const graphScope = 'https://graph.microsoft.com/.default';
const secret: ClientCredential = { kind: 'secret', secret: testSettings.appSecret };
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function standInWith(changes = {}): Promise<StandIn> {
  const standIn = await startTestStandIn(changes);
  stops.push(() => standIn.close());
  return standIn;
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function sourceAt(loginOrigin: string, credential = secret, timeoutMs = 10_000) {
  const { tenantId, appId: clientId } = testSettings;
  return createTokenSource({ tenantId, clientId, credential, loginOrigin, timeoutMs });
}

async function caught(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (fault: unknown) => fault,
  );
}

test('a secret brings a token for the scope, and the next one comes from the cache', async () => {
  const standIn = await standInWith();
  const token = sourceAt(`${standIn.origin}/entra`);
  const first = await token(graphScope);
  expect(decodeJwt(first)).toMatchObject({
    aud: 'https://graph.microsoft.com',
    appid: testSettings.appId,
    tid: testSettings.tenantId,
  });
  expect(await token(graphScope)).toBe(first);
  const connector = await token('https://api.botframework.com/.default');
  expect(decodeJwt(connector).aud).toBe('https://api.botframework.com');
});

test('a certificate proves the app without a secret', async () => {
  const pems = await generate([{ name: 'commonName', value: 'mebuki-test' }], { keySize: 2048 });
  const standIn = await standInWith({ appCertificate: pems.cert });
  const credential = {
    kind: 'certificate',
    certificate: pems.cert,
    privateKey: pems.private,
  } as const;
  const token = await sourceAt(`${standIn.origin}/entra`, credential)(graphScope);
  expect(decodeProtectedHeader(token).alg).toBe('RS256');
});

test('a wrong secret is misconfigured, names what to check and not the secret', async () => {
  const standIn = await standInWith();
  const wrong: ClientCredential = { kind: 'secret', secret: 'a-wrong-secret' };
  const fault = await caught(sourceAt(`${standIn.origin}/entra`, wrong)(graphScope));
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/AADSTS7000215/);
  expect(String(fault)).not.toMatch(/a-wrong-secret/);
});

test('a certificate that cannot be used is misconfigured at once', () => {
  const credential = { kind: 'certificate', certificate: 'no PEM', privateKey: '' } as const;
  const open = () => sourceAt('http://127.0.0.1:1', credential);
  expect(open).toThrow(/credential of the app cannot be used/);
});

test.each([
  ['nothing listens', async () => 'http://127.0.0.1:1'],
  ['the answer is no JSON', () => serve((_req, res) => res.end('<html>busy</html>'))],
  ['the answer has no token', () => serve((_req, res) => res.end('{"token_type":"Bearer"}'))],
  ['the answer redirects', () => serve((_req, res) => res.writeHead(302, { Location: '/' }).end())],
  [
    'it says it is busy',
    () =>
      serve((_req, res) =>
        res.writeHead(503).end('{"error":"temporarily_unavailable","error_description":"busy"}'),
      ),
  ],
  ['nothing is answered', () => serve(() => {})],
])('where %s the token is unavailable', async (_name, origin) => {
  const fault = await caught(sourceAt(await origin(), secret, 200)(graphScope));
  expect(isFailure(fault, 'unavailable')).toBe(true);
});

/** Entra ID that gives numbered tokens of a life in seconds, until it goes away. */
async function shortLived(lifeSeconds: number) {
  let given = 0;
  let isAway = false;
  const origin = await serve((_req, res) => {
    if (isAway) {
      res.destroy();
      return;
    }
    given += 1;
    const answer = { token_type: 'Bearer', access_token: `t-${given}`, expires_in: lifeSeconds };
    res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  return {
    token: sourceAt(origin),
    given: () => given,
    leave: () => {
      isAway = true;
    },
  };
}

test('while Entra ID is away a token is used until its end', async () => {
  // Less than five minutes: a new one is asked for each time, as towards the end of any token.
  const { token, leave } = await shortLived(290);
  expect(await token(graphScope)).toBe('t-1');
  expect(await token(graphScope)).toBe('t-2');
  leave();
  expect(await token(graphScope)).toBe('t-2');
  expect(await token(graphScope)).toBe('t-2');
});

test('a token that has ended is not used, whoever is away', async () => {
  const { token, leave } = await shortLived(-10);
  await caught(token(graphScope));
  leave();
  expect(isFailure(await caught(token(graphScope)), 'unavailable')).toBe(true);
});

test('a refused token is replaced once, for all who were refused, and not again right after', async () => {
  const { token, given } = await shortLived(3_600);
  const first = await token(graphScope);
  expect(await Promise.all([1, 2, 3].map(() => token(graphScope, first)))).toStrictEqual(
    Array(3).fill('t-2'),
  );
  expect(await token(graphScope, first)).toBe('t-2');
  expect(await token(graphScope, 't-2')).toBe('t-2');
  expect(given()).toBe(2);
});

test('the network client calls the authority alone, at the configured origin', async () => {
  const paths: (string | undefined)[] = [];
  const loginOrigin = await serve((req, res) => {
    paths.push(req.url);
    res.end('{}');
  });
  const network = createNetworkClient({ loginOrigin: `${loginOrigin}/entra`, timeoutMs: 1000 });
  await network.sendGetRequestAsync('https://login.microsoftonline.com/t/v2.0/x?y=1');
  expect(paths).toEqual(['/entra/t/v2.0/x?y=1']);
  const foreign = network.sendPostRequestAsync(`${loginOrigin}/t/oauth2/v2.0/token`, { body: 'x' });
  await expect(foreign).rejects.toThrow(/left the authority/);
  expect(paths).toHaveLength(1);
});
