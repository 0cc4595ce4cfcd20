import { type EveryonesAnswer, everyonesAnswer } from '../../src/contract/proposal-answers.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { after, sampleDecisionForm, secretaryAct } from '../support/sample-proposals.js';
import type { PersonName } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

const titles = {
  'R8-0001': '審議会のペーパーレス開催',
  'R8-0002': '部内協議のﾍﾟｰﾊﾟｰﾚｽ化',
  'R8-0003': '朝礼をやめる',
  'R8-0004': '旅費請求の電子化',
} as const;

type Number = keyof typeof titles;
const numbers = Object.keys(titles) as Number[];

function proposal(number: Number, by: PersonName = 'proposer'): Proposal {
  const received = proposalOf(by, number);
  const needed = number === 'R8-0004';
  const content = {
    ...received.content,
    title: titles[number],
    currentProblem: number === 'R8-0003' ? '毎朝の集まりに時間がかかります。' : '紙が多いです。',
    proposedContent: number === 'R8-0004' ? '申請書をペーパーレスにします。' : '改めます。',
    categoryId: number === 'R8-0003' ? 'improve' : received.content.categoryId,
    cost: needed ? { needed } : { needed },
  };
  return { ...received, content };
}

const reviewed = (number: Number, by?: PersonName): Proposal =>
  after(proposal(number, by), 'begin-review');

let api: ApiUnderTest;
beforeEach(async () => {
  api = await openApi();
  for (const number of numbers) await api.have(reviewed(number));
  api.register.catalogue.read(100);
});
afterEach(() => api.close());

/** Brings a proposal that is there into another state. */
async function change(next: Proposal): Promise<void> {
  const stored = api.register.proposal(next.id);
  if (!stored) throw new Error(`no ${next.number}`);
  const outcome = await api.list.store.replace(stored, next);
  if (outcome.kind === 'stored') api.register.tookProposal(outcome.stored);
}

async function search(
  query: Record<string, string>,
  as: PersonName = 'colleague',
): Promise<EveryonesAnswer> {
  const path = `/api/proposals?${new URLSearchParams(query)}`;
  const { status, body } = await api.call('GET', path, { as });
  expect(status).toBe(200);
  return everyonesAnswer.parse(body);
}

const found = ({ rows }: EveryonesAnswer) => rows.map(({ number }) => number);

test('without words all are listed, newest first, with how many there are of each', async () => {
  const answer = await search({});
  expect(found(answer)).toStrictEqual(numbers.toReversed());
  expect([answer.all, answer.found]).toStrictEqual([4, 4]);
  const category = reviewed('R8-0001').content.categoryId;
  expect(answer.facets).toStrictEqual({
    status: { reviewing: 4 },
    category: { improve: 1, [category]: 3 },
    cost: { none: 3, needed: 1 },
  });
});

test('a word is found in whatever width it is typed; titles come before texts, each newest first', async () => {
  for (const q of ['ペーパーレス', 'ﾍﾟｰﾊﾟｰﾚｽ', 'ぺーぱーれす']) {
    const answer = await search({ q });
    expect(found(answer)).toStrictEqual(['R8-0002', 'R8-0001', 'R8-0004']);
    expect([answer.all, answer.found]).toStrictEqual([4, 3]);
    const [first] = answer.rows;
    const [mark] = first?.marks ?? [];
    expect(first?.title.slice(mark?.start, mark?.end)).toBe('ﾍﾟｰﾊﾟｰﾚｽ');
  }
  expect(found(await search({ q: 'ペーパーレス', order: 'newest' }))).toStrictEqual([
    'R8-0004',
    'R8-0002',
    'R8-0001',
  ]);
});

test('each word narrows, one character is a word, and what nobody wrote is found nowhere', async () => {
  expect(found(await search({ q: 'ペーパーレス 審議会' }))).toStrictEqual(['R8-0001']);
  expect(found(await search({ q: '朝' }))).toStrictEqual(['R8-0003']);
  expect(found(await search({ q: 'ｒ８－０００４' }))).toStrictEqual(['R8-0004']);
  const none = await search({ q: '宇宙' });
  expect([none.all, none.found, none.rows]).toStrictEqual([4, 0, []]);
});

