import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proposals } from '../../src/graph/lists/proposals.js';
import { openListFaults } from '../../src/runtime/list-faults.js';
import { type FormSpool, openFormSpool } from '../../src/spool/form-spool.js';
import { openProposalArchive } from '../../src/usecases/trail-archive.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';
import { command } from '../support/submit-office.js';
import { openDesk } from './desk-over-graph.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

jest.setTimeout(300_000);

/** More than SharePoint touches in one query that is not indexed. */
const many = 5_100;
const perBatch = 20;

let office: GraphOffice;
let folder: string;
let spool: FormSpool;

beforeAll(async () => {
  office = await openGraphOffice({ switches: { unitsPerMinute: 1_000_000 } });
  folder = await mkdtemp(join(tmpdir(), 'mebuki-edited-'));
  spool = await openFormSpool(folder, 'one', () => {});
});
afterAll(async () => {
  spool.close();
  await rm(folder, { recursive: true, force: true });
  await office.close();
});

const admin = () => ({ token: office.raw.provision });
const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const named = (n: number) => ({ id: id(n), number: `R8-${String(n).padStart(4, '0')}` });

function fieldsOf(n: number): Readonly<Record<string, unknown>> {
  const filled = Object.entries(proposals.toFields(receivedProposal(named(n))));
  return Object.fromEntries(filled.filter(([, cell]) => cell !== null));
}

async function storeMany(path: string): Promise<void> {
  for (let from = 1; from <= many; from += perBatch) {
    const requests = Array.from({ length: Math.min(perBatch, many - from + 1) }, (_, index) => ({
      id: String(index + 1),
      method: 'POST',
      url: `${path}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: fieldsOf(from + index) },
    }));
    const { body } = await office.raw.send('POST', '/$batch', { body: { requests } });
    const refused = body.responses.find(({ status }) => status !== 201);
    if (refused) throw new Error(JSON.stringify(refused.body));
  }
}

async function follow() {
  const { graph, register } = await office.connect();
  const feed = graph.feeds.find(({ list }) => list === 'MebukiProposals');
  const archive = openProposalArchive(graph.stores.trailArchive);
  const work = openListFaults({ register, graph, archive } as Parameters<typeof openListFaults>[0]);
  return { graph, register, poll: () => feed?.pollNow(), ...work };
}

const codes = async (look: () => Promise<readonly { readonly code: string }[]>) =>
  (await look()).map(({ code }) => code);

test('a folder, an extra item and a number that stands twice are listed each, shown as before, and concern no other', async () => {
  const path = await office.listPath('MebukiProposals');
  for (const n of [1, 2, 3]) {
    await office.raw.send('POST', `${path}/items`, { body: { fields: fieldsOf(n) } });
  }
  const { register, poll, acts, check } = await follow();
  await poll();
  const before = register.proposals().map(({ value }) => value);
  expect(await codes(check.look)).toStrictEqual(['items-sound']);
  // A folder has none of the product's columns.
  for (const fields of [{}, { Title: '手で加えた' }]) {
    const added = await office.raw.send('POST', `${path}/items`, {
      ...admin(),
      body: { fields },
    });
    expect(added.status).toBe(201);
  }
  const columns = await office.raw.send('GET', `${path}/columns`, admin());
  const number = columns.body.value.find(({ name }) => name === 'Number')?.id;
  const demandUnique = async (enforceUniqueValues: boolean) => {
    const column = `${path}/columns/${number}`;
    const made = await office.raw.send('PATCH', column, {
      ...admin(),
      body: { enforceUniqueValues },
    });
    expect(made.status).toBe(200);
  };
  await demandUnique(false);
  const second = register.proposal(id(2))?.itemId ?? '';
  const edited = await office.raw.send('PATCH', `${path}/items/${second}`, {
    ...admin(),
    body: { fields: { Number: 'R8-0001' } },
  });
  expect(edited.status).toBe(200);
  await poll();
  expect(register.proposals().map(({ value }) => value)).toStrictEqual(before);
  expect(register.proposalsToCheck()).toStrictEqual(['R8-0002']);
  expect(acts.report().faults).toHaveLength(3);
  expect(await check.look()).toStrictEqual([{ code: 'items-to-check', items: 3 }]);
  expect(await acts.restore('proposals', second)).toStrictEqual({ kind: 'restored' });
  await poll();
  expect(acts.report().faults).toHaveLength(2);
  await demandUnique(true);
});

test('a list of more than 5,000 items is read, found in, added to and changed; no call meets the threshold', async () => {
  const path = await office.listPath('MebukiProposals');
  await office.clear();
  await storeMany(path);
  const { graph, register, poll, check } = await follow();
  expect(await poll()).toBe(true);
  expect(register.proposals()).toHaveLength(many);
  const { desk, graph: other } = await openDesk(office, spool);
  office.faults({
    match: { family: 'graph', method: 'POST', path: '/items', times: 1 },
    action: { kind: 'after-commit-status', status: 504 },
  });
  const outcome = await desk.submit(command({ token: randomUUID() }));
  office.faults();
  expect(outcome.kind === 'received' && outcome.stored.value.number).toBe(`R8-${many + 1}`);
  expect((await other.stores.proposals.findByKey(id(7)))?.value.number).toBe('R8-0007');
  const held = register.proposal(id(7));
  if (!held) throw new Error('it is shown');
  const changed = await graph.stores.proposals.replace(held, publishedProposal(named(7)));
  expect(changed.kind).toBe('stored');
  expect(await poll()).toBe(true);
  expect(register.proposals()).toHaveLength(many + 1);
  expect(await check.look()).toStrictEqual([{ code: 'items-sound' }]);
  // Without the index nothing of it would work: the list itself says so.
  const filter = `$filter=fields/ProposerName eq 'x'&$expand=fields`;
  const refused = await office.raw.send('GET', `${path}/items?${filter}`);
  expect(refused.status).toBe(400);
});

// Last, because it takes columns away.
test('a column that is gone, one of another type and an index that was taken away are found by the hourly look', async () => {
  const path = await office.listPath('MebukiProposals');
  const { graph } = await follow();
  const look = async () => {
    const checks = graph.healthChecks({ now: () => Date.now() });
    const found = await Promise.all(
      checks.filter(({ subject }) => subject === 'lists').map((each) => each.look()),
    );
    return found.flat();
  };
  const before = await codes(look);
  const { body } = await office.raw.send('GET', `${path}/columns`, admin());
  const columnOf = (name: string) => body.value.find((each) => each.name === name)?.id;
  await office.raw.send('PATCH', `${path}/columns/${columnOf('CampaignId')}`, {
    ...admin(),
    body: { indexed: false },
  });
  await office.raw.send('DELETE', `${path}/columns/${columnOf('ScopeHint')}`, admin());
  await office.raw.send('DELETE', `${path}/columns/${columnOf('OfficeKind')}`, admin());
  await office.raw.send('POST', `${path}/columns`, {
    ...admin(),
    body: { name: 'OfficeKind', number: {} },
  });
  const found = JSON.stringify(await look());
  for (const name of ['CampaignId', 'ScopeHint', 'OfficeKind']) {
    expect(before.join()).not.toContain('list-differs');
    expect(found).toContain(name);
  }
});
