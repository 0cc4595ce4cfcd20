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
  const rows = [
    {
      Number: 'R8-0001',
      Status: 'received',
      Year: 8,
      Digital: true,
      SubmittedAt: '2026-05-01T00:00:00Z',
    },
    {
      Number: 'R8-0002',
      Status: 'reviewing',
      Year: 8,
      Digital: false,
      SubmittedAt: '2026-05-03T00:00:00Z',
    },
    { Number: "O'Brien", Status: 'received', Year: 7, SubmittedAt: '2026-05-02T00:00:00Z' },
    { Number: '紙/電子', Status: 'reviewing', Title: 'no year', Note: 'x' },
  ];
  for (const fields of rows) await graph.send('POST', items, { body: { fields } });
});
afterAll(() => standIn.close());

const query = (options: string, headers: Record<string, string> = {}) =>
  graph.send('GET', `${items}?$expand=fields&${options}`, { headers });
const filter = async (text: string, headers: Record<string, string> = {}) => {
  const { status, body } = await query(`$filter=${encodeURIComponent(text)}`, headers);
  if (status !== 200) return [status, body.error.code, body.error.message];
  return body.value.map((item) => Number(item.id));
};

describe('a filter', () => {
  test.each<[string, number[]]>([
    ["fields/Number eq 'R8-0001'", [1]],
    ["fields/Number eq 'r8-0001'", [1]],
    ["fields/Number eq 'O''Brien'", [3]],
    ["fields/Number eq '紙/電子'", [4]],
    ["startswith(fields/Number,'R8-')", [1, 2]],
    ['fields/Year eq 8', [1, 2]],
    ['fields/Year ne 8', [3, 4]],
    ['fields/Year gt 7', [1, 2]],
    ['fields/Year ge 7', [1, 2, 3]],
    ['fields/Year lt 8', [3]],
    ['fields/Year le 8', [1, 2, 3]],
    ['fields/Year eq null', [4]],
    ['fields/Digital eq true', [1]],
    ["fields/SubmittedAt ge '2026-05-02T00:00:00Z'", [2, 3]],
    ["fields/Year eq 8 and fields/Status eq 'received'", [1]],
    ["fields/Year eq 7 or fields/Status eq 'reviewing' and fields/Year eq 8", [2, 3]],
    ["(fields/Year eq 7 or fields/Status eq 'reviewing') and fields/Year eq 8", [2]],
    ['fields/id gt 2', [3, 4]],
  ])('%s finds its items', async (text, ids) => {
    expect(await filter(text)).toEqual(ids);
  });

  test.each<[string, number, string]>([
    ["Number eq 'R8-0001'", 400, 'BadRequest'],
    ["fields/Number eq 'R8", 400, 'BadRequest'],
    ["fields/Number is 'x'", 400, 'BadRequest'],
    ["not (fields/Number eq 'x')", 400, 'BadRequest'],
    ["contains(fields/Number,'x')", 400, 'BadRequest'],
    ["(fields/Number eq 'x'", 400, 'BadRequest'],
    ["fields/Number eq 'x' 'y'", 400, 'BadRequest'],
    ['fields/Number eq 5', 400, 'invalidRequest'],
    ['fields/Year eq true', 400, 'invalidRequest'],
    ["fields/Nope eq 'x'", 400, 'invalidRequest'],
    ["fields/Body eq 'x'", 400, 'invalidRequest'],
    ["startswith(fields/Year,'8')", 400, 'invalidRequest'],
  ])('%s is refused', async (text, status, code) => {
    expect((await filter(text)).slice(0, 2)).toEqual([status, code]);
  });

  test('by a column without index is refused with the known sentence, unless preferred', async () => {
    const text = "fields/Note eq 'x'";
    expect(await filter(text)).toEqual([
      400,
      'invalidRequest',
      "Field 'Note' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.",
    ]);
    expect((await filter("fields/Title eq 'no year'"))[0]).toBe(400);
    const prefer = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await filter(text, prefer)).toEqual([4]);
  });

  test('answers an empty page when that fault of 2025 is switched on', async () => {
    standIn.deps.profile.set('gentle', { emptyFilterAnswers: true });
    expect(await filter('fields/Year eq 8')).toEqual([]);
    standIn.deps.profile.set('gentle', {});
    expect(await filter('fields/Year eq 8')).toEqual([1, 2]);
  });

  test('may miss an item that was just created', async () => {
    standIn.deps.profile.set('gentle', { staleReadMs: 60_000, staleReadChance: 1 });
    expect(await filter('fields/Year eq 8')).toEqual([]);
    standIn.deps.profile.set('gentle', {});
  });
});

