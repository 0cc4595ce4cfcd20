import { versionOf } from '../../src/graph/etag.js';
import { fileAddressOf } from '../../src/graph/file-address.js';
import type { GraphBody, RawAnswer } from '../local/graph/raw-graph.js';
import { expected, onlyInTenant } from './assumptions.js';
import { type ContractSite, contractColumns, openContractSite } from './contract-site.js';

jest.setTimeout(600_000);

type Id = keyof typeof expected;

let site: ContractSite;
let serial = 0;
const held = new Map<Id, boolean>();
const seen: string[] = [];

beforeAll(async () => {
  site = await openContractSite();
});

afterAll(async () => {
  await site?.close();
  if (process.env['MEBUKI_CONTRACT'] === undefined) return;
  const where = site?.isTenant ? 'this tenant' : 'the stand-in';
  const lines = (Object.keys(expected) as Id[]).map((id) => {
    const mark = held.get(id) ? '✓' : '✗';
    return `${mark} ${id}: ${expected[id].says}${held.get(id) ? '' : `\n    When false: ${expected[id].whenFalse}`}`;
  });
  const open = Object.entries(onlyInTenant).map(
    ([id, { says, whenFalse }]) => `? ${id}: ${says}\n    When false: ${whenFalse}`,
  );
  const report = [
    `What the product relies on, in ${where}:`,
    ...lines,
    '',
    'What only a tenant can confirm:',
    ...open,
    '',
    'Seen on the way:',
    ...seen.map((line) => `- ${line}`),
  ];
  process.stdout.write(`\n${report.join('\n')}\n`);
});

/** A test of one assumption; the report at the end says whether it held. */
function holds(id: Id, look: () => Promise<void>): void {
  test(`${id}: ${expected[id].says}`, async () => {
    held.set(id, false);
    await look();
    held.set(id, true);
  });
}

const items = (): string => `${site.listPath}/items`;

function key(): string {
  serial += 1;
  return `contract-${serial}`;
}

async function create(fields: Readonly<Record<string, unknown>>): Promise<RawAnswer> {
  return site.asApp('POST', items(), { body: { fields } });
}

