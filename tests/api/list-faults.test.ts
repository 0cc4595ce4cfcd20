import type { ListFaultsAnswer } from '../../src/contract/list-fault-answers.js';
import type { CellProblem } from '../../src/domain/health/cell-fault.js';
import type { ItemProblem } from '../../src/domain/health/item-fault.js';
import { listHeadings } from '../../src/graph/list-headings.js';
import { type ListFaultPorts, listFaults, restoreItem } from '../../src/usecases/list-faults.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
let faults: ReturnType<ListFaultPorts['register']['itemFaults']> = [];
let outcome: 'rewritten' | 'changed-meanwhile' = 'rewritten';
let rewritten: readonly string[] = [];

/** The use cases over the register of the server; which items have faults is given by the test. */
const ports = (): ListFaultPorts => ({
  register: {
    proposals: () => api.register.proposals(),
    itemFaults: () => faults,
    heldItem: (list, itemId) => api.register.heldItem(list, itemId),
  },
  archived: [],
  rewriterOf: (list) =>
    list === 'proposals'
      ? async (shown) => {
          rewritten = [...rewritten, shown.itemId];
          if (outcome === 'rewritten') faults = [];
          return outcome;
        }
      : undefined,
});

beforeAll(async () => {
  api = await openApi({
    deps: {
      listFaults: {
        report: () => listFaults(ports()),
        restore: (list, itemId) => restoreItem(ports(), list, itemId),
        headingsOf: (list) => listHeadings.get(list),
      },
    },
  });
  await api.have(proposalOf('proposer', 'R8-0001'));
  await api.have(proposalOf('proposer', 'R8-0004'));
});
beforeEach(() => {
  faults = [];
  rewritten = [];
  outcome = 'rewritten';
});
afterAll(() => api.close());

const asAdministrator = { as: 'administrator' } as const;
const itemOf = (number: string): string => api.register.proposalByNumber(number)?.itemId ?? '';
/** As the feed notes an item that it could read by its trail. */
const seen = () => ({
  itemId: itemOf('R8-0001'),
  revision: api.register.proposalByNumber('R8-0001')?.revision ?? '',
});
const unreadable = (column: string, problem: CellProblem): ItemProblem => ({
  code: 'unreadable',
  column,
  problem,
});

async function report(headers = {}): Promise<ListFaultsAnswer> {
  const { status, body } = await api.call('GET', '/api/list-faults', {
    ...asAdministrator,
    headers,
  });
  expect(status).toBe(200);
  return body as ListFaultsAnswer;
}

test('sound lists have no faults; numbers that nobody holds are told with what to do', async () => {
  const answer = await report();
  expect(answer).toEqual({
    faults: [],
    missing: [
      { first: 'R8-0002', last: 'R8-0003', count: 2, text: expect.stringContaining('ごみ箱') },
    ],
  });
  const english = await report({ 'Accept-Language': 'en' });
  expect(english.missing[0]?.text).toBe(
    'No item has the proposal number R8-0002 to R8-0003 (2). Restore it from the recycle bin of SharePoint.',
  );
});

test('a fault names list, column and item as people see them, and says whether the product can put it right', async () => {
  faults = [
    {
      list: 'proposals',
      ...seen(),
      problem: unreadable('Status', { code: 'unknown-value', value: 'おしまい' }),
    },
    { list: 'members', itemId: '77', problem: unreadable('Role', { code: 'empty' }) },
  ];
  const { faults: shown } = await report();
  expect(shown).toEqual([
    {
      list: 'proposals',
      listName: '芽吹き 提案',
      itemId: itemOf('R8-0001'),
      number: 'R8-0001',
      code: 'unreadable',
      text: expect.stringMatching(
        /^列「状態」が知らない値「おしまい」になっています。「元に戻す」/,
      ),
      canRestore: true,
    },
    {
      list: 'members',
      listName: '芽吹き 役割',
      itemId: '77',
      code: 'unreadable',
      text: expect.stringMatching(/^列「役割」が空になっています。SharePoint で/),
      canRestore: false,
    },
  ]);
});

