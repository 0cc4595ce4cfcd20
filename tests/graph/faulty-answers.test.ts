import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FaultAction } from '../../src/local/faults/fault-rules.js';
import { type FormSpool, openFormSpool } from '../../src/spool/form-spool.js';
import { until } from '../support/local-office.js';
import { receivedProposal, sampleNow } from '../support/sample-proposals.js';
import { command } from '../support/submit-office.js';
import { openDesk } from './desk-over-graph.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

jest.setTimeout(120_000);

/** Each shape in which an answer can be broken (fault rows F02 and F03). */
const faults: readonly (readonly [string, FaultAction])[] = [
  ['never comes, and nothing is carried out', { kind: 'hold', name: 'hung', when: 'before' }],
  ['never comes, though all is carried out', { kind: 'hold', name: 'hung', when: 'after' }],
  ['drips in', { kind: 'drip', bytesPerSecond: 10 }],
  ['is a connection reset before anything', { kind: 'reset' }],
  ['is a connection reset in its middle', { kind: 'reset-mid-body' }],
  ['is cut off', { kind: 'truncate' }],
  ['is JSON that ends in its middle', { kind: 'cut-json' }],
  ['is a page of HTML with 503', { kind: 'html', status: 503 }],
  ['is a page of HTML with 200', { kind: 'html', status: 200 }],
  ['is an empty 200', { kind: 'empty' }],
  ['is 500 after all was carried out', { kind: 'after-commit-status', status: 500 }],
  ['is 503 after all was carried out', { kind: 'after-commit-status', status: 503 }],
  ['is 504 after all was carried out', { kind: 'after-commit-status', status: 504 }],
  ['is 503', { kind: 'status', status: 503 }],
  ['is 429 without a wait', { kind: 'status', status: 429 }],
  ['is 429 with a long wait', { kind: 'status', status: 429, headers: { 'Retry-After': '120' } }],
  ['is 429 until a date', { kind: 'status', status: 429, retryDateIn: 30 }],
];

let office: GraphOffice;
let folder: string;
let spool: FormSpool;

beforeAll(async () => {
  office = await openGraphOffice({ timeoutMs: 1_000 });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mebuki-faulty-'));
  spool = await openFormSpool(folder, 'one', () => {});
});
afterEach(async () => {
  spool.close();
  await rm(folder, { recursive: true, force: true });
  await office.clear();
});
afterAll(() => office.close());

async function storedItems(): Promise<readonly Record<string, unknown>[]> {
  const path = await office.listPath('MebukiProposals');
  const { body } = await office.raw.send('GET', `${path}/items?$expand=fields&$top=100`);
  return body.value.map(({ fields }) => fields);
}

describe.each([
  ['the create', 'POST'],
  ['every call', undefined],
])('when the answer to %s of a submitted form', (_what, method) => {
  test.each(faults)('%s, the form is received or kept, and stored once', async (_name, action) => {
    const { desk, endTurn, pass, resume } = await openDesk(office, spool);
    office.faults({
      match: { family: 'graph', path: '/items', ...(method && { method }) },
      action,
    });
    const token = randomUUID();
    const outcome = await desk.submit(command({ token }));
    expect(['received', 'kept']).toContain(outcome.kind);
    if (outcome.kind === 'received') await desk.answered(token);
    office.standIn.deps.faults.releaseAll();
    office.faults();
    endTurn();
    for (let round = 0; spool.size() > 0 && round < 20; round += 1) {
      pass(130_000);
      await resume();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(spool.size()).toBe(0);
    const stored = await storedItems();
    expect(stored.map((fields) => fields['Title'])).toStrictEqual(['押印を求める庁内様式の全廃']);
  });
});

test('a turn whose time runs out while Graph hangs is answered, and its form is stored later', async () => {
  const { desk, endTurn, pass, resume } = await openDesk(office, spool);
  office.faults({
    match: { family: 'graph' },
    action: { kind: 'hold', name: 'hung', when: 'before' },
  });
  const answer = desk.submit(command());
  endTurn();
  expect(await answer).toStrictEqual({ kind: 'kept' });
  office.faults();
  while (spool.size() > 0) {
    pass(130_000);
    await resume();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await storedItems()).toHaveLength(1);
});

test.each(faults)(
  'when the answer to a change feed %s, what is known stays and is caught up with',
  async (_name, action) => {
    const proposal = (n: number) =>
      receivedProposal({
        id: `10000000-0000-4000-8000-00000000000${n}`,
        number: `R8-000${n}`,
      });
    const { graph, pass } = await openDesk(office, spool);
    await graph.stores.proposals.create(proposal(1));
    let now = sampleNow;
    const following = await office.connect({ clock: { now: () => now } });
    const feed = following.graph.feeds.find(({ list }) => list === 'MebukiProposals');
    await feed?.pollNow();
    await graph.stores.proposals.create(proposal(2));
    office.faults({ match: { family: 'graph', path: '/items/delta' }, action });
    const told = await feed?.pollNow();
    const numbers = () => following.register.proposals().map(({ value }) => value.number);
    expect(numbers()).toStrictEqual(told ? ['R8-0001', 'R8-0002'] : ['R8-0001']);
    office.standIn.deps.faults.releaseAll();
    office.faults();
    now += 180_000;
    pass(180_000);
    await until('the feed to be read', async () => feed?.pollNow());
    expect(numbers()).toStrictEqual(['R8-0001', 'R8-0002']);
  },
);
