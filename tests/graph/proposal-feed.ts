import { receivedProposal } from '../support/sample-proposals.js';
import { type GraphOffice, openGraphOffice } from './graph-office.js';

/** The id of the n-th proposal of a test. */
export const token = (n: number) =>
  `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;

/** The n-th proposal of a test, as it was received. */
export const proposal = (n: number) =>
  receivedProposal({ id: token(n), number: `R8-${String(n).padStart(4, '0')}` });

/** An office for the tests of a file, to be called at its top, with the feed of its proposals. */
export function proposalFeed() {
  let office: GraphOffice;
  beforeAll(async () => {
    office = await openGraphOffice();
  });
  afterEach(() => office.clear());
  afterAll(() => office.close());

  return {
    office: () => office,
    /** A process of its own that follows the proposals. */
    async follow() {
      const { graph, register } = await office.connect();
      const feed = graph.feeds.find(({ list }) => list === 'MebukiProposals');
      if (!feed) throw new Error('there is a feed for proposals');
      const numbers = () => register.proposals().map(({ value }) => value.number);
      return { graph, register, feed, numbers, store: graph.stores.proposals };
    },
    async stored(n: number) {
      const outcome = await office.graph.stores.proposals.create(proposal(n));
      if (outcome.kind !== 'stored') throw new Error(`it was ${outcome.kind}`);
      return outcome.stored;
    },
    itemPath: async (itemId: string): Promise<string> =>
      `${await office.listPath('MebukiProposals')}/items/${itemId}`,
  };
}
