import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testSettings } from '../frame/test-stand-in.js';
import { createRawGraph, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let drive: string;
const root = 'root';

let made = 0;
let libraryName: string;

const newLibrary = async (from: RawGraph) => {
  made += 1;
  libraryName = `Files ${made}`;
  const { body } = await from.send('POST', `${from.site}/lists`, {
    token: from.provision,
    body: { displayName: libraryName, list: { template: 'documentLibrary' } },
  });
  const found = await from.send('GET', `${from.site}/lists/${body.id}/drive`);
  return `/drives/${found.body.id}`;
};

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.deps.clock.setOffset(0);
  drive = await newLibrary(graph);
});

const bytes = { 'Content-Type': 'application/octet-stream' };
const put = (path: string, text: string, headers: Record<string, string> = {}) =>
  graph.send('PUT', `${drive}/root:/${path}:/content`, {
    body: Buffer.from(text),
    headers: { ...bytes, ...headers },
  });
const download = async (path: string) => {
  const { status, headers } = await graph.send('GET', `${drive}/root:/${path}:/content`);
  expect(status).toBe(302);
  return fetch(headers.get('location') ?? '');
};

describe('the libraries of a site', () => {
  test('are its drives, the one it was born with first', async () => {
    const { body } = await graph.send('GET', `${graph.site}/drives`);
    expect([body.value[0]?.name, body.value.at(-1)?.name]).toEqual(['ドキュメント', libraryName]);
    const first = await graph.send('GET', `${graph.site}/drive`);
    expect(first.body.id).toBe(body.value[0]?.id);
    expect(first.body.id).toMatch(/^b![\w-]{64}$/);
    const byAddress = await graph.send('GET', '/sites/mebuki.example:/sites/mebuki:/drive/root');
    expect(byAddress.body).toMatchObject({ name: 'root', folder: { childCount: 0 } });
  });

  test('are open to those with a grant on their site, for what it allows', async () => {
    const stranger = await graph.mint({ roles: ['Sites.Selected'], appId: testSettings.tenantId });
    const reader = await graph.mint({ roles: ['Sites.Read.All'] });
    await put('a.txt', 'a');
    for (const [token, statuses] of [
      [stranger, [403, 403, 403]],
      [reader, [200, 200, 403]],
    ] as const) {
      const answers = [
        await graph.send('GET', drive, { token }),
        await graph.send('GET', `${drive}/root:/a.txt`, { token }),
        await graph.send('PUT', `${drive}/root:/b.txt:/content`, {
          token,
          body: 'b',
          headers: bytes,
        }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(statuses);
    }
  });

  test('belong to one site only', async () => {
    const elsewhere = `/sites/root${drive}`;
    const { status, body } = await graph.send('GET', elsewhere, { token: graph.provision });
    expect([status, body.error.code]).toEqual([404, 'itemNotFound']);
  });
});

describe('a small file', () => {
  test('is stored under its path, by an application and no person', async () => {
    const { status, body } = await put('R8-0001/見積 書.pdf', '%PDF-1.7');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: '見積 書.pdf',
      size: 8,
      file: { mimeType: 'application/pdf' },
      createdBy: {
        application: { id: testSettings.appId, displayName: 'Mebuki' },
        user: { displayName: 'SharePoint App' },
      },
      parentReference: { driveId: drive.slice('/drives/'.length), name: 'R8-0001' },
    });
    expect(body.createdBy).not.toHaveProperty('user.id');
    expect(body.eTag).toMatch(/^"\{[0-9A-F-]{36}\},1"$/);
    expect(body.parentReference.path).toMatch(/\/root:\/R8-0001$/);
    const byId = await graph.send('GET', `${drive}/items/${body.id}?$select=id,name`);
    expect(byId.body.name).toBe('見積 書.pdf');
    expect(byId.body).not.toHaveProperty('size');
  });

  test('has the hash of its bytes', async () => {
    const hash = async (text: string) => (await put('h.bin', text)).body.file?.hashes.quickXorHash;
    expect(await hash('')).toBe('AAAAAAAAAAAAAAAAAAAAAAAAAAA=');
    expect(await hash('J')).toBe('SgAAAAAAAAAAAAAAAQAAAAAAAAA=');
  });

  test('is read at an address of another host that takes no token', async () => {
    await put('a.txt', 'こんにちは');
    const answer = await download('a.txt');
    expect(await answer.text()).toBe('こんにちは');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain']);
    expect(new URL(answer.url).host).toBe(`localhost:${standIn.port}`);
    const Authorization = `Bearer ${graph.runtime}`;
    expect((await fetch(answer.url, { headers: { Authorization } })).status).toBe(401);
    expect((await fetch(`${answer.url}x`)).status).toBe(404);
    const { body } = await graph.send('GET', `${drive}/root:/a.txt`);
    const same = await fetch(body['@microsoft.graph.downloadUrl'] ?? '');
    expect(await same.text()).toBe('こんにちは');
  });

  test('cannot be read at that address an hour later', async () => {
    await put('a.txt', 'a');
    const { url } = await download('a.txt');
    standIn.deps.clock.setOffset(3_600_001);
    expect((await fetch(url)).status).toBe(404);
  });

  test('is replaced, refused or given another name when its name is taken', async () => {
    await put('a.txt', 'one');
    const again = (behavior: string) =>
      graph.send(
        'PUT',
        `${drive}/root:/A.txt:/content?@microsoft.graph.conflictBehavior=${behavior}`,
        { body: Buffer.from('two'), headers: bytes },
      );
    const refused = await again('fail');
    expect([refused.status, refused.body.error.code]).toEqual([409, 'nameAlreadyExists']);
    const renamed = await again('rename');
    expect([renamed.status, renamed.body.name]).toEqual([201, 'A 1.txt']);
    const replaced = await put('a.txt', 'three');
    expect([replaced.status, replaced.body.eTag.endsWith(',2"')]).toEqual([200, true]);
    expect(await (await download('a.txt')).text()).toBe('three');
    expect((await again('ask')).status).toBe(400);
  });

  test('is changed and deleted only as it is known', async () => {
    const { body } = await put('a.txt', 'one');
    await put('a.txt', 'two', { 'If-Match': body.eTag });
    const stale = await put('a.txt', 'three', { 'If-Match': body.eTag });
    expect([stale.status, stale.body.error.innerError.code]).toEqual([
      412,
      'entityTagDoesNotMatch',
    ]);
    const item = `${drive}/items/${body.id}`;
    const kept = await graph.send('DELETE', item, { headers: { 'If-Match': body.eTag } });
    expect(kept.status).toBe(412);
    const { url } = await download('a.txt');
    expect((await graph.send('DELETE', item)).status).toBe(204);
    expect((await graph.send('GET', item)).status).toBe(404);
    expect((await fetch(url)).status).toBe(404);
  });

  test.each(['a*b.txt', '~$a.txt', 'CON', 'a.', '_vti_x', `${'a'.repeat(256)}`, 'a%ZZ'])(
    'cannot be called %s',
    async (name) => {
      const path = name.includes('%') ? name : encodeURIComponent(name);
      const { status, body } = await put(path, 'x');
      expect([status, body.error.code]).toEqual([400, 'invalidRequest']);
    },
  );

  test('can be put by a member of a batch, in base64', async () => {
    const requests = [
      {
        id: '1',
        method: 'PUT',
        url: `${drive}/root:/b.txt:/content`,
        headers: { 'Content-Type': 'text/plain' },
        body: Buffer.from('batch').toString('base64'),
      },
    ];
    const { body } = await graph.send('POST', '/$batch', { body: { requests } });
    expect(body.responses[0]?.status).toBe(201);
    expect(await (await download('b.txt')).text()).toBe('batch');
  });
});

