import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { receiveProposal } from '../../src/domain/proposal.js';
import { proposals } from '../../src/graph/lists/proposals.js';
import type { FaultAction } from '../../src/local/faults/fault-rules.js';
import { isFailure } from '../../src/usecases/failure.js';
import type { Stored } from '../../src/usecases/ports.js';
import { publishedProposal, receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice({ timeoutMs: 700 });
});

afterEach(() => office.clear());
afterAll(() => office.close());

const store = () => office.graph.stores.proposals;

function fault(method: string, action: FaultAction, times = 1): void {
  office.faults({ match: { family: 'graph', method, path: '/items', times }, action });
}

async function created(proposal = receivedProposal()): Promise<Stored<Proposal>> {
  const outcome = await store().create(proposal);
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
  return outcome.stored;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'no failure',
    (caught: unknown) => caught,
  );
}

test('a stored proposal reads back as it was, by id, by key and after a change', async () => {
  const value = receivedProposal();
  const stored = await created(value);
  expect(stored.value).toEqual(value);
  expect(await store().read(stored.itemId)).toEqual(stored);
  expect(await store().findByKey(value.id)).toEqual(stored);
  const next = publishedProposal();
  const outcome = await store().replace(stored, next);
  expect(outcome).toMatchObject({ kind: 'stored', stored: { itemId: stored.itemId, value: next } });
});

test('a change clears what became empty', async () => {
  const stored = await created(publishedProposal());
  await store().replace(stored, receivedProposal());
  expect((await store().read(stored.itemId))?.value).toEqual(receivedProposal());
});

test('the list can be read in SharePoint without JSON', async () => {
  const stored = await created(publishedProposal());
  const path = `${await office.listPath('MebukiProposals')}/items/${stored.itemId}?$expand=fields`;
  const { fields } = (await office.raw.send('GET', path)).body;
  expect(fields).toMatchObject({ Title: '押印を求める庁内様式の全廃', Status: 'decided' });
  expect(fields['TrailText']).toMatch(/^1\. R8\.10\.5 10:00 若葉 みのり: 受付\n2\. /);
});

test.each(['409', '400', '500'])(
  'a duplicate refused as %s stores nothing twice',
  async (shape) => {
    office.standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], duplicateShapes: [shape] });
    await created();
    const again = await store().create(receivedProposal({ number: 'R8-0002' }));
    expect(again.kind).toBe(shape === '500' ? 'unknown' : 'refused');
  },
);

test.each<[string, FaultAction]>([
  ['503 after the commit', { kind: 'after-commit-status', status: 503 }],
  ['a dropped connection', { kind: 'reset' }],
  ['a cut answer', { kind: 'truncate' }],
  ['an HTML page', { kind: 'html', status: 200 }],
  ['no answer in time', { kind: 'hold', name: 'create', when: 'after' }],
])('a create answered by %s has an unknown outcome', async (_name, action) => {
  fault('POST', action);
  expect((await store().create(receivedProposal())).kind).toBe('unknown');
});

test('a create is sent once, whatever it is answered', async () => {
  fault('POST', { kind: 'status', status: 503, headers: { 'Retry-After': '0' } }, 5);
  expect((await store().create(receivedProposal())).kind).toBe('unknown');
  expect(office.standIn.deps.faults.standing()[0]?.applied).toBe(1);
});

test('a throttled create is unavailable and says how long to wait', async () => {
  // A process of its own, because the others would wait as well.
  const { graph } = await office.connect();
  fault('POST', { kind: 'status', status: 429, headers: { 'Retry-After': '7' } }, 5);
  const caught = await failureOf(graph.stores.proposals.create(receivedProposal()));
  expect(caught).toMatchObject({ kind: 'unavailable', retryAfterMs: 7000 });
  expect(office.standIn.deps.faults.standing()[0]?.applied).toBe(1);
});

test.each([
  [401, 'misconfigured'],
  [403, 'misconfigured'],
  [404, 'not-found'],
] as const)('a create answered with %s is thrown as %s', async (status, kind) => {
  // Twice, because a token that is refused is renewed once.
  fault('POST', { kind: 'status', status }, 2);
  expect(isFailure(await failureOf(store().create(receivedProposal())), kind)).toBe(true);
});