async function stored(fields: Readonly<Record<string, unknown>> = {}): Promise<GraphBody> {
  const { status, body } = await create({ Title: '契約', ContractKey: key(), ...fields });
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

async function read(id: string): Promise<GraphBody> {
  return (await site.asApp('GET', `${items()}/${id}?$expand=fields`)).body;
}

const change = (id: string, fields: object, etag?: string) =>
  site.asApp('PATCH', `${items()}/${id}`, {
    body: { fields },
    ...(etag !== undefined && { headers: { 'If-Match': etag } }),
  });

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + site.patience * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${site.patience} s`);
    await new Promise((resolve) => setTimeout(resolve, site.isTenant ? 2_000 : 50));
  }
}

holds('site-by-path', async () => {
  const answer = await site.asApp('GET', site.sitePath);
  expect([answer.status, `/sites/${answer.body.id}`]).toEqual([200, site.sitePath]);
});

holds('list-keeps-name', async () => {
  const body = { displayName: `${site.listName} 契約` };
  expect((await site.asProvisioner('PATCH', site.listPath, { body })).status).toBe(200);
  const lists = await site.asApp('GET', `${site.sitePath}/lists?$select=id,name,displayName`);
  const own = lists.body.value.find(({ id }) => site.listPath.endsWith(id));
  expect([own?.name, own?.displayName]).toEqual([site.listName, `${site.listName} 契約`]);
});

holds('columns-read-back', async () => {
  const { body } = await site.asApp('GET', `${site.listPath}/columns`);
  for (const column of contractColumns) {
    const found = body.value.find(({ name }) => name === column.name);
    expect([column.name, found?.displayName, found?.indexed]).toEqual([
      column.name,
      column.displayName,
      column.indexed,
    ]);
  }
});

holds('create-answers-whole', async () => {
  const body = await stored({ ContractText: '受付' });
  expect(body.id).toMatch(/^\d+$/);
  expect(body['@odata.etag'] ?? body.eTag).toBeTruthy();
  expect(body.fields['ContractText']).toBe('受付');
});

holds('etag-counts', async () => {
  const first = await stored();
  const before = versionOf(first['@odata.etag']);
  await change(first.id, { ContractText: 'あとで' });
  const after = versionOf((await read(first.id))['@odata.etag']);
  seen.push(`etag of a new item: ${first['@odata.etag'].replace(/[0-9a-f]{8}-[0-9a-f-]+/i, '…')}`);
  expect(before).toBeDefined();
  expect(after).toBeGreaterThan(before ?? Number.POSITIVE_INFINITY);
});

holds('if-match', async () => {
  const first = await stored({ ContractText: '一' });
  const etag = first['@odata.etag'];
  expect((await change(first.id, { ContractText: '二' }, etag)).status).toBe(200);
  expect((await change(first.id, { ContractText: '三' }, etag)).status).toBe(412);
  expect((await read(first.id)).fields['ContractText']).toBe('二');
});

holds('unique-refuses', async () => {
  const number = `C-${Date.now()}`;
  const first = await stored({ ContractNumber: number });
  const second = await create({ Title: '二つ目', ContractKey: key(), ContractNumber: number });
  seen.push(`a duplicate is refused with ${second.status} ${second.body?.error?.code ?? ''}`);
  expect(second.status).toBeGreaterThanOrEqual(400);
  const all = await site.asApp('GET', `${items()}?$expand=fields&$top=200`);
  const same = all.body.value.filter(({ fields }) => fields['ContractNumber'] === number);
  expect(same.map(({ id }) => id)).toEqual([first.id]);
});

holds('null-clears', async () => {
  const { id } = await stored({ ContractText: 'ある', ContractAt: '2026-10-05T00:00:00Z' });
  expect((await change(id, { ContractText: null, ContractAt: null })).status).toBe(200);
  const { fields } = await read(id);
  expect([fields['ContractText'] ?? null, fields['ContractAt'] ?? null]).toEqual([null, null]);
});

const values = {
  ContractText: `𠮷野家の「'引用'」"quotes" <b>&amp; 100% ～〜 ①㈱`,
  ContractNote: '一行目\n二行目\n\n  字下げ\tタブ 👩‍👩‍👧 邉󠄀 が',
  ContractOrder: 20_260_001_234,
  ContractAt: '2026-10-05T01:02:03Z',
  ContractYes: false,
  ContractStatus: 'reviewing',
} as const;

holds('values-read-back', async () => {
  const { id } = await stored(values);
  const { fields } = await read(id);
  const note = String(fields['ContractNote']).replace(/\r\n?/g, '\n');
  if (note !== fields['ContractNote']) seen.push('line ends of long texts come back as CRLF');
  expect({ ...fields, ContractNote: note }).toMatchObject(values);
});

holds('long-texts', async () => {
  const longest = 'あ'.repeat(63_999);
  const { id } = await stored({ ContractNote: longest });
  expect((await read(id)).fields['ContractNote']).toBe(longest);
  const over = await create({
    Title: '長すぎる',
    ContractKey: key(),
    ContractNote: `${longest}あ`,
  });
  seen.push(`a text of 64,000 characters is answered with ${over.status}`);
  const kept = over.status === 201 ? String((await read(over.body.id)).fields['ContractNote']) : '';
  expect(kept.length).toBeLessThan(64_000);
});

holds('unknown-choice', async () => {
  const answer = await create({ Title: '選択', ContractKey: key(), ContractStatus: 'おしまい' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

holds('filter-by-key', async () => {
  const text = `it's 「引用」 ${Date.now()}`;
  const { id } = await stored({ ContractText: text });
  const filter = encodeURIComponent(`fields/ContractText eq '${text.replaceAll("'", "''")}'`);
  const found = await until('the filter', async () => {
    const { body } = await site.asApp('GET', `${items()}?$expand=fields&$filter=${filter}&$top=2`);
    return body.value?.length > 0 ? body.value : undefined;
  });
  expect(found.map((item) => item.id)).toEqual([id]);
});

holds('order-by-index', async () => {
  const { id } = await stored({ ContractOrder: 90_000_000_000 + serial });
  const query = '$expand=fields($select=ContractOrder)&$orderby=fields/ContractOrder desc&$top=1';
  const first = await until('the order', async () => {
    const { body } = await site.asApp('GET', `${items()}?${query}`);
    return body.value?.[0]?.id === id ? body.value[0] : undefined;
  });
  expect(first.fields['ContractOrder']).toBeGreaterThan(90_000_000_000);
});

holds('read-after-write', async () => {
  const { id } = await stored({ ContractText: '0' });
  for (let turn = 1; turn <= 5; turn += 1) {
    await change(id, { ContractText: String(turn) });
    expect((await read(id)).fields['ContractText']).toBe(String(turn));
  }
});

/** All pages from a link on; the records and where to go on later. */
async function follow(from: string) {
  const records: GraphBody[] = [];
  let link: string | undefined = from;
  while (link !== undefined) {
    const { status, body }: RawAnswer = await site.asApp('GET', link);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    records.push(...body.value);
    if (body['@odata.deltaLink'] !== undefined) return { records, link: body['@odata.deltaLink'] };
    link = body['@odata.nextLink'];
  }
  throw new Error('delta ended without a link');
}

