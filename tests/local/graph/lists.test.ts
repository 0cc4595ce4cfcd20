import type { StandIn } from '../../../src/local/compose.js';
import { startTestStandIn } from '../frame/test-stand-in.js';
import { createRawGraph, createTestList, type RawGraph } from './raw-graph.js';

let standIn: StandIn;
let graph: RawGraph;

beforeAll(async () => {
  standIn = await startTestStandIn();
  graph = await createRawGraph(standIn);
});
afterAll(() => standIn.close());

const provision = (method: string, path: string, body?: unknown) =>
  graph.send(method, path, { token: graph.provision, ...(body === undefined ? {} : { body }) });
const createList = (body: object) => provision('POST', `${graph.site}/lists`, body);

describe('a list', () => {
  test('is created with a Title column that is not indexed, and found by id, name and title', async () => {
    const made = await createList({ displayName: 'Campaigns', list: { template: 'genericList' } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Campaigns',
      displayName: 'Campaigns',
      list: { template: 'genericList', hidden: false, contentTypesEnabled: false },
    });
    for (const key of [made.body.id, 'campaigns']) {
      const found = await graph.send('GET', `${graph.site}/lists/${key}?$expand=columns`);
      const title = found.body.columns.find((column) => column.name === 'Title');
      expect([found.body.id, title?.indexed]).toEqual([made.body.id, false]);
    }
  });

  test('keeps its address when it is renamed', async () => {
    const made = await createList({ displayName: 'Members' });
    const path = `${graph.site}/lists/${made.body.id}`;
    const renamed = await provision('PATCH', path, { displayName: '利用者' });
    expect(renamed.body).toMatchObject({ name: 'Members', displayName: '利用者' });
    const title = encodeURIComponent('利用者');
    expect((await graph.send('GET', `${graph.site}/lists/${title}`)).body.id).toBe(made.body.id);
    expect((await provision('DELETE', path)).status).toBe(204);
    expect((await graph.send('GET', path)).status).toBe(404);
  });

  test('is filtered by display name only', async () => {
    await createList({ displayName: 'Rules' });
    const find = (filter: string) =>
      graph.send('GET', `${graph.site}/lists?$select=id,displayName&$filter=${filter}`);
    expect((await find("displayName eq 'Rules'")).body.value).toHaveLength(1);
    const refused = await find("name eq 'Rules'");
    expect([refused.status, refused.body.error.code]).toEqual([400, 'invalidRequest']);
  });

  test.each<[string, object, number]>([
    ['with a name of its own', { displayName: 'A', name: 'A' }, 400],
    ['without a display name', { list: { template: 'genericList' } }, 400],
    ['of the template "generic"', { displayName: 'A', list: { template: 'generic' } }, 501],
    ['with a currency column', { displayName: 'A', columns: [{ name: 'C', currency: {} }] }, 400],
    ['with a column of no type', { displayName: 'A', columns: [{ name: 'C' }] }, 400],
    [
      'with two equal columns',
      {
        displayName: 'A',
        columns: [
          { name: 'C', text: {} },
          { name: 'c', text: {} },
        ],
      },
      409,
    ],
  ])('%s is refused', async (_name, body, status) => {
    expect((await createList(body)).status).toBe(status);
    expect((await graph.send('GET', `${graph.site}/lists/A`)).status).toBe(404);
  });

  test('with a name that is taken is refused', async () => {
    await createList({ displayName: 'Taken' });
    const { status, body } = await createList({ displayName: 'taken' });
    expect([status, body.error.code]).toEqual([409, 'nameAlreadyExists']);
  });
});