test('a read is repeated through short trouble, and gives up with the wait that was asked for', async () => {
  const stored = await created();
  fault('GET', { kind: 'status', status: 503 }, 2);
  expect(await store().read(stored.itemId)).toEqual(stored);
  const { graph } = await office.connect();
  fault('GET', { kind: 'status', status: 429, headers: { 'Retry-After': '60' } }, 9);
  const caught = await failureOf(graph.stores.proposals.read(stored.itemId));
  expect(caught).toMatchObject({ kind: 'unavailable', retryAfterMs: 60_000 });
  expect(office.standIn.deps.faults.standing()[0]?.applied).toBe(1);
});

test('an item that does not exist is undefined', async () => {
  expect(await store().read('4711')).toBeUndefined();
  expect(await store().findByKey("it's not & there#")).toBeUndefined();
});

test('of two changes from the same state the second is told', async () => {
  const stored = await created();
  await store().replace(stored, publishedProposal());
  expect(await store().replace(stored, publishedProposal())).toEqual({ kind: 'changed-meanwhile' });
});

test.each<[string, FaultAction]>([
  ['504 after the commit', { kind: 'after-commit-status', status: 504 }],
  ['a cut answer', { kind: 'truncate' }],
  ['no answer in time', { kind: 'hold', name: 'change', when: 'after' }],
])(
  'a change that was carried out but answered by %s is known by its trail',
  async (_name, action) => {
    const stored = await created();
    fault('PATCH', action);
    const outcome = await store().replace(stored, publishedProposal());
    expect(outcome).toMatchObject({ kind: 'stored', stored: { value: publishedProposal() } });
    office.standIn.deps.faults.releaseAll();
  },
);

test.each<[string, FaultAction]>([
  ['503', { kind: 'status', status: 503 }],
  ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '0' } }],
  ['a dropped connection', { kind: 'reset' }],
])('a change that was not carried out and answered by %s is tried again', async (_name, action) => {
  const stored = await created();
  fault('PATCH', action);
  const outcome = await store().replace(stored, publishedProposal());
  expect(outcome).toMatchObject({ kind: 'stored', stored: { value: publishedProposal() } });
});

test('a change in doubt that somebody else’s change overtook is told as such', async () => {
  const stored = await created();
  const path = `${await office.listPath('MebukiProposals')}/items/${stored.itemId}`;
  office.faults({
    match: { family: 'graph', method: 'PATCH', path: '/items', times: 1 },
    action: { kind: 'hold', name: 'change', when: 'before' },
  });
  const outcome = store().replace(stored, publishedProposal());
  while (office.standIn.deps.faults.held().length === 0) await new Promise(setImmediate);
  await office.raw.send('PATCH', path, { body: { fields: { ReviewerName: '別の人' } } });
  expect(await outcome).toEqual({ kind: 'changed-meanwhile' });
  office.standIn.deps.faults.releaseAll();
});

test('a change that stays unanswered is unavailable', async () => {
  const stored = await created();
  fault('PATCH', { kind: 'status', status: 503 }, 9);
  const caught = await failureOf(store().replace(stored, publishedProposal()));
  expect(isFailure(caught, 'unavailable')).toBe(true);
});

test('a change that the service refuses for another reason is thrown', async () => {
  const stored = await created();
  fault('PATCH', { kind: 'status', status: 403 }, 9);
  const caught = await failureOf(store().replace(stored, publishedProposal()));
  expect(isFailure(caught, 'misconfigured')).toBe(true);
});

test('a trail that is full is refused before anything is written', async () => {
  const stored = await created();
  const [first] = stored.value.trail;
  if (!first) throw new Error('a proposal has a trail');
  const trail = Array.from({ length: 400 }, (_, index) => ({ ...first, seq: index + 1 }));
  const caught = await failureOf(store().replace(stored, { ...stored.value, trail }));
  expect(isFailure(caught, 'misconfigured')).toBe(true);
  expect(String(caught)).toMatch(/trail of R8-0001 is full/);
  expect(await store().read(stored.itemId)).toEqual(stored);
});

