import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let token: string;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
  token = await graph.mint({ roles: ['AppCatalog.Read.All'] });
});
afterAll(() => standIn.close());

const list = (query = '', more: { token?: string } = { token }) =>
  graph.send('GET', `/appCatalogs/teamsApps${query}`, more);

test('the catalogue lists the uploaded app, and finds it by the id of its package', async () => {
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body.value).toEqual([expect.objectContaining({ distributionMethod: 'organization' })]);
  const { externalId } = { externalId: '', ...body.value[0] };
  const found = await list(`?$filter=externalId eq '${externalId}'`);
  expect(found.body.value).toEqual(body.value);
  const other = await list(`?$filter=distributionMethod eq 'store'`);
  expect(other.body.value).toEqual([]);
});

test('without the permission it is refused, and so are filters it does not know', async () => {
  for (const refused of [graph.runtime, await graph.mint({ roles: ['Sites.FullControl.All'] })]) {
    const { status, body } = await list('', { token: refused });
    expect([status, body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  }
  for (const query of [
    `?$filter=colour eq 'red'`,
    `?$filter=startswith(externalId,'a')`,
    '?$top=1',
  ]) {
    expect((await list(query)).status).toBe(400);
  }
});
