import type { Proposal } from '../../src/domain/proposal.js';
import { replay } from '../../src/domain/replay.js';
import { changeProposal } from '../../src/usecases/change-proposal.js';
import { openProposalArchive } from '../../src/usecases/trail-archive.js';
import { after, did, receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;

beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const id = '10000000-0000-4000-8000-000000000001';
const words = (n: number) =>
  `${n}件目。${'検討の経過を詳しく残します。'.repeat(70)}`.slice(0, 1_000);

/** A proposal whose next change no longer fits its item. */
function longProposal(): Proposal {
  let proposal = receivedProposal({ id });
  for (let n = 0; JSON.stringify(proposal.trail).length < 44_500; n += 1) {
    proposal = after(proposal, 'add-note', { note: words(n) });
  }
  return proposal;
}

async function openProcess() {
  const { graph, register } = await office.connect();
  for (const feed of graph.feeds) await feed.pollNow();
  const archive = openProposalArchive(graph.stores.trailArchive);
  const ports = { store: graph.stores.proposals, register, writer: register, archive };
  const note = () =>
    changeProposal(ports, id, (proposal) => did(proposal, 'add-note', { note: words(999) }));
  return { archive, note, present: () => register.proposal(id)?.value };
}

async function archivePath(): Promise<string> {
  return office.listPath('MebukiTrailArchive');
}

test.each([
  ['before', 'drop-before'],
  ['after', 'after-commit-status'],
] as const)(
  'a change cut off %s the archive item is made is made once by the next process, and the trail is whole',
  async (_, kind) => {
    const long = longProposal();
    await office.graph.stores.proposals.create(long);
    const one = await openProcess();
    const path = `${(await archivePath()).split('/').at(-1)}/items`;
    office.faults({
      match: { family: 'graph', method: 'POST', path, times: 1 },
      action: kind === 'drop-before' ? { kind: 'status', status: 503 } : { kind, status: 503 },
    });
    await one.note().catch(() => undefined);
    const two = await openProcess();
    const before = two.present()?.trail.length ?? 0;
    if (!two.present()?.trail.some((entry) => 'text' in entry && entry.text === words(999))) {
      expect((await two.note()).kind).toBe('changed');
    } else {
      expect(before).toBeGreaterThan(0);
    }
    const three = await openProcess();
    const stored = three.present();
    if (!stored) throw new Error('no proposal');
    expect(stored.trail[0]?.seq).toBeGreaterThan(1);
    const whole = await three.archive.whole(stored);
    expect(whole.trail).toHaveLength(long.trail.length + 1);
    expect(replay(whole.trail)).toEqual(whole);
  },
);

test('the list itself can be read: the item says where the beginning is, the archive has it in words', async () => {
  await office.graph.stores.proposals.create(longProposal());
  const one = await openProcess();
  expect((await one.note()).kind).toBe('changed');
  const asAdmin = { token: office.raw.provision };
  const textOf = async (list: string) => {
    const items = await office.raw.send(
      'GET',
      `${await office.listPath(list)}/items?$expand=fields`,
      asAdmin,
    );
    return String(items.body.value[0]?.fields?.['TrailText']);
  };
  expect(await textOf('MebukiProposals')).toMatch(
    /^（1から\d+までの経過は「芽吹き 経過の続き」にあります。）\n/,
  );
  expect(await textOf('MebukiTrailArchive')).toMatch(/^1\. .*\n2\. /);
});
