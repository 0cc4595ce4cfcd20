import { fileAddressOf } from '../../src/graph/file-address.js';
import type { FaultAction, FaultRule } from '../../src/local/faults/fault-rules.js';
import { isFailure } from '../../src/usecases/failure.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const small = Buffer.from('a small file');
/** Above four megabytes, and no multiple of a range. */
const large = Buffer.from(Array.from({ length: 9_000_001 }, (_, index) => index % 251));
const most = 20_000_000;

const library = () => office.graph.attachments;
const read = async (name: string) => {
  const bytes = await library().read(name, most);
  return bytes && Buffer.from(bytes);
};
const names = async () => (await library().list()).map(({ name }) => name);

const faultOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (fault: unknown) => fault,
  );

const onUpload = (action: FaultAction, more: Partial<FaultRule['match']> = {}): FaultRule => ({
  match: { family: 'graph', method: 'PUT', path: '/sharepoint/upload/', times: 1, ...more },
  action,
});

test('a small file is written whole, read, listed and removed', async () => {
  await library().put('R8-0001-k1.pdf', small);
  expect((await read('R8-0001-k1.pdf'))?.equals(small)).toBe(true);
  expect(await names()).toStrictEqual(['R8-0001-k1.pdf']);
  const [listed] = await library().list();
  expect(Math.abs((listed?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  await library().remove('R8-0001-k1.pdf');
  expect(await read('R8-0001-k1.pdf')).toBeUndefined();
  expect(await names()).toStrictEqual([]);
});

test('what is not there is not read, and can be removed', async () => {
  expect(await read('R8-0001-k9.pdf')).toBeUndefined();
  await expect(library().remove('R8-0001-k9.pdf')).resolves.toBeUndefined();
});

test('a file larger than may be is not read', async () => {
  await library().put('R8-0001-k1.pdf', small);
  expect(await library().read('R8-0001-k1.pdf', small.length - 1)).toBeUndefined();
  expect(await library().read('R8-0001-k1.pdf', small.length)).toBeDefined();
});

test('a large file goes in ranges, with whatever form of the expected range', async () => {
  for (const uploadRangesWithEnd of [false, true]) {
    office.standIn.deps.profile.set('gentle', { uploadRangesWithEnd, unitsPerMinute: 100_000 });
    await library().put('R8-0001-k1.pdf', large);
    expect((await read('R8-0001-k1.pdf'))?.equals(large)).toBe(true);
  }
});

test.each<[string, FaultRule]>([
  ['is refused', onUpload({ kind: 'status', status: 503 }, { nth: 2 })],
  ['is reset', onUpload({ kind: 'reset' }, { nth: 2 })],
  ['is taken and not answered', onUpload({ kind: 'reset-mid-body' }, { nth: 2 })],
  [
    'is taken and answered with a fault',
    onUpload({ kind: 'after-commit-status', status: 500 }, { nth: 2 }),
  ],
  ['is answered with nothing', onUpload({ kind: 'empty' }, { nth: 2 })],
  ['is throttled', onUpload({ kind: 'status', status: 429 }, { nth: 1, times: 2 })],
  ['is the last one and not answered', onUpload({ kind: 'truncate' }, { nth: 3 })],
])('the upload goes on where it stood when a range %s', async (_said, fault) => {
  office.faults(fault);
  await library().put('R8-0001-k1.pdf', large);
  office.faults();
  expect((await read('R8-0001-k1.pdf'))?.equals(large)).toBe(true);
  expect(await names()).toStrictEqual(['R8-0001-k1.pdf']);
});

test.each<[string, FaultAction]>([
  ['reset', { kind: 'reset' }],
  ['carried out and not answered', { kind: 'truncate' }],
  ['carried out and answered with a fault', { kind: 'after-commit-status', status: 504 }],
  ['not carried out and answered with nothing', { kind: 'status', status: 200, body: {} }],
])('a small write that was %s is looked after', async (_said, action) => {
  office.faults({ match: { family: 'graph', method: 'PUT', path: ':/content', times: 1 }, action });
  await library().put('R8-0001-k1.pdf', small);
  expect((await read('R8-0001-k1.pdf'))?.equals(small)).toBe(true);
});

test('what the library does not take is told, and never said to be kept', async () => {
  const match = { family: 'graph', method: 'PUT' } as const;
  office.faults({ match, action: { kind: 'status', status: 503 } });
  for (const bytes of [small, large]) {
    const put = library().put('R8-0001-k1.pdf', bytes);
    expect(isFailure(await faultOf(put), 'unavailable')).toBe(true);
  }
  office.faults({ match, action: { kind: 'status', status: 507 } });
  const full = await faultOf(library().put('R8-0001-k1.pdf', small));
  expect(isFailure(full, 'misconfigured')).toBe(true);
  office.faults();
  expect(await names()).toStrictEqual([]);
});

test('a download that breaks off is fetched again from a new address', async () => {
  await library().put('R8-0001-k1.pdf', small);
  const match = {
    family: 'graph',
    method: 'GET',
    path: '/sharepoint/download/',
    times: 1,
  } as const;
  for (const kind of ['reset', 'truncate'] as const) {
    office.faults({ match, action: { kind } });
    expect((await read('R8-0001-k1.pdf'))?.equals(small)).toBe(true);
  }
});

test('no token is ever sent to the address of a file, and no redirect from there is followed', async () => {
  // The stand-in refuses a token there with 401, so that every test here shows the first; this one the second.
  await library().put('R8-0001-k1.pdf', small);
  const headers = { Location: `${office.standIn.origin}/healthz` };
  office.faults({
    match: { family: 'graph', method: 'GET', path: '/sharepoint/download/' },
    action: { kind: 'status', status: 302, headers },
  });
  await expect(read('R8-0001-k1.pdf')).rejects.toThrow('could not be fetched');
});

test('an address of another host is not used, for reading and for writing', async () => {
  await library().put('R8-0001-k1.pdf', small);
  office.faults({
    match: { family: 'graph', method: 'GET', path: ':/content' },
    action: { kind: 'status', status: 302, headers: { Location: 'https://files.example/x?key=1' } },
  });
  await expect(read('R8-0001-k1.pdf')).rejects.toThrow('files.example');
  const uploadUrl = 'http://files.example/x?key=1';
  office.faults({
    match: { family: 'graph', method: 'POST', path: 'createUploadSession' },
    action: { kind: 'status', status: 200, body: { uploadUrl } },
  });
  await expect(library().put('R8-0001-k2.pdf', large)).rejects.toThrow('files.example');
});

const tenant = {
  baseUrl: 'https://graph.microsoft.com',
  siteHostname: 'mebuki-example.sharepoint.com',
};
const local = { ...tenant, baseUrl: 'http://127.0.0.1:3979/graph' };

test.each([
  ['https://mebuki-example.sharepoint.com/sites/ideas/_api/x?tempauth=1', tenant, true],
  ['https://MEBUKI-example.sharepoint.com/x', tenant, true],
  ['http://mebuki-example.sharepoint.com/x', tenant, false],
  ['https://mebuki-example.sharepoint.com:8443/x', tenant, false],
  ['https://mebuki-example.sharepoint.com.example/x', tenant, false],
  ['https://mebuki-example.sharepoint.com@files.example/x', tenant, false],
  ['https://a:b@mebuki-example.sharepoint.com/x', tenant, false],
  ['https://other-my.sharepoint.com/x', tenant, false],
  ['http://127.0.0.1:3979/sharepoint/x', tenant, false],
  ['http://localhost:3979/sharepoint/x', local, true],
  ['http://127.0.0.1:1/x', local, true],
  ['https://mebuki-example.sharepoint.com/x', local, false],
  ['file:///etc/passwd', local, false],
  ['no address', local, false],
])('whether %s is an address of a file is told by its host (%#)', (said, hosts, isTaken) => {
  if (isTaken) expect(fileAddressOf(said, hosts).href).toBe(new URL(said).href);
  else expect(() => fileAddressOf(said, hosts)).toThrow('was not used');
});

test('the text of a refused address is not repeated, as it is a key', () => {
  expect(() => fileAddressOf('https://files.example/secret?key=1', tenant)).toThrow(
    /^Graph sent to an address of a file at files\.example; it was not used$/,
  );
  expect(() => fileAddressOf(undefined, tenant)).toThrow('that is none');
});