holds('delta-follows', async () => {
  const { id } = await stored({ ContractText: '前' });
  const expand = '$expand=fields($select=Title,ContractKey,ContractText)';
  let from = (
    await until('the first enumeration', async () => {
      const came = await follow(`${items()}/delta?${expand}`);
      return came.records.some((record) => record.id === id) ? came : undefined;
    })
  ).link;
  seen.push(`the deltaLink ${/expand/i.test(from) ? 'carries' : 'does not carry'} $expand`);
  const next = (look: (record: GraphBody) => boolean) =>
    until('the change', async () => {
      const came = await follow(from);
      from = came.link;
      return came.records.find((record) => record.id === id && look(record));
    });
  await change(id, { ContractText: '後' });
  const changed = await next(({ fields }) => fields?.['ContractText'] === '後');
  expect(changed.fields['ContractKey']).toBeTruthy();
  await site.asApp('DELETE', `${items()}/${id}`);
  expect((await next(({ deleted }) => deleted !== undefined)).deleted).toBeDefined();
});

holds('gone-is-404', async () => {
  const { id } = await stored();
  expect((await site.asApp('DELETE', `${items()}/${id}`)).status).toBe(204);
  expect((await site.asApp('GET', `${items()}/${id}`)).status).toBe(404);
  const missing = await change('0', { Title: '' }, '"none"');
  seen.push(`a change of item 0 by the app, which may write, is answered with ${missing.status}`);
});

const bytesOnly = { 'Content-Type': 'application/octet-stream' };

/** Does something with a library of its own, which goes again. */
async function withLibrary(work: (root: string) => Promise<void>): Promise<void> {
  const made = await site.asProvisioner('POST', `${site.sitePath}/lists`, {
    body: { displayName: `${site.listName}Files`, list: { template: 'documentLibrary' } },
  });
  expect(made.status).toBe(201);
  const path = `${site.sitePath}/lists/${made.body.id}`;
  try {
    await work(`${path}/drive/root`);
  } finally {
    await site.asProvisioner('DELETE', path);
  }
}

const putFile = (root: string, name: string, body: Buffer) =>
  site.asApp('PUT', `${root}:/${name}:/content`, { body, headers: bytesOnly });

holds('library-keeps-files', () =>
  withLibrary(async (root) => {
    const put = await putFile(root, 'R8-0001-k1.pdf', Buffer.from('%PDF-'));
    expect(put.status).toBe(201);
    expect(put.body.id).toBeTruthy();
    const item = await site.asApp('GET', `${root}:/R8-0001-k1.pdf?$select=size`);
    expect(item.body.size).toBe(5);
    const children = await site.asApp(
      'GET',
      `${root}/children?$select=name,lastModifiedDateTime,file`,
    );
    expect(children.body.value).toMatchObject([{ name: 'R8-0001-k1.pdf', file: {} }]);
    expect((await site.asApp('DELETE', `${root}:/R8-0001-k1.pdf`)).status).toBe(204);
    expect((await site.asApp('GET', `${root}:/R8-0001-k1.pdf:/content`)).status).toBe(404);
  }),
);

holds('file-addresses', () =>
  withLibrary(async (root) => {
    await putFile(root, 'R8-0001-k1.pdf', Buffer.from('%PDF-'));
    const content = await site.asApp('GET', `${root}:/R8-0001-k1.pdf:/content`);
    expect(content.status).toBe(302);
    const from = fileAddressOf(content.headers.get('location'), site.fileHosts);
    expect(await (await fetch(from)).text()).toBe('%PDF-');
    const begun = await site.asApp('POST', `${root}:/R8-0001-k2.pdf:/createUploadSession`, {
      body: { item: { '@microsoft.graph.conflictBehavior': 'replace' } },
    });
    const to = fileAddressOf(begun.body.uploadUrl, site.fileHosts);
    const headers = { ...bytesOnly, 'Content-Range': 'bytes 0-4/5' };
    const sent = await fetch(to, { method: 'PUT', headers, body: '%PDF-' });
    expect(sent.status).toBe(201);
    seen.push(`files are at ${from.host} (read) and ${to.host} (written)`);
  }),
);

holds('clock-header', async () => {
  const { headers } = await site.asApp('GET', site.sitePath);
  expect(Date.parse(headers.get('date') ?? '')).not.toBeNaN();
  const { body } = await stored().then((item) => site.asApp('GET', `${items()}/${item.id}`));
  seen.push(
    `createdBy of an item written by the app: ${JSON.stringify(Object.keys(body.createdBy))}`,
  );
});