const problems: readonly [ItemProblem, RegExp, RegExp][] = [
  [
    unreadable('Number', { code: 'wrong-kind', wanted: 'proposal-number' }),
    /提案番号ではありません/,
    /is no proposal number/,
  ],
  [
    unreadable('TrailJson', { code: 'other-form', where: '0.kind' }),
    /壊れています（0\.kind）/,
    /is damaged \(0\.kind\)/,
  ],
  [
    unreadable('Track', { code: 'disagrees', column: 'DecisionJson' }),
    /「対応方針（記録用）」と食い違って/,
    /something else than the column/,
  ],
  [unreadable('Kind', { code: 'other-list' }), /別のリスト/, /belongs to another list/],
  [
    unreadable('TrailJson', { code: 'broken-trail', said: 'entry 3 is missing' }),
    /つながっていません/,
    /has a gap/,
  ],
  [
    { code: 'doubled', key: 'R8-0001', otherItemId: '9' },
    /もう1つあります（ID 9）.*見くらべ/,
    /Another item.*Compare the two/,
  ],
  [
    { code: 'not-in-trail', parts: ['status', 'content'] },
    /^提案の内容|^状態、提案の内容が、経過の記録と食い違って/,
    /differs from its trail in the status, the content/,
  ],
  [
    { code: 'not-in-trail', parts: ['trail'] },
    /経過の記録が壊れています。.*バージョン履歴/,
    /Its trail is damaged.*version history/,
  ],
];

test.each(problems)('%j is said in both languages', async (problem, ja, en) => {
  faults = [{ list: 'proposals', itemId: itemOf('R8-0001'), problem }];
  const [japanese, english] = [await report(), await report({ 'Accept-Language': 'en' })];
  expect(japanese.faults[0]?.text).toMatch(ja);
  expect(english.faults[0]?.text).toMatch(en);
});

const restore = (list: string, itemId: string, headers = {}) =>
  api.call('POST', '/api/list-faults/restore', {
    ...asAdministrator,
    headers,
    body: { list, itemId },
  });

test('an item is written back once, and the list read anew comes as the answer', async () => {
  faults = [
    {
      list: 'proposals',
      ...seen(),
      problem: { code: 'not-in-trail', parts: ['status'] },
    },
  ];
  const { status, body } = await restore('proposals', itemOf('R8-0001'));
  expect([status, (body as ListFaultsAnswer).faults]).toEqual([200, []]);
  expect(rewritten).toEqual([itemOf('R8-0001')]);
  const again = await restore('proposals', itemOf('R8-0001'));
  expect([again.status, again.body]).toMatchObject([409, { code: 'nothing-to-restore' }]);
  expect(rewritten).toHaveLength(1);
});

test('what only a person can put right is refused in both languages, and nothing is written', async () => {
  faults = [
    {
      list: 'proposals',
      itemId: itemOf('R8-0001'),
      problem: { code: 'doubled', key: 'k', otherItemId: '9' },
    },
    { list: 'members', itemId: '77', problem: unreadable('Role', { code: 'empty' }) },
  ];
  for (const [list, itemId] of [
    ['proposals', itemOf('R8-0001')],
    ['members', '77'],
  ] as const) {
    const { status, body } = await restore(list, itemId, { 'Accept-Language': 'en' });
    expect([status, body]).toMatchObject([
      409,
      { code: 'restore-by-hand', message: expect.stringContaining('Nothing was changed') },
    ]);
  }
  const japanese = await restore('members', '77');
  expect(japanese.text).toContain('何も変えていません');
  expect(rewritten).toEqual([]);
});

test('an item that somebody writes meanwhile is left as it is', async () => {
  outcome = 'changed-meanwhile';
  faults = [
    {
      list: 'proposals',
      ...seen(),
      problem: { code: 'not-in-trail', parts: ['status'] },
    },
  ];
  const { status, body } = await restore('proposals', itemOf('R8-0001'));
  expect([status, body]).toMatchObject([409, { code: 'changed-meanwhile' }]);
});

test('nobody but an administrator reads or repairs', async () => {
  for (const as of ['proposer', 'secretary', 'owner', 'head', 'executive'] as const) {
    expect((await api.call('GET', '/api/list-faults', { as })).status).toBe(403);
    const body = { list: 'proposals', itemId: '1' };
    expect((await api.call('POST', '/api/list-faults/restore', { as, body })).status).toBe(403);
  }
});
