import type { Member } from '../../src/domain/member.js';
import { replay } from '../../src/domain/replay.js';
import { openQueue } from '../../src/runtime/queue.js';
import { receiveForSomebody } from '../../src/usecases/receive-for-somebody.js';
import { byTelephone, handedIn, receiptGround } from '../support/handed-in.js';
import { sampleMasters } from '../support/sample-masters.js';
import { sampleNow, secretary } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

let office: GraphOffice;
beforeAll(async () => {
  office = await openGraphOffice();
});
afterEach(() => office.clear());
afterAll(() => office.close());

const members: readonly Member[] = [
  { personId: secretary.id, name: secretary.name, role: 'secretariat' },
];

/** Receiving over the lists of the stand-in, by one process. */
function receiving({ graph, register }: Pick<GraphOffice, 'graph' | 'register'>) {
  return {
    clock: { now: () => sampleNow },
    store: graph.stores.proposals,
    register: {
      ...register,
      campaigns: () => receiptGround.campaigns,
      channelMap: () => receiptGround.channelMap,
      masters: () => sampleMasters,
      members: () => members,
    },
    writer: register,
    spool: { keptOf: () => [] },
    inTurn: openQueue(),
    pause: async () => {},
  };
}

test('a paper is stored with its trail and reads back as what replaying it gives', async () => {
  const outcome = await receiveForSomebody(receiving(office), secretary, handedIn());
  expect(outcome).toMatchObject({ kind: 'received', proposal: { number: 'R8-0001' } });
  const read = await office.graph.stores.proposals.findByKey(handedIn().token);
  expect(read?.value).toEqual(outcome.kind === 'received' && outcome.proposal);
  expect(read && replay(read.value.trail)).toEqual(read?.value);
  const path = await office.listPath('MebukiProposals');
  const { body } = await office.raw.send('GET', `${path}/items?$expand=fields`);
  expect(body.value[0]?.fields).toMatchObject({
    ProposerName: '磯辺 とおる',
    TrailText: expect.stringContaining('（代理受付・紙）'),
  });
});

test('an answer that was lost is found by its token, from another process too', async () => {
  const [one, other] = await Promise.all([office.connect(), office.connect()]);
  office.faults({
    match: { family: 'graph', method: 'POST', path: '/items', nth: 1, times: 1 },
    action: { kind: 'after-commit-status', status: 504 },
  });
  const first = await receiveForSomebody(receiving(one), secretary, byTelephone());
  const again = await receiveForSomebody(receiving(other), secretary, byTelephone());
  expect(first).toMatchObject({ kind: 'received', proposal: { number: 'R8-0001' } });
  expect(again).toMatchObject({ kind: 'received', proposal: { number: 'R8-0001' } });
  const path = await office.listPath('MebukiProposals');
  const { body } = await office.raw.send('GET', `${path}/items`);
  expect(body.value).toHaveLength(1);
});