describe('a folder', () => {
  test('is made on its own or with a path, and shows what is in it by pages', async () => {
    const made = await graph.send('POST', `${drive}/${root}/children`, {
      body: { name: 'x', folder: {}, '@microsoft.graph.conflictBehavior': 'fail' },
    });
    expect([made.status, made.body.folder]).toEqual([201, { childCount: 0 }]);
    const twice = await graph.send('POST', `${drive}/items/${root}/children`, {
      body: { name: 'X', folder: {} },
    });
    expect(twice.status).toBe(409);
    for (const name of ['1', '2', '3']) await put(`x/${name}.txt`, name);
    const first = await graph.send('GET', `${drive}/root:/x:/children?$top=2&$select=name`);
    expect(first.body.value.map(({ name }) => name)).toEqual(['1.txt', '2.txt']);
    const second = await graph.send('GET', first.body['@odata.nextLink']);
    expect(second.body.value.map(({ name }) => name)).toEqual(['3.txt']);
    expect(second.body).not.toHaveProperty('@odata.nextLink');
    const below = await graph.send('GET', `${drive}/items/${made.body.id}:/2.txt`);
    expect(below.body.name).toBe('2.txt');
  });

  test('is deleted with all that is in it', async () => {
    await put('x/y/a.txt', 'a');
    await put('xy.txt', 'b');
    expect((await graph.send('DELETE', `${drive}/root:/x`)).status).toBe(204);
    expect((await graph.send('GET', `${drive}/root:/x/y/a.txt`)).status).toBe(404);
    const { body } = await graph.send('GET', `${drive}/${root}/children`);
    expect(body.value.map(({ name }) => name)).toEqual(['xy.txt']);
  });

  test('is no file, and no file is a folder', async () => {
    await put('x/a.txt', 'a');
    expect((await put('x', 'a')).status).toBe(400);
    expect((await put('x/a.txt/b.txt', 'a')).status).toBe(400);
    expect((await graph.send('GET', `${drive}/root:/x:/content`)).status).toBe(400);
    expect((await graph.send('DELETE', `${drive}/root`)).status).toBe(400);
  });
});