describe('an order', () => {
  const ids = async (options: string) => {
    const { body } = await query(options);
    return body.value.map((item) => Number(item.id));
  };

  test('sorts by indexed columns, nothing first, ties by id', async () => {
    expect(await ids('$orderby=fields/SubmittedAt desc')).toEqual([2, 3, 1, 4]);
    expect(await ids('$orderby=fields/Year,fields/Number desc')).toEqual([4, 3, 2, 1]);
  });

  test('by a column without index is refused', async () => {
    const { status, body } = await query('$orderby=fields/Note');
    expect([status, body.error.code]).toEqual([400, 'invalidRequest']);
  });

  test('goes on over pages', async () => {
    const first = await query('$orderby=fields/SubmittedAt desc&$top=3');
    expect(first.body.value).toHaveLength(3);
    const next = await graph.send('GET', first.body['@odata.nextLink']);
    expect(next.body.value.map((item) => item.id)).toEqual(['4']);
    expect(next.body).not.toHaveProperty('@odata.nextLink');
  });
});

describe('an option', () => {
  test.each([
    ['top=1', 'badArgument'],
    ['expand=fields', 'badArgument'],
    ['filter=x', 'badArgument'],
    ['$skip=1', 'invalidRequest'],
    ['$count=true', 'invalidRequest'],
    ['$search=x', 'invalidRequest'],
    ['$top=0', 'invalidRequest'],
    ['$top=many', 'invalidRequest'],
    ['$skiptoken=nonsense', 'invalidRequest'],
    ['$select=nope', 'invalidRequest'],
    ['$expand=fields(select=Year)', 'badArgument'],
    ['$expand=fields($select=Nope)', 'invalidRequest'],
  ])('%s is refused', async (option, code) => {
    const { status, body } = await graph.send('GET', `${items}?${option}`);
    expect([status, body.error.code]).toEqual([400, code]);
  });

  test('$expand of something else is not supported', async () => {
    const { status, body } = await graph.send('GET', `${items}?$expand=driveItem`);
    expect([status, body.error.code]).toEqual([501, 'notSupported']);
  });
});

describe('a large list', () => {
  let large: string;
  beforeAll(async () => {
    const list = await createTestList(graph, 'Large');
    large = `${list.path}/items`;
    standIn.deps.profile.set('gentle', { unitsPerMinute: 1_000_000 });
    for (let start = 0; start < 5_200; start += 20) {
      const requests = Array.from({ length: 20 }, (_, index) => ({
        id: String(index),
        method: 'POST',
        url: large,
        headers: { 'Content-Type': 'application/json' },
        body: {
          fields: {
            Token: `t${start + index}`,
            Year: 8,
            Status: start < 60 ? 'received' : 'reviewing',
          },
        },
      }));
      await graph.send('POST', '/$batch', { body: { requests } });
    }
  }, 180_000);

  test('is paged to its end without a filter: 200 by default, at most 5,000', async () => {
    expect((await graph.send('GET', large)).body.value).toHaveLength(200);
    const first = await graph.send('GET', `${large}?$top=9000`);
    expect(first.body.value).toHaveLength(5_000);
    const second = await graph.send('GET', first.body['@odata.nextLink']);
    expect(second.body.value).toHaveLength(200);
  });

  test('is filtered when the first predicate selects few, else throttled', async () => {
    const ask = (text: string) => graph.send('GET', `${large}?$filter=${encodeURIComponent(text)}`);
    expect((await ask("fields/Token eq 't77'")).body.value).toHaveLength(1);
    const both = await ask("fields/Status eq 'received' and fields/Year eq 8");
    expect(both.body.value).toHaveLength(60);
    const many = await ask("fields/Year eq 8 and fields/Status eq 'received'");
    expect([many.status, many.body.error.code]).toEqual([429, 'activityLimitReached']);
    const prefer = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    const bare = await graph.send('GET', `${large}?$filter=fields/Note eq 'x'`, {
      headers: prefer,
    });
    expect(bare.status).toBe(429);
  });
});