describe('a column', () => {
  let path: string;
  beforeAll(async () => {
    ({ path } = await createTestList(graph, 'Columns'));
  });
  const add = (body: object) => provision('POST', `${path}/columns`, body);

  test('answers its definition, filled up', async () => {
    const made = await add({ name: 'Town', displayName: '町', text: {}, indexed: true });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: 'Town',
      displayName: '町',
      indexed: true,
      enforceUniqueValues: false,
      text: { allowMultipleLines: false, maxLength: 255 },
    });
  });

  test('of another name than ASCII gets an encoded internal one', async () => {
    expect((await add({ displayName: 'A b', text: {} })).body.name).toBe('A_x0020_b');
    expect((await add({ displayName: 'ス', text: {} })).body.name).toBe('_x30b9_');
  });

  test.each<[string, object]>([
    ['with a reserved name', { name: 'Created', text: {} }],
    ['called Title again', { name: 'title', text: {} }],
    ['with a hyperlink', { name: 'L', hyperlinkOrPicture: {} }],
    ['of two types', { name: 'L', text: {}, number: {} }],
    ['with an unknown member', { name: 'L', text: {}, colour: 'red' }],
    ['with an unknown detail', { name: 'L', text: { colour: 'red' } }],
    ['longer than 255 characters', { name: 'L', text: { maxLength: 256 } }],
    ['of choices without choices', { name: 'L', choice: {} }],
    ['that is unique without index', { name: 'L', text: {}, enforceUniqueValues: true }],
    ['of many lines with index', { name: 'L', text: { allowMultipleLines: true }, indexed: true }],
    [
      'of many choices with index',
      { name: 'L', choice: { choices: ['a'], displayAs: 'checkBoxes' }, indexed: true },
    ],
    [
      'of yes and no that is unique',
      { name: 'L', boolean: {}, indexed: true, enforceUniqueValues: true },
    ],
  ])('%s is refused', async (_name, body) => {
    const { status, body: answer } = await add(body);
    expect([status, answer.error.code]).toEqual([400, 'invalidRequest']);
  });

  test('is changed, but not in name or type', async () => {
    const change = (body: object) => provision('PATCH', `${path}/columns/Note`, body);
    expect((await change({ displayName: 'メモ', indexed: true })).body).toMatchObject({
      name: 'Note',
      displayName: 'メモ',
      indexed: true,
    });
    expect((await change({ name: 'Memo' })).status).toBe(400);
    expect((await change({ number: {} })).status).toBe(400);
    expect((await change({ text: { allowMultipleLines: true } })).status).toBe(400);
  });

  test('becomes unique only when its values are', async () => {
    const { path: list } = await createTestList(graph, 'Made unique');
    for (const Note of ['a', 'A'])
      await graph.send('POST', `${list}/items`, { body: { fields: { Note } } });
    const change = () =>
      provision('PATCH', `${list}/columns/Note`, { indexed: true, enforceUniqueValues: true });
    expect((await change()).status).toBe(400);
    await graph.send('PATCH', `${list}/items/1`, { body: { fields: { Note: 'b' } } });
    expect((await change()).status).toBe(200);
    const again = await graph.send('POST', `${list}/items`, { body: { fields: { Note: 'B' } } });
    expect(again.status).toBe(409);
  });

  test('goes with its definition; Title and those of the system stay', async () => {
    await add({ name: 'Gone', text: {} });
    expect((await provision('DELETE', `${path}/columns/Gone`)).status).toBe(204);
    expect((await provision('GET', `${path}/columns/Gone`)).status).toBe(404);
    expect((await provision('DELETE', `${path}/columns/Title`)).status).toBe(403);
    expect((await provision('DELETE', `${path}/columns/Created`)).status).toBe(403);
  });

  test('with an index is refused when twenty have one', async () => {
    const { body } = await createList({
      displayName: 'Indexes',
      columns: Array.from({ length: 20 }, (_, at) => ({ name: `C${at}`, text: {}, indexed: true })),
    });
    const more = await provision('POST', `${graph.site}/lists/${body.id}/columns`, {
      name: 'C20',
      text: {},
      indexed: true,
    });
    expect([more.status, more.body.error.code]).toEqual([400, 'invalidRequest']);
  });

  test('brings its default value when an item is created without one', async () => {
    await add({ name: 'State', choice: { choices: ['a', 'b'] }, defaultValue: { value: 'a' } });
    const made = await graph.send('POST', `${path}/items`, { body: { fields: {} } });
    expect(made.body.fields['State']).toBe('a');
  });
});