test('what has not been read for the search yet is found all the same', async () => {
  const before = proposal('R8-0003');
  const content = { ...before.content, title: '夕礼をやめる' };
  await change({ ...reviewed('R8-0003'), content });
  expect(found(await search({ q: '朝礼' }))).toStrictEqual([]);
  expect(found(await search({ q: '夕礼' }))).toStrictEqual(['R8-0003']);
  expect(api.register.catalogue.read(100)).toBe(0);
  expect(found(await search({ q: '夕礼' }))).toStrictEqual(['R8-0003']);
  expect(found(await search({ q: '朝礼' }))).toStrictEqual([]);
});

test('choices narrow, and each facet counts what there would be under the others', async () => {
  const answer = await search({ q: 'ペーパーレス', cost: 'none' });
  expect(found(answer)).toStrictEqual(['R8-0002', 'R8-0001']);
  expect(answer.facets.cost).toStrictEqual({ none: 2, needed: 1 });
  expect(answer.facets.status).toStrictEqual({ reviewing: 2 });
  expect((await search({ cost: 'none,needed' })).found).toBe(4);
  expect((await search({ status: 'realised' })).found).toBe(0);
  expect((await search({ category: 'improve' })).found).toBe(1);
});

test('pages follow one another', async () => {
  const pages = await Promise.all(['0', '2', '4'].map((from) => search({ from, limit: '2' })));
  expect(pages.map(found)).toStrictEqual([['R8-0004', 'R8-0003'], ['R8-0002', 'R8-0001'], []]);
  expect(found(await search({ q: 'ペーパーレス', from: '1', limit: '1' }))).toStrictEqual([
    'R8-0001',
  ]);
});

test('those endorsed by most come first where that is asked for', async () => {
  for (const as of ['colleague', 'owner'] as const) {
    await api.call('POST', '/api/proposals/R8-0001/endorse', { as, body: {} });
  }
  await api.call('POST', '/api/proposals/R8-0003/endorse', { as: 'head', body: {} });
  const answer = await search({ order: 'endorsed' });
  expect(found(answer)).toStrictEqual(['R8-0001', 'R8-0003', 'R8-0004', 'R8-0002']);
  expect(answer.rows[0]).toMatchObject({ supporters: 2, support: { state: 'endorsed' } });
  expect(answer.rows[1]).not.toHaveProperty('support');
});

test('before review begins a proposal is found by those who proposed it and by nobody else', async () => {
  await change(proposal('R8-0003', 'owner'));
  expect(found(await search({ q: '朝礼' }, 'colleague'))).toStrictEqual([]);
  const own = await search({ q: '朝礼' }, 'owner');
  expect(found(own)).toStrictEqual(['R8-0003']);
  expect(own.rows[0]?.mine).toBe(true);
  expect([own.all, (await search({}, 'owner')).found]).toStrictEqual([4, 4]);
  const other = await search({}, 'colleague');
  expect([other.all, other.found, other.facets.status]).toStrictEqual([3, 3, { reviewing: 3 }]);
});

test('what is hidden or withdrawn is found by nobody but those who proposed it', async () => {
  await change({ ...reviewed('R8-0001'), hidden: { reason: '個人が分かるため' } } as Proposal);
  const { published } = reviewed('R8-0002');
  await change({ ...reviewed('R8-0002'), published: { ...published, status: 'withdrawn' } });
  for (const query of [{}, { q: 'ペーパーレス' }]) {
    expect(found(await search(query, 'secretary'))).not.toContain('R8-0001');
    expect(found(await search(query, 'secretary'))).not.toContain('R8-0002');
    expect(found(await search(query, 'proposer'))).toContain('R8-0001');
    expect(found(await search(query, 'proposer'))).toContain('R8-0002');
  }
});

test('a decision that is not published changes no byte of the answer, and no name is in it', async () => {
  const read = async () =>
    (await api.call('GET', '/api/proposals?q=朝礼&order=newest', { as: 'colleague' })).text;
  const before = await read();
  expect(before).toContain('R8-0003');
  await change(after(reviewed('R8-0003'), 'decide-track', sampleDecisionForm, secretaryAct));
  expect(await read()).toBe(before);
  expect(before).not.toContain(reviewed('R8-0003').proposer.name);
  expect(before).not.toContain(reviewed('R8-0003').proposer.personId);
});

test.each([
  'status=done',
  'cost=some',
  'order=best',
  'limit=0',
  'limit=201',
  'from=-1',
  'page=2',
  `q=${'あ'.repeat(201)}`,
])('a query that says %s is refused', async (query) => {
  const { status, body } = await api.call('GET', `/api/proposals?${query}`, { as: 'colleague' });
  expect([status, body]).toMatchObject([400, { code: 'broken-request' }]);
});
