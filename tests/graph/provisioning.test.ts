import type { PlannedChange } from '../../src/domain/provisioning/planned-change.js';
import { allSchemas } from '../../src/graph/lists/all-lists.js';
import { carryOutPlan, changesOf, planProvisioning } from '../../src/graph/provisioning.js';
import type { FaultAction } from '../../src/local/faults/fault-rules.js';
import { isFailure } from '../../src/usecases/failure.js';
import { type GraphOffice, openGraphOffice, provisioningOf } from './graph-office.js';

const listCount = allSchemas.length;

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice({
    provisioned: false,
    // All lists are made and removed again for each test, more than an app may do in a minute.
    switches: { unitsPerMinute: 1_000_000 },
  });
});

afterEach(async () => {
  office.faults();
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  for (const { id, name } of lists.body.value) {
    if (!name.startsWith('Mebuki')) continue;
    await office.raw.send('DELETE', `${office.raw.site}/lists/${id}`, asAdmin());
  }
});

afterAll(() => office.close());

const options = () => provisioningOf(office.provisionClient);
const asAdmin = () => ({ token: office.raw.provision });

async function plan(): Promise<readonly PlannedChange[]> {
  return changesOf(await planProvisioning(options()));
}

/** Does what the command does; answers what was told as done, and what remains. */
async function provision() {
  const done: PlannedChange[] = [];
  const planned = await planProvisioning(options());
  const remaining = await carryOutPlan(options(), planned, (change) => done.push(change));
  return { done, remaining };
}

async function removeGrant(): Promise<void> {
  const path = `${office.raw.site}/permissions`;
  const grants = await office.raw.send('GET', path, asAdmin());
  for (const { id } of grants.body.value) {
    await office.raw.send('DELETE', `${path}/${id}`, asAdmin());
  }
}

async function columnOf(list: string, name: string) {
  const path = `${await office.listPath(list)}/columns`;
  const columns = await office.raw.send('GET', path, asAdmin());
  const column = columns.body.value.find((each) => each.name === name);
  return { path: `${path}/${column?.id}`, column };
}

async function sendColumn(list: string, name: string, body: object): Promise<void> {
  await office.raw.send('PATCH', (await columnOf(list, name)).path, { ...asAdmin(), body });
}

async function addItem(list: string, fields: Record<string, unknown>): Promise<void> {
  const path = `${await office.listPath(list)}/items`;
  await office.raw.send('POST', path, { ...asAdmin(), body: { fields } });
}

test('provisioning creates every list, the grant and the version, and then has nothing left to do', async () => {
  await removeGrant();
  const { done, remaining } = await provision();
  expect(remaining).toEqual([]);
  expect(done).toHaveLength(listCount + 2);
  expect(done[0]).toMatchObject({
    kind: 'create-list',
    list: { name: 'MebukiProposals', displayName: '芽吹き 提案' },
  });
  expect(done.slice(-2).map(({ kind }) => kind)).toEqual(['grant', 'migrate']);
  expect(await plan()).toEqual([]);
  expect(await (await office.connect()).graph.verifySchema()).toEqual([]);
});

test('a plan tells every difference and writes nothing', async () => {
  expect(await plan()).toHaveLength(listCount + 1);
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  expect(lists.body.value.filter(({ name }) => name.startsWith('Mebuki'))).toEqual([]);
});

test('lists have an ASCII address, columns an ASCII name, and people read Japanese', async () => {
  await provision();
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  expect(lists.body.value.map(({ name, displayName }) => [name, displayName])).toContainEqual([
    'MebukiProposals',
    '芽吹き 提案',
  ]);
  const { column } = await columnOf('MebukiProposals', 'Number');
  expect(column).toMatchObject({ displayName: '提案番号', indexed: true });
});

test('a list and a column that were renamed by hand keep their names', async () => {
  await provision();
  const path = await office.listPath('MebukiCampaigns');
  await office.raw.send('PATCH', path, { ...asAdmin(), body: { displayName: '今年の募集' } });
  await sendColumn('MebukiCampaigns', 'OpensAt', { displayName: '始まり' });
  expect(await plan()).toEqual([]);
});

test('a list and a column that still bear their ASCII names are given Japanese ones; the app does without', async () => {
  await provision();
  const path = await office.listPath('MebukiCampaigns');
  await office.raw.send('PATCH', path, { ...asAdmin(), body: { displayName: 'MebukiCampaigns' } });
  await sendColumn('MebukiCampaigns', 'OpensAt', { displayName: 'OpensAt' });
  expect(await (await office.connect()).graph.verifySchema()).toEqual([]);
  const kinds = ['name-list', 'name-column'];
  expect((await plan()).map(({ kind }) => kind)).toEqual(kinds);
  expect((await provision()).done.map(({ kind }) => kind)).toEqual(kinds);
  expect((await columnOf('MebukiCampaigns', 'OpensAt')).column).toMatchObject({
    displayName: '募集開始日時（UTC）',
  });
});

test('a tenant that refuses the Japanese names is provisioned all the same, and nothing is told as done', async () => {
  await provision();
  await sendColumn('MebukiCampaigns', 'OpensAt', { displayName: 'OpensAt' });
  const refused = { kind: 'status', status: 400, body: {} } as const;
  office.faults({ match: { family: 'graph', method: 'PATCH' }, action: refused });
  expect(await provision()).toEqual({ done: [], remaining: [] });
});

