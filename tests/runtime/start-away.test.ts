import type { FaultRule } from '../../src/local/faults/fault-rules.js';
import { StartFault } from '../../src/runtime/books.js';
import type { StartedBooks } from '../../src/runtime/start-books.js';
import { until } from '../support/local-office.js';
import { receivedProposal } from '../support/sample-proposals.js';
import { openWarmOffice, type WarmOffice } from '../support/warm-office.js';

jest.setTimeout(300_000);

let office: WarmOffice;
let snapshotAt: number;

beforeAll(async () => {
  office = await openWarmOffice();
});
beforeEach(async () => {
  await have(1);
  const books = await office.start();
  snapshotAt = books.graph.proposalsAsOf() ?? 0;
  await office.end(books);
});
afterEach(() => office.clear());
afterAll(() => office.close());

const named = (n: number) => ({
  id: `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  number: `R8-${String(n).padStart(4, '0')}`,
});

async function have(n: number): Promise<void> {
  const outcome = await office.graph.stores.proposals.create(receivedProposal(named(n)));
  if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
}

const reset: FaultRule = { match: { family: 'graph' }, action: { kind: 'reset' } };

const told = () => office.logged.map(({ what }) => what);
const numbersIn = ({ register }: StartedBooks) =>
  register.proposals().map(({ value }) => value.number);
const codesOf = (books: StartedBooks) =>
  [...books.graph.standingFindings(), ...books.startFindings()].map(({ code }) => code);

/** Takes a column away that the product needs; answers what brings it back. */
async function loseColumn(): Promise<() => Promise<unknown>> {
  const path = `${await office.listPath('MebukiProposals')}/columns`;
  const { provision: token } = office.raw;
  const { body } = await office.raw.send('GET', path, { token });
  const column = body.value.find(({ name }) => name === 'TrailText');
  await office.raw.send('DELETE', `${path}/${column?.id}`, { token });
  const { id: _, ...again } = column ?? {};
  return () => office.raw.send('POST', path, { token, body: again });
}

test('with a snapshot the app starts while Graph is away, says how old it is, and catches up by itself', async () => {
  await have(2);
  office.faults(reset);
  const books = await office.start();
  expect(numbersIn(books)).toEqual(['R8-0001']);
  expect(books.graph.proposalsAsOf()).toBe(snapshotAt);
  expect(books.graph.feeds.every((feed) => feed.caughtUpAt() !== undefined)).toBe(true);
  expect(office.logged.map(({ what }) => what)).toContain(
    'Graph is away: the app starts with what it knew',
  );
  await until('health to say so', async () => codesOf(books).includes('graph-away'));
  office.faults();
  await until('what came meanwhile', async () => numbersIn(books).length === 2, 60);
  await until('the end of it', async () => codesOf(books).length === 0, 60);
  expect(books.graph.proposalsAsOf()).toBeGreaterThan(snapshotAt);
});

test('with a snapshot the app starts while Entra ID is away', async () => {
  office.faults({ match: { family: 'entra' }, action: { kind: 'reset' } });
  const books = await office.start();
  expect(numbersIn(books)).toEqual(['R8-0001']);
});

test('without a snapshot the app does not start while Graph is away', async () => {
  office.faults(reset);
  await expect(office.start({ build: 'another build' })).rejects.toMatchObject({
    kind: 'unavailable',
  });
});

test('lists that are not as they must be stop a start, with or without a snapshot', async () => {
  const giveBack = await loseColumn();
  await expect(office.start()).rejects.toBeInstanceOf(StartFault);
  await expect(office.startCold()).rejects.toBeInstanceOf(StartFault);
  await giveBack();
});

test('where Graph answers only after the start, the same is a finding, and the app goes on', async () => {
  const giveBack = await loseColumn();
  office.faults(reset);
  const books = await office.start();
  expect(books.startFindings()).toEqual([]);
  office.faults();
  await until('the finding', async () => codesOf(books).includes('list-differs'), 60);
  expect(JSON.stringify(books.startFindings())).toContain('TrailText');
  expect(office.logged.map(({ what }) => what)).toContain(
    'the lists are not as the app needs them',
  );
  await giveBack();
  await until('it to be right', async () => books.startFindings().length === 0, 90);
});

test('where lists were made anew meanwhile, the process is told to end once Graph says so', async () => {
  await office.rewriteSnapshot((line) =>
    line.replace(/"place":\{"site":"[^"]*"/, '"place":{"site":"another"'),
  );
  office.faults(reset);
  const books = await office.start();
  expect(numbersIn(books)).toEqual(['R8-0001']);
  office.faults();
  await until('the word', async () => told().includes('other lists'), 60);
});

test('roles of a snapshot hold for a day, and then for nobody until the members are read again', async () => {
  const personId = '20000000-0000-4000-8000-000000000001';
  await office.graph.stores.masters.members.create({
    personId,
    name: '木洩日 あおい',
    role: 'secretariat',
  });
  const before = await office.start();
  expect(before.register.members()).toHaveLength(1);
  await office.end(before);
  office.faults(reset);
  const hourMs = 3_600_000;
  let now = (before.graph.proposalsAsOf() ?? 0) + 23 * hourMs;
  const books = await office.start({ clock: { now: () => now } });
  const known = () => [books.register.members().length > 0, books.register.areMembersKnown()];
  expect(known()).toEqual([true, true]);
  now += 2 * hourMs;
  expect(known()).toEqual([false, false]);
  expect(books.roleFindings()).toMatchObject([{ code: 'roles-unknown' }]);
  office.faults();
  await until('the members', async () => books.register.areMembersKnown(), 60);
  expect(known()).toEqual([true, true]);
  expect(books.roleFindings()).toEqual([]);
});

test('a Graph that never answers keeps nobody waiting for longer than the start may last', async () => {
  office.faults({
    match: { family: 'graph' },
    action: { kind: 'hold', name: 'never', when: 'before' },
  });
  const books = await office.start();
  expect(numbersIn(books)).toEqual(['R8-0001']);
});