test('a title of many joined emoji is stored whole', async () => {
  const family = '👨‍👩‍👧‍👦';
  const { id, number, campaignId, receivedAt, proposer, content } = receivedProposal();
  const form = { id, number, campaignId, receivedAt, proposer };
  const titled = { ...form, content: { ...content, title: family.repeat(60) } };
  const stored = await created(receiveProposal(titled, receivedAt));
  expect(stored.value.content.title).toBe(family.repeat(60));
});

test('an item that somebody made unreadable is read by its trail; where that is damaged too, it says which column', async () => {
  const stored = await created();
  const path = `${await office.listPath('MebukiProposals')}/items/${stored.itemId}`;
  await office.raw.send('PATCH', path, { body: { fields: { DecisionJson: '{"track":"soon"}' } } });
  expect((await store().read(stored.itemId))?.value).toEqual(stored.value);
  await office.raw.send('PATCH', path, { body: { fields: { TrailJson: '[{' } } });
  const caught = await failureOf(store().read(stored.itemId));
  expect(isFailure(caught, 'misconfigured')).toBe(true);
  expect(String(caught)).toMatch(/MebukiProposals, item \d+, column TrailJson/);
});

test('the highest number of a year is found, also when a later year has begun', async () => {
  expect(await store().highestSequence(2026)).toBe(0);
  const token = (n: number) => `10000000-0000-4000-8000-00000000000${n}`;
  for (const [index, number] of ['R8-0009', 'R8-0010', 'R9-0001', 'R7-0044'].entries()) {
    await created(receivedProposal({ id: token(index), number }));
  }
  expect(await store().highestSequence(2026)).toBe(10);
  expect(await store().highestSequence(2027)).toBe(1);
  expect(await store().highestSequence(2025)).toBe(44);
  expect(await store().highestSequence(2028)).toBe(0);
});

test('profiles, conversations and ledger rows read back as they were', async () => {
  const { profiles, conversations, ledger } = office.graph.stores;
  const personId = '00000000-0000-4000-8000-0000000000aa';
  const profile = {
    personId,
    name: '若葉 みのり',
    departmentId: 'doboku',
    gradeId: 'shunin',
    officeKind: 'branch' as const,
  };
  expect(await profiles.create(profile)).toMatchObject({ stored: { value: profile } });
  const conversation = {
    personId,
    conversationId: 'a:1',
    serviceUrl: 'https://smba.trafficmanager.net/jp/',
    botId: '28:bot',
    userId: '29:user',
    locale: 'ja' as const,
    active: false,
    updatedAt: 1_790_000_000_000,
  };
  await conversations.create(conversation);
  expect((await conversations.findByKey(personId))?.value).toEqual(conversation);
  const row: LedgerRow = {
    key: `${receivedProposal().id}:2|channel|19:x@thread.tacv2`,
    proposalId: receivedProposal().id,
    seq: 2,
    state: 'sending',
    by: '',
    epoch: 0,
    until: 1_790_000_000_001,
    recipients: [
      { id: personId, attempts: 1, outcome: 'undeliverable', why: 'blocked' },
      { id: '19:x@thread.tacv2', attempts: 0 },
    ],
  };
  await ledger.create(row);
  const found = await ledger.findByKey(row.key);
  expect(found?.value).toEqual({ ...row, until: 1_790_000_001_000 });
});

test('five hundred recipients with outcomes fit one row', async () => {
  const recipients = Array.from({ length: 500 }, () => ({
    id: receivedProposal().id,
    attempts: 2,
    outcome: 'undeliverable' as const,
    why: 'conversation-not-found',
  }));
  const row: LedgerRow = {
    key: 'event|people|0',
    proposalId: receivedProposal().id,
    seq: 2,
    state: 'closed',
    by: 'process',
    epoch: 3,
    until: 1_790_000_000_000,
    recipients,
  };
  expect((await office.graph.stores.ledger.create(row)).kind).toBe('stored');
});

test('every list keeps to the eight indexes it may have', () => {
  expect(proposals.columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(8);
});
