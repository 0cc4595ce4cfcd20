import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';
import { runChild } from './run-child.js';

let standIn: StandIn;
let graph: RawGraph;

beforeAll(async () => {
  standIn = await startTestStandIn({ tlsPort: 0 });
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());

test('the stock client works over https as it does with the real service', async () => {
  const { id } = await createTestList(graph);
  const seen = await runChild(standIn, 'stock-client-child.mjs', {
    GRAPH_TOKEN: graph.runtime,
    GRAPH_LIST: id,
    GRAPH_SITE: '/sites/mebuki.example:/sites/mebuki',
  });
  expect(seen).toEqual({
    siteId: graph.siteId,
    changed: 10,
    stale: {
      statusCode: 412,
      code: 'resourceModified',
      hasRequestId: true,
      body: expect.objectContaining({ code: 'resourceModified' }),
    },
    duplicate: expect.objectContaining({ statusCode: 409, code: 'nameAlreadyExists' }),
    found: [10, 5],
    foundHasMore: true,
    paged: [10, 2, 3, 4, 5],
    told: ['1', '2', '3', '4', '5'],
    removed: true,
    next: [expect.objectContaining({ id: '5', deleted: { state: 'deleted' } })],
    unknown: expect.objectContaining({ statusCode: 404, code: 'itemNotFound' }),
  });
});

test.each([
  ['without', false],
  ['with', true],
])(
  'its upload task sends, resumes and cancels large files, told ranges %s their end',
  async (_how, uploadRangesWithEnd) => {
    standIn.deps.profile.set('gentle', { uploadRangesWithEnd });
    const seen = await runChild(standIn, 'stock-upload-child.mjs', {
      GRAPH_TOKEN: graph.runtime,
      GRAPH_SITE: graph.site,
      GRAPH_FOLDER: `R8-${uploadRangesWithEnd}`,
    });
    expect(seen).toStrictEqual({
      seen: [0, 327_680, 655_360, 983_040],
      made: { name: '書類.pdf', size: 1_000_000 },
      isSame: true,
      isCancelled: true,
      isWhole: true,
    });
  },
);
