import { type Proposal, receiveProposal } from '../../src/domain/proposal.js';
import { allLists } from '../../src/graph/lists/all-lists.js';
import type { Column } from '../../src/graph/lists/column.js';
import { openListFaults } from '../../src/runtime/list-faults.js';
import { openProposalArchive } from '../../src/usecases/trail-archive.js';
import { inStatus } from '../support/proposal-in-status.js';
import {
  publishedProposal,
  receivedProposal,
  scheduledProposal,
} from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

jest.setTimeout(300_000);

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice({ switches: { unitsPerMinute: 1_000_000 } });
});
afterEach(() => office.clear());
afterAll(() => office.close());

const id = (n: number) => `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
const named = (n: number) => ({ id: id(n), number: `R8-${String(n).padStart(4, '0')}` });
const as = (proposal: Proposal, n: number): Proposal => {
  const { trail, ...rest } = proposal;
  const [first, ...later] = trail;
  if (first?.kind !== 'received') throw new Error('a trail begins with its receipt');
  const { id: token, number } = named(n);
  return {
    ...rest,
    id: token,
    number,
    trail: [{ ...first, form: { ...first.form, id: token, number } }, ...later],
  } as Proposal;
};

/** Proposals in every part of their life. */
const lives = (): readonly Proposal[] =>
  [
    receivedProposal(),
    inStatus('reviewing'),
    inStatus('decided'),
    scheduledProposal(),
    publishedProposal(),
    inStatus('started'),
    inStatus('realised'),
  ].map((proposal, index) => as(proposal, index + 1));

async function follow() {
  const { graph, register } = await office.connect();
  const feed = graph.feeds.find(({ list }) => list === 'MebukiProposals');
  if (!feed) throw new Error('there is a feed for proposals');
  const archive = openProposalArchive(graph.stores.trailArchive);
  const work = openListFaults({ register, graph, archive } as Parameters<typeof openListFaults>[0]);
  return { graph, register, poll: () => feed.pollNow(), ...work };
}

async function storeAll() {
  const itemIds: string[] = [];
  for (const proposal of lives()) {
    const outcome = await office.graph.stores.proposals.create(proposal);
    if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
    itemIds.push(outcome.stored.itemId);
  }
  return itemIds;
}

const admin = () => ({ token: office.raw.provision });

async function edit(itemId: string, fields: Readonly<Record<string, unknown>>): Promise<number> {
  const path = `${await office.listPath('MebukiProposals')}/items/${itemId}`;
  return (await office.raw.send('PATCH', path, { ...admin(), body: { fields } })).status;
}

async function rawFieldsOf(itemId: string) {
  const path = `${await office.listPath('MebukiProposals')}/items/${itemId}?$expand=fields`;
  const {
    Modified: _m,
    _UIVersionString: _v,
    '@odata.etag': _e,
    ...fields
  } = (await office.raw.send('GET', path, admin())).body.fields;
  return fields;
}

async function fieldsOf(itemId: string) {
  const fields = await rawFieldsOf(itemId);
  // Texts of JSON are the same whatever the order of their members.
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name.endsWith('Json') ? JSON.parse(String(value)) : value,
    ]),
  );
}

/** Another value than the present one, of a kind that SharePoint takes. */
function otherValue({ type }: Column, present: unknown): unknown {
  switch (type.kind) {
    case 'number':
      return typeof present === 'number' ? present + 1 : 7;
    case 'boolean':
      return present !== true;
    case 'dateTime':
      return '2031-01-01T00:00:00Z';
    case 'choice':
      return type.codes.find((code) => code !== present);
    default:
      return present === undefined ? '手で書いた' : `${String(present).slice(0, 200)}手`;
  }
}

/**
 * The trail itself has a test of its own. TrailText is a copy that only people read and that the next write makes anew;
 * how it is worded may change between versions.
 */
const onlyForReading = new Set(['TrailText', 'TrailJson']);

test('whatever cell of a proposal is changed or emptied by hand, it is listed, shown as its trail says, and written back', async () => {
  const itemIds = await storeAll();
  const { register, poll, acts } = await follow();
  await poll();
  const before = register.proposals().map(({ value }) => value);
  expect(acts.report()).toEqual({ faults: [], missing: [] });
  const title = { name: 'Title', type: { kind: 'text' } } as Column;
  const columns = [title, ...allLists.proposals.columns].filter(
    ({ name }) => !onlyForReading.has(name),
  );
  let tried = 0;
  for (const [index, column] of columns.entries()) {
    const itemId = itemIds[index % itemIds.length] ?? '';
    const original = await fieldsOf(itemId);
    const raw = await rawFieldsOf(itemId);
    const present = raw[column.name];
    for (const value of [otherValue(column, present), ...(present === undefined ? [] : [null])]) {
      // What SharePoint refuses, such as an unknown choice, nobody can write.
      if ((await edit(itemId, { [column.name]: value })) !== 200) continue;
      await poll();
      tried += 1;
      const where = [column.name, value];
      const fault = expect.objectContaining({ list: 'proposals', itemId, canRestore: true });
      expect([...where, acts.report().faults]).toEqual([...where, [fault]]);
      expect(register.proposals().map((stored) => stored.value)).toEqual(before);
      const outcome = await acts.restore('proposals', itemId);
      expect([...where, outcome]).toEqual([...where, { kind: 'restored' }]);
      expect([...where, acts.report().faults]).toEqual([...where, []]);
      expect(await fieldsOf(itemId)).toEqual(original);
    }
  }
  expect(tried).toBeGreaterThan(60);
});

test('after a restart a damaged item is shown as its trail says; one with a damaged trail is named and cannot be written back', async () => {
  const [first = '', second = ''] = await storeAll();
  await edit(first, { WorkingJson: '{', Title: '手で変えた件名' });
  await edit(second, { TrailJson: '[{' });
  const { register, poll, acts, check } = await follow();
  await poll();
  const numbers = register.proposals().map(({ value }) => value.number);
  expect(numbers).toEqual(['R8-0001', 'R8-0003', 'R8-0004', 'R8-0005', 'R8-0006', 'R8-0007']);
  expect(register.proposalsToCheck()).toEqual(['R8-0001']);
  const { faults, missing } = acts.report();
  expect(faults.map(({ itemId, canRestore }) => [itemId, canRestore])).toEqual([
    [first, true],
    [second, false],
  ]);
  // Whose number it is that nobody holds cannot be said as long as an item cannot be read at all.
  expect(missing).toEqual([]);
  expect(await check.look()).toEqual([{ code: 'items-to-check', items: 2 }]);
  expect(await acts.restore('proposals', second)).toEqual({
    kind: 'refused',
    refusal: { code: 'restore-by-hand' },
  });
  expect(await acts.restore('proposals', 'never seen')).toEqual({
    kind: 'refused',
    refusal: { code: 'nothing-to-restore' },
  });
});

test('what a column gives back in another form than it was written is no change by hand', async () => {
  const received = receivedProposal();
  const { id: token, number, campaignId, receivedAt, proposer, content } = received;
  const written = receiveProposal(
    {
      id: token,
      number,
      campaignId,
      receivedAt,
      proposer: { ...proposer, name: `  ${'長い名'.repeat(100)} ` },
      content: {
        ...content,
        currentProblem: '一行目\r\n二行目\r\n',
        title: ` ${'題'.repeat(300)} `,
      },
    },
    receivedAt,
  );
  const outcome = await office.graph.stores.proposals.create(written);
  expect(outcome.kind).toBe('stored');
  const { register, poll, acts } = await follow();
  await poll();
  expect(acts.report()).toEqual({ faults: [], missing: [] });
  expect(register.proposals()).toHaveLength(1);
});

test('an act of the product on an item changed by hand writes it as the trail says, and nothing of what was changed', async () => {
  const [itemId = ''] = await storeAll();
  const { graph, register, poll, acts } = await follow();
  await poll();
  await edit(itemId, { Status: 'decided', CurrentProblem: '手で変えた課題' });
  await poll();
  const stored = register.proposal(id(1));
  if (!stored) throw new Error('it is shown');
  const next = as(inStatus('reviewing'), 1);
  expect((await graph.stores.proposals.replace(stored, next)).kind).toBe('stored');
  await poll();
  expect(acts.report().faults).toEqual([]);
  expect(register.proposal(id(1))?.value.status).toBe('reviewing');
  expect((await fieldsOf(itemId))['CurrentProblem']).toBe(next.content.currentProblem);
});

test('an item that somebody added by hand is named and concerns nobody else; deleted and restored items go and come', async () => {
  const itemIds = await storeAll();
  const { register, poll, acts } = await follow();
  await poll();
  const path = `${await office.listPath('MebukiProposals')}/items`;
  await office.raw.send('POST', path, { ...admin(), body: { fields: { Title: '手で加えた' } } });
  await poll();
  expect(acts.report().faults).toEqual([
    expect.objectContaining({
      canRestore: false,
      problem: expect.objectContaining({ code: 'unreadable' }),
    }),
  ]);
  expect(register.proposals()).toHaveLength(itemIds.length);
  const added = acts.report().faults[0]?.itemId;
  await office.raw.send('DELETE', `${path}/${added}`, admin());
  await office.raw.send('DELETE', `${path}/${itemIds[2]}`, admin());
  await poll();
  expect(acts.report().missing).toEqual([{ first: 'R8-0003', last: 'R8-0003', count: 1 }]);
});

test('an item that changes while it is being written back is left as it is', async () => {
  const [itemId = ''] = await storeAll();
  const { poll, acts } = await follow();
  await poll();
  await edit(itemId, { Status: 'decided' });
  await poll();
  office.faults({
    match: { family: 'graph', method: 'PATCH', times: 1 },
    action: { kind: 'status', status: 412 },
  });
  expect(await acts.restore('proposals', itemId)).toEqual({
    kind: 'refused',
    refusal: { code: 'changed-meanwhile' },
  });
  expect(await acts.restore('proposals', itemId)).toEqual({ kind: 'restored' });
});

test('a damaged trail leaves the last readable state on show and is put right by hand', async () => {
  const [itemId = ''] = await storeAll();
  const { register, poll, acts } = await follow();
  await poll();
  const before = register.proposals().map(({ value }) => value);
  const { TrailJson } = await rawFieldsOf(itemId);
  for (const damaged of [null, '[{', '[]', `${String(TrailJson).slice(0, -1)},{}]`]) {
    await edit(itemId, { TrailJson: damaged });
    await poll();
    expect(acts.report().faults).toEqual([
      expect.objectContaining({ itemId, number: 'R8-0001', canRestore: false }),
    ]);
    expect(register.proposals().map(({ value }) => value)).toEqual(before);
    expect(await acts.restore('proposals', itemId)).toEqual({
      kind: 'refused',
      refusal: { code: 'restore-by-hand' },
    });
  }
  await edit(itemId, { TrailJson });
  await poll();
  expect(acts.report().faults).toEqual([]);
});

test('what a newer version has written is neither shown by the trail nor written over', async () => {
  const [itemId = ''] = await storeAll();
  const { poll, acts } = await follow();
  await poll();
  const { WorkingJson } = await rawFieldsOf(itemId);
  const newer = JSON.stringify({ ...JSON.parse(String(WorkingJson)), notedByANewerVersion: true });
  await edit(itemId, { WorkingJson: newer });
  await poll();
  expect(acts.report().faults).toEqual([
    expect.objectContaining({
      canRestore: false,
      problem: expect.objectContaining({
        problem: expect.objectContaining({ code: 'newer-form' }),
      }),
    }),
  ]);
});

test('an act that somebody does between the fault and its repair is not written over', async () => {
  const [itemId = ''] = await storeAll();
  const [one, two] = [await follow(), await follow()];
  await one.poll();
  await edit(itemId, { CurrentProblem: '手で変えた課題' });
  await one.poll();
  await two.poll();
  const stored = two.register.proposal(id(1));
  if (!stored) throw new Error('it is shown');
  const next = as(inStatus('reviewing'), 1);
  expect((await two.graph.stores.proposals.replace(stored, next)).kind).toBe('stored');
  expect(await one.acts.restore('proposals', itemId)).toEqual({
    kind: 'refused',
    refusal: { code: 'changed-meanwhile' },
  });
  expect((await fieldsOf(itemId))['Status']).toBe('reviewing');
});

test('reading the item once more, as before a refusal, does not take its mark away', async () => {
  const [itemId = ''] = await storeAll();
  const { graph, register, poll } = await follow();
  await poll();
  await edit(itemId, { Status: 'decided' });
  await poll();
  expect(register.proposalsToCheck()).toEqual(['R8-0001']);
  const fresh = await graph.stores.proposals.read(itemId);
  if (!fresh) throw new Error('it is there');
  register.tookProposal(fresh);
  expect(register.proposalsToCheck()).toEqual(['R8-0001']);
});