test('what moves or copies a file is refused, and so is an address nobody knows', async () => {
  const { body } = await put('a.txt', 'a');
  const item = `${drive}/items/${body.id}`;
  const answers = [
    await graph.send('PATCH', item, { body: { name: 'b.txt' } }),
    await graph.send('POST', `${item}/copy`, { body: {} }),
    await graph.send('GET', `${drive}/${root}/path:/a.txt`),
    await graph.send('GET', '/drives/b!none/root'),
    await graph.send('POST', `${drive}/${root}/children`, { body: { name: 'a' } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([501, 501, 400, 404, 400]);
});

test('a library shows its files as items, and a list has no drive', async () => {
  await put('x/a.txt', 'a');
  const lists = await graph.send(
    'GET',
    `${graph.site}/lists?$filter=displayName eq '${libraryName}'`,
  );
  const id = lists.body.value[0]?.id;
  const items = await graph.send('GET', `${graph.site}/lists/${id}/items?$expand=fields`);
  expect(items.body.value.map(({ fields }) => fields['FileLeafRef'])).toEqual(['x', 'a.txt']);
  expect(items.body.value.map(({ fields }) => fields['ContentType'])).toEqual([
    'Folder',
    'Document',
  ]);
  await graph.send('DELETE', `${graph.site}/lists/${id}/items/1`);
  expect((await graph.send('GET', `${drive}/root:/x/a.txt`)).status).toBe(404);
  const plain = await graph.send('POST', `${graph.site}/lists`, {
    token: graph.provision,
    body: { displayName: 'Plain' },
  });
  const none = await graph.send('GET', `${graph.site}/lists/${plain.body.id}/drive`);
  expect(none.status).toBe(404);
});

test('files outlive a restart below the folder of the state; what is deleted leaves it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'graph-files-'));
  const before = await startTestStandIn({ stateDir: folder });
  const first = await createRawGraph(before);
  const own = await newLibrary(first);
  const write = (name: string, behavior = 'replace') =>
    first.send(
      'PUT',
      `${own}/root:/${name}:/content?@microsoft.graph.conflictBehavior=${behavior}`,
      { body: Buffer.from(name), headers: bytes },
    );
  const { body } = await write('a.txt');
  expect((await write('a.txt', 'fail')).status).toBe(409);
  await write('b.txt');
  await first.send('DELETE', `${own}/root:/b.txt`);
  await before.close();
  expect(await readdir(join(folder, 'graph-files'))).toHaveLength(1);
  const after = await startTestStandIn({ stateDir: folder });
  const second = await createRawGraph(after);
  const again = await second.send('GET', `${own}/items/${body.id}`);
  expect(again.body.eTag).toBe(body.eTag);
  const kept = await fetch(again.body['@microsoft.graph.downloadUrl'] ?? '');
  expect(await kept.text()).toBe('a.txt');
  await after.close();
  await rm(folder, { recursive: true });
});