test('a missing index, unique demand, choice and column are named, and provisioning brings them', async () => {
  await provision();
  await sendColumn('MebukiProposals', 'Number', { enforceUniqueValues: false, indexed: false });
  await sendColumn('MebukiProposals', 'CampaignId', { indexed: false });
  await sendColumn('MebukiProposals', 'Status', { choice: { choices: ['received'] } });
  const until = await columnOf('MebukiNotices', 'ClaimedUntil');
  await office.raw.send('DELETE', until.path, asAdmin());
  const { graph } = await office.connect();
  expect(await graph.verifySchema()).toEqual([
    expect.stringMatching(
      /MebukiProposals.*column Number.*lacks an index and the demand of unique values: run `npm run provision`/,
    ),
    expect.stringMatching(/column CampaignId.*lacks an index/),
    expect.stringMatching(/column Status.*lacks the choices clarifying, reviewing/),
    expect.stringMatching(/MebukiNotices.*ClaimedUntil.*is missing: run `npm run provision`/),
  ]);
  expect((await plan()).map(({ kind }) => kind)).toEqual([
    'create-column',
    'unique',
    'index',
    'choices',
  ]);
  expect((await provision()).remaining).toEqual([]);
  expect(await graph.verifySchema()).toEqual([]);
});

test('values that stand twice keep the unique demand away, and the items that hold them are named', async () => {
  await provision();
  await sendColumn('MebukiNotices', 'Key', { enforceUniqueValues: false });
  for (const key of ['a', 'b', 'A']) await addItem('MebukiNotices', { Title: key, Key: key });
  const { done, remaining } = await provision();
  expect(done).toEqual([]);
  expect(remaining).toEqual([expect.objectContaining({ kind: 'duplicates', items: ['1', '3'] })]);
});

test('a column of another type is named, never deleted, and remains for a person', async () => {
  await provision();
  const epoch = await columnOf('MebukiNotices', 'Epoch');
  await office.raw.send('DELETE', epoch.path, asAdmin());
  await office.raw.send('POST', `${await office.listPath('MebukiNotices')}/columns`, {
    ...asAdmin(),
    body: { name: 'Epoch', text: {} },
  });
  const { remaining } = await provision();
  expect(remaining).toEqual([
    {
      kind: 'wrong-type',
      list: { name: 'MebukiNotices', displayName: '芽吹き 通知の記録' },
      column: { name: 'Epoch', displayName: '処理の世代' },
      type: 'number',
    },
  ]);
  expect((await columnOf('MebukiNotices', 'Epoch')).column).toBeDefined();
});

test('a column the product does not know is nobody’s fault', async () => {
  await provision();
  await office.raw.send('POST', `${await office.listPath('MebukiMembers')}/columns`, {
    ...asAdmin(),
    body: { name: 'Remarks', text: {} },
  });
  expect(await plan()).toEqual([]);
  expect(await (await office.connect()).graph.verifySchema()).toEqual([]);
});

test('lists that do not exist are named, and using one says what to run', async () => {
  const { graph } = await office.connect();
  expect(await graph.verifySchema()).toHaveLength(listCount);
  const fault = await graph.stores.profiles.findByKey('x').catch((caught: unknown) => caught);
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/MebukiProfiles: run `npm run provision`/);
});

test('a site that does not exist is for a person to make', async () => {
  const site = { ...options().site, path: '/sites/elsewhere' };
  const planned = await planProvisioning({ ...options(), site });
  expect(planned.steps).toEqual([]);
  expect(planned.blocked).toEqual([
    { kind: 'no-site', address: `https://${site.hostname}/sites/elsewhere` },
  ]);
});

test('the identity of the app cannot provision', async () => {
  const fault = await planProvisioning(provisioningOf(office.client)).catch(
    (caught: unknown) => caught,
  );
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/403 accessDenied/);
});

/** Runs the command until it comes through; each run is cut at its second write of a kind. */
async function runUntilDone(cut: FaultAction) {
  const done: PlannedChange[] = [];
  for (let runs = 1; ; runs += 1) {
    office.faults(
      { match: { family: 'graph', method: 'POST', nth: 2 }, action: cut },
      { match: { family: 'graph', method: 'PATCH', nth: 2 }, action: cut },
    );
    try {
      const planned = await planProvisioning(options());
      const remaining = await carryOutPlan(options(), planned, (change) => done.push(change));
      return { runs, done, remaining };
    } catch (fault) {
      // Each run gets at least one step further.
      if (!isFailure(fault) || runs > 3 * listCount) throw fault;
    }
  }
}

test.each([
  ['before a write', { kind: 'status', status: 500, body: {} }],
  ['after a write, whose answer is lost', { kind: 'after-commit-status', status: 500 }],
] as const)(
  'cut off %s again and again, the runs together bring everything',
  async (_when, cut) => {
    await removeGrant();
    const { runs, done, remaining } = await runUntilDone(cut);
    expect(runs).toBeGreaterThan(listCount / 2);
    expect(remaining).toEqual([]);
    // No step is done twice.
    expect(new Set(done.map((change) => JSON.stringify(change))).size).toBe(done.length);
    office.faults();
    expect(await plan()).toEqual([]);
    const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
    expect(lists.body.value.filter(({ name }) => name.startsWith('Mebuki'))).toHaveLength(
      listCount,
    );
  },
);
