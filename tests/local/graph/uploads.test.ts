import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn, testSettings } from '../frame/test-stand-in.js';
import { createRawGraph, type RawGraph } from './raw-graph.js';

const unit = 327_680;
const total = 2 * unit + 100;
const content = Buffer.from(Array.from({ length: total }, (_, index) => index % 251));

let standIn: StandIn;
let graph: RawGraph;
let root: string;

let made = 0;

const newLibrary = async () => {
  made += 1;
  const { body } = await graph.send('POST', `${graph.site}/lists`, {
    token: graph.provision,
    body: { displayName: `Files ${made}`, list: { template: 'documentLibrary' } },
  });
  return `${graph.site}/lists/${body.id}/drive/${'root'}`;
};

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());
beforeEach(async () => {
  standIn.deps.clock.setOffset(0);
  standIn.deps.profile.set('gentle', { unitsPerMinute: 100_000 });
  root = await newLibrary();
});

const begin = async (name = 'big.bin', item: object = {}) => {
  const { status, body } = await graph.send('POST', `${root}:/x/${name}:/createUploadSession`, {
    body: { item },
  });
  expect(status).toBe(200);
  return body;
};

/** Sends bytes `first` to `last`, both included, without a token. */
const fragment = (url: string, first: number, last: number, headers: object = {}) =>
  graph.send('PUT', url, {
    token: null,
    body: content.subarray(first, last + 1),
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Range': `bytes ${first}-${last}/${total}`,
      ...headers,
    },
  });
const whole = async (url: string) => {
  await fragment(url, 0, 2 * unit - 1);
  return fragment(url, 2 * unit, total - 1);
};
const bytesAt = async (address: string | null) =>
  Buffer.from(await (await fetch(address ?? '')).arrayBuffer());
const stored = async (name: string) => {
  const { headers } = await graph.send('GET', `${root}:/x/${name}:/content`);
  return bytesAt(headers.get('location'));
};

test('a file sent in fragments is there when the last one has come, and not before', async () => {
  const { uploadUrl, nextExpectedRanges } = await begin();
  expect(nextExpectedRanges).toEqual(['0-']);
  expect(new URL(uploadUrl).host).toBe(`localhost:${standIn.port}`);
  const first = await fragment(uploadUrl, 0, unit - 1);
  expect([first.status, first.body.nextExpectedRanges]).toEqual([202, [`${unit}-`]]);
  await fragment(uploadUrl, unit, 2 * unit - 1);
  expect((await graph.send('GET', `${root}:/x/big.bin`)).status).toBe(404);
  const last = await fragment(uploadUrl, 2 * unit, total - 1);
  expect([last.status, last.body.name, last.body.size]).toEqual([201, 'big.bin', total]);
  expect(last.body.createdBy).toEqual({
    application: { id: testSettings.appId, displayName: 'Mebuki' },
    user: { displayName: 'SharePoint App' },
  });
  expect((await stored('big.bin')).equals(content)).toBe(true);
  expect((await graph.send('GET', uploadUrl, { token: null })).status).toBe(404);
});

test('an upload is resumed where its status says, also after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'graph-uploads-'));
  const before = await startTestStandIn({ stateDir: folder });
  const first = await createRawGraph(before);
  const file = `${first.site}/drive/root:/x/big.bin:`;
  const begun = await first.send('POST', `${file}/createUploadSession`);
  await fragment(begun.body.uploadUrl, 0, unit - 1);
  await before.close();
  const after = await startTestStandIn({ stateDir: folder });
  const second = await createRawGraph(after);
  const url = new URL(begun.body.uploadUrl);
  url.port = String(after.port);
  const status = await second.send('GET', url.href, { token: null });
  expect([status.status, status.body.nextExpectedRanges]).toEqual([200, [`${unit}-`]]);
  expect((await fragment(url.href, unit, total - 1)).status).toBe(201);
  const { headers } = await second.send('GET', `${file}/content`);
  expect(await bytesAt(headers.get('location'))).toStrictEqual(content);
  await after.close();
  await rm(folder, { recursive: true });
});

test('a fragment that was taken and answered by 504 is not to be sent again, as its status says', async () => {
  const { uploadUrl } = await begin();
  standIn.deps.faults.replace([
    {
      match: { family: 'graph', method: 'PUT', path: '/sharepoint/upload/', times: 1 },
      action: { kind: 'after-commit-status', status: 504 },
    },
  ]);
  expect((await fragment(uploadUrl, 0, unit - 1)).status).toBe(504);
  expect((await fragment(uploadUrl, 0, unit - 1)).status).toBe(416);
  const { body } = await graph.send('GET', uploadUrl, { token: null });
  expect(body.nextExpectedRanges).toEqual([`${unit}-`]);
  expect((await fragment(uploadUrl, unit, total - 1)).status).toBe(201);
  standIn.deps.faults.replace([]);
});

test('the range still expected may be told with its end', async () => {
  standIn.deps.profile.set('gentle', { uploadRangesWithEnd: true });
  const { uploadUrl } = await begin();
  const first = await fragment(uploadUrl, 0, unit - 1);
  expect(first.body.nextExpectedRanges).toEqual([`${unit}-${total - 1}`]);
});

