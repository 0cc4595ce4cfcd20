import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let folder: string;

beforeAll(async () => {
  standIn = await startTestStandIn({ tlsPort: 0 });
  graph = await createRawGraph(standIn);
  folder = await mkdtemp(join(tmpdir(), 'stock-client-'));
});
afterAll(async () => {
  await standIn.close();
  await rm(folder, { recursive: true });
});

test('the stock client works over https as it does with the real service', async () => {
  const { id } = await createTestList(graph);
  const certificate = join(folder, 'certificate.pem');
  await writeFile(certificate, standIn.certificate ?? '');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(__dirname, 'stock-client-child.mjs')],
    {
      env: {
        NODE_EXTRA_CA_CERTS: certificate,
        GRAPH_ORIGIN: standIn.tlsOrigin,
        GRAPH_TOKEN: graph.runtime,
        GRAPH_LIST: id,
        GRAPH_SITE: '/sites/mebuki.example:/sites/mebuki',
      },
    },
  );
  expect(JSON.parse(stdout)).toEqual({
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
