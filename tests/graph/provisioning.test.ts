import { allLists } from '../../src/graph/lists/all-lists.js';
import { planProvisioning, provision, tellPlan } from '../../src/graph/provisioning.js';
import { isFailure } from '../../src/usecases/failure.js';
import { type GraphOffice, openGraphOffice, provisioningOf } from './graph-office.js';

const listCount = Object.keys(allLists).length;

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice({
    provisioned: false,
    // All lists are made and removed again for each test, more than an app may do in a minute.
    switches: { unitsPerMinute: 100_000 },
  });
});

afterEach(async () => {
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  for (const { id, name } of lists.body.value) {
    if (!name.startsWith('Mebuki')) continue;
    await office.raw.send('DELETE', `${office.raw.site}/lists/${id}`, asAdmin());
  }
});

afterAll(() => office.close());

const options = () => provisioningOf(office.provisionClient);
const asAdmin = () => ({ token: office.raw.provision });

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

test('provisioning creates every list and the grant, and then has nothing left to do', async () => {
  await removeGrant();
  const lines: string[] = [];
  await provision(options(), (line) => lines.push(line));
  expect(lines).toHaveLength(listCount + 1);
  expect(lines[0]).toMatch(/create list MebukiProposals（芽吹き 提案）/);
  expect(lines.at(-1)).toMatch(/grant Mebuki .* write/);
  expect(await planProvisioning(options())).toEqual({ steps: [], blocked: [] });
  expect(await (await office.connect()).graph.verifySchema()).toEqual([]);
});

test('a dry run tells the plan and writes nothing', async () => {
  const lines: string[] = [];
  await tellPlan(options(), (line) => lines.push(line));
  expect(lines).toHaveLength(listCount);
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  expect(lists.body.value.filter(({ name }) => name.startsWith('Mebuki'))).toEqual([]);
});

test('lists have an ASCII address, columns an ASCII name, and people read Japanese', async () => {
  await provision(options(), () => {});
  const lists = await office.raw.send('GET', `${office.raw.site}/lists`, asAdmin());
  expect(lists.body.value.map(({ name, displayName }) => [name, displayName])).toContainEqual([
    'MebukiProposals',
    '芽吹き 提案',
  ]);
  const { column } = await columnOf('MebukiProposals', 'Number');
  expect(column).toMatchObject({ displayName: '提案番号', indexed: true });
});

test('a list that was renamed by hand is still the same list', async () => {
  await provision(options(), () => {});
  await office.raw.send('PATCH', await office.listPath('MebukiCampaigns'), {
    ...asAdmin(),
    body: { displayName: '今年の募集' },
  });
  expect((await planProvisioning(options())).steps).toEqual([]);
});

test('a missing index, unique demand, choice and column are named, and provisioning brings them', async () => {
  await provision(options(), () => {});
  const send = office.raw.send;
  const number = await columnOf('MebukiProposals', 'Number');
  await send('PATCH', number.path, {
    ...asAdmin(),
    body: { enforceUniqueValues: false, indexed: false },
  });
  const status = await columnOf('MebukiProposals', 'Status');
  await send('PATCH', status.path, {
    ...asAdmin(),
    body: { choice: { choices: ['received'] } },
  });
  const until = await columnOf('MebukiNotices', 'ClaimedUntil');
  await send('DELETE', until.path, asAdmin());
  const { graph } = await office.connect();
  const sentences = await graph.verifySchema();
  expect(sentences).toEqual([
    expect.stringMatching(
      /MebukiProposals.*column Number.*lacks an index and the demand of unique values: run `npm run provision`/,
    ),
    expect.stringMatching(/column Status.*lacks the choices clarifying, reviewing/),
    expect.stringMatching(/MebukiNotices.*ClaimedUntil.*is missing: run `npm run provision`/),
  ]);
  await provision(options(), () => {});
  expect(await graph.verifySchema()).toEqual([]);
});

test('a column of another type is named, never deleted, and provisioning ends with an error', async () => {
  await provision(options(), () => {});
  const epoch = await columnOf('MebukiNotices', 'Epoch');
  await office.raw.send('DELETE', epoch.path, asAdmin());
  await office.raw.send('POST', `${await office.listPath('MebukiNotices')}/columns`, {
    ...asAdmin(),
    body: { name: 'Epoch', text: {} },
  });
  const fault = await provision(options(), () => {}).catch((caught: unknown) => caught);
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/Epoch.*is not of the type number/);
  expect((await columnOf('MebukiNotices', 'Epoch')).column).toBeDefined();
});

test('a column the product does not know is nobody’s fault', async () => {
  await provision(options(), () => {});
  await office.raw.send('POST', `${await office.listPath('MebukiMembers')}/columns`, {
    ...asAdmin(),
    body: { name: 'Remarks', text: {} },
  });
  expect(await (await office.connect()).graph.verifySchema()).toEqual([]);
});

test('lists that do not exist are named, and using one says what to run', async () => {
  const { graph } = await office.connect();
  expect(await graph.verifySchema()).toHaveLength(listCount);
  const fault = await graph.stores.profiles.findByKey('x').catch((caught: unknown) => caught);
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/MebukiProfiles: run `npm run provision`/);
});

test('the identity of the app cannot provision', async () => {
  const fault = await provision(provisioningOf(office.client), () => {}).catch(
    (caught: unknown) => caught,
  );
  expect(isFailure(fault, 'misconfigured')).toBe(true);
  expect(String(fault)).toMatch(/403 accessDenied/);
});
