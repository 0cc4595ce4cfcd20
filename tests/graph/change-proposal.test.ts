import type { Proposal } from '../../src/domain/proposal.js';
import { type Result, refused } from '../../src/domain/result.js';
import { changeProposal } from '../../src/usecases/change-proposal.js';
import { openProposalArchive } from '../../src/usecases/trail-archive.js';
import {
  did,
  receivedProposal,
  scheduledProposal,
  secretary,
  secretaryAct,
} from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice();
});

afterEach(() => office.clear());
afterAll(() => office.close());

const token = (n: number) => `10000000-0000-4000-8000-00000000000${n}`;
const all = [1, 2, 3, 4, 5, 6];

async function openProcess() {
  const { graph, register } = await office.connect();
  for (const feed of graph.feeds) await feed.pollNow();
  const archive = openProposalArchive(graph.stores.trailArchive);
  return { store: graph.stores.proposals, register, writer: register, archive };
}

const bump = () => fetch(`${office.standIn.origin}/control/graph/bump`, { method: 'POST' });

const begin = (process: Awaited<ReturnType<typeof openProcess>>, n: number, by: typeof secretary) =>
  changeProposal(process, token(n), (proposal) =>
    did(proposal, 'begin-review', {}, { ...secretaryAct, by }),
  );

test('of two processes that change the same proposals each change is made once, while etags rise', async () => {
  for (const n of all) {
    const proposal = receivedProposal({ id: token(n), number: `R8-000${n}` });
    await office.graph.stores.proposals.create(proposal);
  }
  const [one, two] = await Promise.all([openProcess(), openProcess()]);
  const switches = { backgroundWriterMs: 0, unitsPerMinute: 100_000 };
  expect(office.standIn.deps.profile.set('pessimistic', switches)).toEqual([]);
  await bump();
  const another = { id: '00000000-0000-4000-8000-0000000000cc', name: '双葉 けん' };
  const outcomes = await Promise.all(
    all.flatMap((n) => [begin(one, n, secretary), begin(two, n, another), bump()]),
  );
  const kinds = outcomes.flatMap((outcome) => ('kind' in outcome ? [outcome.kind] : []));
  expect(kinds.filter((kind) => kind === 'changed')).toHaveLength(all.length);
  expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(all.length);
  for (const n of all) {
    const stored = await office.graph.stores.proposals.findByKey(token(n));
    const fresh = stored && (await office.graph.stores.proposals.read(stored.itemId));
    const item = fresh ?? one.register.proposal(token(n));
    expect(item?.value.trail.map(({ kind }) => kind)).toEqual(['received', 'review-begun']);
  }
});

test('a change whose answer is lost is made once and told as made', async () => {
  await office.graph.stores.proposals.create(receivedProposal({ id: token(1) }));
  const process = await openProcess();
  office.faults({
    match: { family: 'graph', method: 'PATCH', path: '/items', times: 1 },
    action: { kind: 'after-commit-status', status: 503 },
  });
  const outcome = await begin(process, 1, secretary);
  expect(outcome.kind).toBe('changed');
  const held = process.register.proposal(token(1));
  expect(held?.value.trail).toHaveLength(2);
});

test('a refusal is not told for a state that another process has changed', async () => {
  const scheduled = scheduledProposal({ id: token(1) });
  const { publicationDue: _, ...decided } = { ...scheduled, trail: scheduled.trail.slice(0, -1) };
  await office.graph.stores.proposals.create(decided);
  const [one, two] = await Promise.all([openProcess(), openProcess()]);
  const run = (process: typeof one, command: (proposal: Proposal) => Result<Proposal>) =>
    changeProposal(process, token(1), command);
  const published = await run(two, (proposal) => did(proposal, 'publish'));
  expect(published.kind).toBe('changed');
  const undone = await run(one, (proposal) => did(proposal, 'undo-publication'));
  expect(undone.kind).toBe('changed');
  expect(one.register.proposal(token(1))?.value.trail).toHaveLength(5);
});

test.each([
  ['once', { code: 'no-publication-to-undo' } as const, 1],
  ['never for a wrong form', { code: 'invalid-fields', fields: [] } as const, 0],
])('before a refusal the item is read %s', async (_times, refusal, reads) => {
  await office.graph.stores.proposals.create(receivedProposal({ id: token(1) }));
  const process = await openProcess();
  let asked = 0;
  const store: typeof process.store = {
    ...process.store,
    read: (itemId) => {
      asked += 1;
      return process.store.read(itemId);
    },
  };
  const outcome = await changeProposal({ ...process, store }, token(1), () => refused(refusal));
  expect(outcome).toMatchObject({
    kind: 'refused',
    refusal,
    present: { itemId: expect.anything() },
  });
  expect(asked).toBe(reads);
});
