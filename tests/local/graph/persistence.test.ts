import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList } from './raw-graph.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-state-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('sites, lists, items, versions and change tokens outlive a restart', async () => {
  const before = await startTestStandIn({ stateDir: folder });
  const graph = await createRawGraph(before);
  const { path } = await createTestList(graph);
  await graph.send('POST', `${path}/items`, { body: { fields: { Token: 'a', Year: 1 } } });
  await graph.send('POST', `${path}/items`, { body: { fields: { Token: 'b' } } });
  await graph.send('DELETE', `${path}/items/2`);
  const start = await graph.send('GET', `${path}/items/delta`);
  await graph.send('PATCH', `${path}/items/1`, { body: { fields: { Year: 2 } } });
  await before.close();
  const files = await readdir(folder);
  const items = files.find((name) => name.startsWith('graph-items-')) ?? '';
  await appendFile(join(folder, items), '["3",{"id":"3"');

  const after = await startTestStandIn({ stateDir: folder });
  const again = await createRawGraph(after);
  expect(again.siteId).toBe(graph.siteId);
  const item = await again.send('GET', `${path}/items/1?$expand=fields`, { token: graph.runtime });
  expect(item.body.fields).toMatchObject({ Year: 2, _UIVersionString: '2.0' });
  const deltaLink = new URL(start.body['@odata.deltaLink'] ?? '');
  const delta = await again.send('GET', `${path}/items/delta${deltaLink.search}`);
  expect(delta.body.value.map((entry) => entry.id)).toEqual(['1']);
  const duplicate = await again.send('POST', `${path}/items`, { body: { fields: { Token: 'A' } } });
  expect(duplicate.status).toBe(409);
  const next = await again.send('POST', `${path}/items`, { body: { fields: { Token: 'b' } } });
  expect([next.status, next.body.id]).toEqual([201, '3']);
  await after.close();
});
