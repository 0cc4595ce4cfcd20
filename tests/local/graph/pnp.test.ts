import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph } from './raw-graph.js';
import { runChild } from './run-child.js';

let standIn: StandIn;

beforeAll(async () => {
  standIn = await startTestStandIn({ tlsPort: 0 });
});
afterAll(() => standIn.close());

test('PnPjs makes lists, works with items and sends batches, as with the real service', async () => {
  const graph = await createRawGraph(standIn);
  standIn.deps.profile.set('gentle', { batchShuffleChance: 1 });
  const seen = await runChild(standIn, 'pnp-child.mjs', {
    GRAPH_TOKEN: graph.runtime,
    GRAPH_PROVISION_TOKEN: graph.provision,
  });
  expect(seen).toStrictEqual({
    found: 1,
    description: '説明',
    duplicate: 409,
    changed: 10,
    missing: 404,
    left: [10, 3],
    paged: ['1', '3'],
    versions: ['2.0', '1.0'],
    batch: [10, '4', 409, {}],
  });
});
