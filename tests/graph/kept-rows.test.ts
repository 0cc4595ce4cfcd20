import { openKeeping } from '../../src/runtime/keeping.js';
import { actAs, officeMorning } from '../support/sample-office.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice();
}, 60_000);
afterAll(() => office.close());
afterEach(() => office.clear());

const { by } = actAs();
const keeper = { by, roles: ['administrator'] as const };
const clock = { now: () => officeMorning };

/** A process of its own that keeps masters and campaigns. */
async function openProcess() {
  const { graph, register } = await office.connect();
  const keep = openKeeping(clock, { register, writer: register, stores: graph.stores });
  const catchUp = async (): Promise<void> => {
    for (const feed of graph.feeds) await feed.pollNow();
  };
  await catchUp();
  return { keep, register, catchUp };
}

const form = { masterId: 'shin', label: '総務企画部', sortOrder: '2', validFrom: '2027-04-01' };
const draft = {
  id: 'r8',
  title: '募集（架空）',
  opensAt: officeMorning,
  visibility: 'at-once' as const,
  themes: [{ id: 'mado', label: '窓口', labelEn: 'Counters' }],
  requiredFields: ['expectedEffect' as const],
};

test('a row entered by one process is read by another one, trail and all', async () => {
  const [one, two] = [await openProcess(), await openProcess()];
  const entered = await one.keep.enterMaster(keeper, 'departments', form);
  expect(entered.kind).toBe('kept');
  await two.catchUp();
  const row = two.register.masterRow('departments', 'shin')?.value;
  expect(row).toEqual(one.register.masterRow('departments', 'shin')?.value);
  expect(row?.trail).toHaveLength(1);
  const campaign = await one.keep.enterCampaign(keeper, draft);
  expect(campaign.kind).toBe('kept');
  await two.catchUp();
  expect(two.register.campaign('r8')?.value).toEqual(one.register.campaign('r8')?.value);
});

test('two processes that enter the same id leave one row, and one of them is told', async () => {
  const [one, two] = [await openProcess(), await openProcess()];
  const outcomes = await Promise.all(
    [one, two].map(({ keep }, index) =>
      keep.enterMaster({ ...keeper, by: { ...by, name: `職員 ${index}` } }, 'departments', form),
    ),
  );
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['kept', 'refused']);
});

test('what is typed in SharePoint becomes an entry of the trail at the next change by the app', async () => {
  const { keep, register, catchUp } = await openProcess();
  await keep.enterMaster(keeper, 'departments', form);
  const list = await office.listPath('MebukiDepartments');
  const items = await office.raw.send('GET', `${list}/items`, { token: office.raw.provision });
  await office.raw.send('PATCH', `${list}/items/${items.body.value[0]?.id}`, {
    token: office.raw.provision,
    body: { fields: { SortOrder: 7 } },
  });
  await catchUp();
  const row = register.masterRow('departments', 'shin')?.value;
  if (!row) throw new Error('the row is not read');
  expect(row.order).toBe(7);
  const seen = { key: 'shin', version: keep.versionOf(row) };
  const ended = await keep.changeMaster(keeper, 'departments', seen, {
    ...form,
    labelEn: '総務企画部',
    sortOrder: '7',
    validTo: '2028-03-31',
  });
  if (ended.kind !== 'kept') throw new Error(JSON.stringify(ended.refusal));
  expect(ended.stored.value.trail?.map(({ kind, after }) => [kind, after])).toMatchObject([
    ['entered', { order: 2 }],
    ['found', { order: 7 }],
    ['changed', { validTo: '2028-03-31' }],
  ]);
});

test('a role is kept without a unique column, and found again', async () => {
  const { keep, register, catchUp } = await openProcess();
  const member = {
    person: '0b6f1a52-0000-4000-8000-0000000000aa',
    personName: '山田 太郎（架空）',
    role: 'executive',
  };
  expect((await keep.enterMaster(keeper, 'members', member)).kind).toBe('kept');
  await catchUp();
  expect(register.members().map(({ role }) => role)).toEqual(['executive']);
});
