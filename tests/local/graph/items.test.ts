import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;
let items: string;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
  items = `${(await createTestList(graph)).path}/items`;
});
afterAll(() => standIn.close());

const create = (fields: Record<string, unknown>) => graph.send('POST', items, { body: { fields } });

describe('an item', () => {
  test('is created with a text id, a quoted etag and whole-second times', async () => {
    const { status, body, headers } = await create({ Title: '提案', Token: 't-1', Year: 8 });
    expect(status).toBe(201);
    expect(body.id).toMatch(/^\d+$/);
    expect(body.eTag).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(body['@odata.etag']).toBe(body.eTag);
    expect(headers.get('etag')).toBe(body.eTag.slice(1, -1));
    expect(body.createdDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(body.fields).toMatchObject({ Title: '提案', Token: 't-1', Year: 8, LinkTitle: '提案' });
    expect(body.fields['id']).toBe(body.id);
  });

  test('names the application and no person as its author', async () => {
    const { body } = await create({ Title: 'x' });
    expect(body.createdBy).toEqual({
      application: { id: standIn.deps.settings.appId, displayName: 'Mebuki' },
      user: { displayName: 'SharePoint App' },
    });
    expect(body.fields['AuthorLookupId']).toBe('1073741822');
  });

  test('leaves out columns without a value, also after they were cleared', async () => {
    const made = await create({ Note: 'a', Body: '', Year: null });
    expect(made.body.fields).not.toHaveProperty('Body');
    expect(made.body.fields).not.toHaveProperty('Year');
    const cleared = await graph.send('PATCH', `${items}/${made.body.id}`, {
      body: { fields: { Note: null } },
    });
    expect(cleared.body.fields).not.toHaveProperty('Note');
  });

  test('is read without fields unless they are expanded', async () => {
    const made = await create({ Title: 'x', Year: 8, Status: 'received' });
    const bare = await graph.send('GET', `${items}/${made.body.id}`);
    expect(bare.body).not.toHaveProperty('fields');
    const some = await graph.send('GET', `${items}/${made.body.id}?$expand=fields($select=Year)`);
    expect(some.body.fields).toEqual({ '@odata.etag': made.body.eTag, Year: 8 });
    const slim = await graph.send('GET', `${items}/${made.body.id}?$select=id`);
    expect(Object.keys(slim.body).sort()).toEqual(['@odata.context', '@odata.etag', 'id']);
  });

  test('drops milliseconds and converts offsets to UTC', async () => {
    const { body } = await create({ SubmittedAt: '2026-05-08T12:33:28.987+09:00' });
    expect(body.fields['SubmittedAt']).toBe('2026-05-08T03:33:28Z');
  });

  test('is changed by both forms of PATCH', async () => {
    const { body } = await create({ Title: 'x' });
    const whole = await graph.send('PATCH', `${items}/${body.id}`, {
      body: { fields: { Year: 1 } },
    });
    expect([whole.status, whole.body.fields['Year']]).toEqual([200, 1]);
    const flat = await graph.send('PATCH', `${items}/${body.id}/fields`, { body: { Year: 2 } });
    expect(flat.status).toBe(200);
    expect(flat.body).toMatchObject({ Year: 2 });
    expect(flat.body['@odata.etag']).toMatch(/,3"$/);
    standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], refuseFieldsPatch: true });
    const refused = await graph.send('PATCH', `${items}/${body.id}/fields`, { body: { Year: 3 } });
    standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
    expect(refused.status).toBe(400);
  });

  test('is written only under its current etag when one is given', async () => {
    const { body } = await create({ Title: 'x', Year: 1 });
    const patch = (etag: string, year: number) =>
      graph.send('PATCH', `${items}/${body.id}`, {
        body: { fields: { Year: year } },
        headers: { 'If-Match': etag },
      });
    expect((await patch(body.eTag, 2)).status).toBe(200);
    const stale = await patch(body.eTag, 3);
    expect([stale.status, stale.body.error.code]).toEqual([412, 'resourceModified']);
    const malformed = await patch('W/nonsense', 3);
    expect(malformed.status).toBe(400);
    expect(malformed.body.error.innerError.code).toBe('malformedEntityTag');
    expect((await patch('*', 4)).body.fields['Year']).toBe(4);
  });

  test('of two writes under one etag exactly one succeeds', async () => {
    const { body } = await create({ Title: 'x' });
    const write = (year: number) =>
      graph.send('PATCH', `${items}/${body.id}`, {
        body: { fields: { Year: year } },
        headers: { 'If-Match': body.eTag },
      });
    const statuses = (await Promise.all([write(1), write(2)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  test('is deleted under its etag; its id never comes back', async () => {
    const { body } = await create({ Title: 'x' });
    const stale = await graph.send('DELETE', `${items}/${body.id}`, {
      headers: { 'If-Match': body.eTag.replace(',1"', ',9"') },
    });
    expect(stale.status).toBe(412);
    const gone = await graph.send('DELETE', `${items}/${body.id}`, {
      headers: { 'If-Match': body.eTag },
    });
    expect([gone.status, gone.body]).toEqual([204, undefined]);
    const missing = await graph.send('GET', `${items}/${body.id}`);
    expect([missing.status, missing.body.error.code]).toEqual([404, 'itemNotFound']);
    const next = await create({ Title: 'y' });
    expect(Number(next.body.id)).toBeGreaterThan(Number(body.id));
  });
});

describe('a value', () => {
  const refusal = async (fields: Record<string, unknown>) => {
    const { status, body } = await create(fields);
    return [status, body.error?.code, body.error?.message];
  };

  test.each<[string, Record<string, unknown>, number, string]>([
    ['of an unknown column', { Nope: 1 }, 400, 'invalidRequest'],
    ['of a column of the system', { Created: '2026-01-01T00:00:00Z' }, 400, 'invalidRequest'],
    ['that is a number in a text column', { Note: 1 }, 400, 'invalidRequest'],
    ['that is an object in a text column', { Note: {} }, 500, 'generalException'],
    ['that is longer than 255 characters', { Note: 'x'.repeat(256) }, 400, 'invalidRequest'],
    ['that is longer than the column allows', { Number: 'x'.repeat(21) }, 400, 'invalidRequest'],
    ['that is longer than 63,999 characters', { Body: 'あ'.repeat(64_000) }, 400, 'invalidRequest'],
    ['that is no choice', { Status: 'Received' }, 400, 'invalidRequest'],
    ['that is a text in a number column', { Year: '8' }, 400, 'invalidRequest'],
    ['that is above the maximum', { Year: 10_000 }, 400, 'invalidRequest'],
    ['that is a text in a yes/no column', { Digital: 'true' }, 400, 'invalidRequest'],
    ['that is no time', { SubmittedAt: 'yesterday' }, 400, 'invalidRequest'],
    ['that is a list without its type', { Areas: ['a'] }, 500, 'generalException'],
    ['that is a number for a person', { OwnerLookupId: 5 }, 500, 'generalException'],
    ['that is a person by the name of the column', { Owner: '5' }, 400, 'invalidRequest'],
  ])('%s is refused', async (_name, fields, status, code) => {
    expect((await refusal(fields)).slice(0, 2)).toEqual([status, code]);
  });

  test('of every kind is taken and given back', async () => {
    const fields = {
      Body: 'あ'.repeat(63_999),
      Digital: false,
      'Areas@odata.type': 'Collection(Edm.String)',
      Areas: ['a', 'b'],
      OwnerLookupId: '25',
    };
    const { status, body } = await create(fields);
    expect(status).toBe(201);
    expect(body.fields).toMatchObject({ Digital: false, Areas: ['a', 'b'], OwnerLookupId: '25' });
    expect(body.fields['Body']).toHaveLength(63_999);
  });

  test('that another item has in a unique column is refused in the three reported shapes', async () => {
    await create({ Token: 'Same' });
    const seen: unknown[] = [];
    for (const shape of ['409', '400', '500']) {
      standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], duplicateShapes: [shape] });
      seen.push((await refusal({ Token: 'same' })).slice(0, 2));
      expect((await refusal({ Token: 'same' }))[2]).toContain('重複する値');
    }
    standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
    expect(seen).toEqual([
      [409, 'nameAlreadyExists'],
      [400, 'invalidRequest'],
      [500, 'generalException'],
    ]);
  });

  test('in a unique column is free again once its item is gone or changed', async () => {
    const first = await create({ Token: 'u-1' });
    const second = await create({ Token: 'u-2' });
    const clash = await graph.send('PATCH', `${items}/${second.body.id}`, {
      body: { fields: { Token: 'u-1' } },
    });
    expect(clash.status).toBe(409);
    await graph.send('DELETE', `${items}/${first.body.id}`);
    const freed = await graph.send('PATCH', `${items}/${second.body.id}`, {
      body: { fields: { Token: 'u-1' } },
    });
    expect(freed.status).toBe(200);
    expect((await create({ Token: 'u-2' })).status).toBe(201);
  });

  test('of parallel creates with one unique value exactly one is stored', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create({ Token: 'race' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

describe('versions', () => {
  test('list every write newest first, with the values of the time', async () => {
    const { body } = await create({ Title: 'v', Year: 1 });
    await graph.send('PATCH', `${items}/${body.id}`, { body: { fields: { Year: 2 } } });
    const listed = await graph.send('GET', `${items}/${body.id}/versions?$expand=fields`);
    expect(listed.body.value.map((version) => version.id)).toEqual(['2.0', '1.0']);
    expect(listed.body.value[1]?.fields['Year']).toBe(1);
    const restored = await graph.send('POST', `${items}/${body.id}/versions/1.0/restoreVersion`);
    expect(restored.status).toBe(204);
    const now = await graph.send('GET', `${items}/${body.id}?$expand=fields`);
    expect(now.body.fields).toMatchObject({ Year: 1, _UIVersionString: '3.0' });
  });

  test('are not made by writes of the system, which raise the etag', async () => {
    const list = await createTestList(graph, 'Bumped');
    const made = await graph.send('POST', `${list.path}/items`, { body: { fields: { Year: 1 } } });
    const stored = standIn.deps.state.collection<{ n: number }>(`graph-items-${list.id}`);
    while (stored.get(made.body.id)?.n === 1) {
      await fetch(`${standIn.origin}/control/graph/bump`, { method: 'POST' });
    }
    const now = await graph.send('GET', `${list.path}/items/${made.body.id}?$expand=fields`);
    expect(now.body.eTag).not.toBe(made.body.eTag);
    expect(now.body.fields['_UIVersionString']).toBe('1.0');
    expect(now.body.lastModifiedDateTime).toBe(made.body.lastModifiedDateTime);
  });

  test('come from nobody while the background writer raises etags', async () => {
    const { body } = await create({ Title: 'x' });
    standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0], backgroundWriterMs: 1 });
    const etags = async () =>
      (await graph.send('GET', `${items}?$top=5000`)).body.value.map((item) => item.eTag).join();
    const before = await etags();
    // Slowly enough to stay within the resource units of a minute.
    while ((await etags()) === before) await new Promise((resolve) => setTimeout(resolve, 100));
    standIn.deps.profile.set('gentle', { deltaLagMs: [0, 0] });
    const { body: listed } = await graph.send('GET', `${items}/${body.id}/versions`);
    expect(listed.value.map((version) => version.id)).toEqual(['1.0']);
  });
});