describe('a fragment', () => {
  test('that was already sent, or comes too early, is refused with 416', async () => {
    const { uploadUrl } = await begin();
    await fragment(uploadUrl, 0, unit - 1);
    const again = await fragment(uploadUrl, 0, unit - 1);
    expect([again.status, again.body.error.code, again.body.error.innerError.code]).toEqual([
      416,
      'invalidRange',
      'fragmentOverlap',
    ]);
    const early = await fragment(uploadUrl, 2 * unit, total - 1);
    expect([early.status, early.body.error.innerError.code]).toEqual([416, 'fragmentOutOfOrder']);
    expect((await fragment(uploadUrl, unit, total - 1)).status).toBe(201);
  });

  test('before the last must be a multiple of 320 KiB', async () => {
    const { uploadUrl } = await begin();
    const odd = await fragment(uploadUrl, 0, 99);
    expect([odd.status, odd.body.error.code]).toEqual([400, 'invalidRequest']);
  });

  test('of 60 MiB is too long', async () => {
    const { uploadUrl } = await begin();
    const length = 60 * 1024 * 1024;
    const { status } = await graph.send('PUT', uploadUrl, {
      token: null,
      body: Buffer.alloc(length),
      headers: {
        'Content-Type': 'application/octet-stream',
        'Content-Range': `bytes 0-${length - 1}/${length}`,
      },
    });
    expect(status).toBe(413);
  });

  test.each([
    ['none', ''],
    ['no bytes', 'items 0-1/2'],
    ['an end before its start', 'bytes 9-1/100'],
    ['an end beyond the whole', `bytes 0-${unit - 1}/100`],
    ['another length', `bytes 0-${2 * unit - 1}/${total}`],
    ['an unknown whole', `bytes 0-${unit - 1}/*`],
  ])('whose range has %s is refused with 400', async (_name, range) => {
    const { uploadUrl } = await begin();
    const { status } = await fragment(uploadUrl, 0, unit - 1, { 'Content-Range': range });
    expect(status).toBe(400);
  });

  test('that speaks of another whole than the first is refused', async () => {
    const { uploadUrl } = await begin();
    await fragment(uploadUrl, 0, unit - 1);
    const range = { 'Content-Range': `bytes ${unit}-${2 * unit - 1}/${total + 1}` };
    expect((await fragment(uploadUrl, unit, 2 * unit - 1, range)).status).toBe(400);
  });

  test('with a token is refused: the address is the key', async () => {
    const { uploadUrl } = await begin();
    const { status } = await fragment(uploadUrl, 0, unit - 1, { Authorization: 'Bearer x' });
    expect(status).toBe(401);
  });
});

test('a name that is taken is refused with the last byte, replaced or changed, as wished', async () => {
  expect((await whole((await begin('a.bin')).uploadUrl)).status).toBe(201);
  const { uploadUrl } = await begin('a.bin');
  const refused = await whole(uploadUrl);
  expect([refused.status, refused.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  expect((await fragment(uploadUrl, 2 * unit, total - 1)).status).toBe(409);
  const behavior = '@microsoft.graph.conflictBehavior';
  const renamed = await whole((await begin('a.bin', { [behavior]: 'rename' })).uploadUrl);
  expect([renamed.status, renamed.body.name]).toEqual([201, 'a 1.bin']);
  const replaced = await whole((await begin('a.bin', { [behavior]: 'replace' })).uploadUrl);
  expect([replaced.status, replaced.body.name]).toEqual([200, 'a.bin']);
  const drive = root.slice(0, -'/root'.length);
  const own = await graph.send('POST', `${drive}/items/${replaced.body.id}/createUploadSession`);
  expect((await whole(own.body.uploadUrl)).status).toBe(200);
});

test('a cancelled upload is gone, and one that nobody went on with for a day', async () => {
  const { uploadUrl } = await begin();
  await fragment(uploadUrl, 0, unit - 1);
  expect((await graph.send('DELETE', uploadUrl, { token: null })).status).toBe(204);
  const gone = await fragment(uploadUrl, unit, total - 1);
  expect([gone.status, gone.body.error.innerError.code]).toEqual([404, 'uploadSessionNotFound']);
  const other = await begin();
  standIn.deps.clock.setOffset(20 * 3_600_000);
  const grown = await fragment(other.uploadUrl, 0, unit - 1);
  expect(Date.parse(grown.body.expirationDateTime)).toBeGreaterThan(
    Date.parse(other.expirationDateTime),
  );
  standIn.deps.clock.setOffset(45 * 3_600_000);
  expect((await fragment(other.uploadUrl, unit, total - 1)).status).toBe(404);
});

test('uploads are begun by those who may write, for files, with what is known', async () => {
  const path = `${root}:/a.bin:/createUploadSession`;
  const reader = await graph.mint({ roles: ['Sites.Read.All'] });
  const answers = [
    await graph.send('POST', path, { token: reader, body: {} }),
    await graph.send('POST', `${root}/createUploadSession`, { body: {} }),
    await graph.send('POST', path, { body: { item: { color: 'red' } } }),
    await graph.send('POST', path, { body: { item: { name: 'a*.bin' } } }),
    await graph.send('POST', path, { body: { deferCommit: true } }),
    await graph.send('POST', path, { body: { more: 1 } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 400, 400, 400, 501, 400]);
  const { uploadUrl } = await begin();
  expect((await graph.send('POST', uploadUrl, { token: null, body: {} })).status).toBe(405);
});
