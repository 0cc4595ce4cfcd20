import { heldNoticesAnswer, settleHeldAnswer } from '../../src/contract/notice-answers.js';
import { noticesOfMeasure } from '../../src/domain/measures/measure-notices.js';
import { noticesOf } from '../../src/domain/notice.js';
import { heldRowOf } from '../../src/domain/notice-hold.js';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import { MeasureWorld } from '../support/measure-world.js';
import { after, sampleNow } from '../support/sample-proposals.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
let held: LedgerRow;
let id: string;

beforeEach(async () => {
  api = await openApi();
  const received = proposalOf('proposer', 'R8-0001');
  const proposal = after(received, 'begin-review');
  await api.have(proposal);
  const [intent] = proposal.trail.flatMap((entry) => noticesOf(proposal.id, entry));
  if (!intent) throw new Error('the review tells nobody');
  held = heldRowOf(intent, { holder: 'one', epoch: 1 }, sampleNow);
  id = await api.haveRow(held);
});
afterEach(() => api.close());

const asAdministrator = { as: 'administrator' as const };

async function list() {
  const { status, body } = await api.call('GET', '/api/notices/held', asAdministrator);
  expect(status).toBe(200);
  return heldNoticesAnswer.parse(body);
}

async function settle(word: 'release' | 'dismiss', ids: readonly string[], language = 'ja') {
  const { status, body } = await api.call('POST', `/api/notices/held/${word}`, {
    ...asAdministrator,
    body: { ids },
    headers: { 'Accept-Language': language },
  });
  expect(status).toBe(200);
  return settleHeldAnswer.parse(body).results;
}

const rowNow = () => api.register.ledgerRow(held.key)?.value;

test('an administrator sees what is held, of which proposal, and what became of all notices', async () => {
  const { total, notices, balance } = await list();
  expect(total).toBe(1);
  expect(notices).toEqual([
    {
      id,
      number: 'R8-0001',
      kind: 'review-begun',
      place: 'people',
      recipients: 1,
      recordedAt: sampleNow,
      heldAt: sampleNow,
    },
  ]);
  expect(balance).toMatchObject({ held: 1, pending: 0 });
});

test('the list names nobody and gives no id of a person, of a channel or of a form', async () => {
  const { text } = await api.call('GET', '/api/notices/held', asAdministrator);
  for (const secret of [held.proposalId, held.recipients[0]?.id ?? 'none']) {
    expect(text).not.toContain(secret);
  }
});

test('what is held of a measure is shown by what was published of it', async () => {
  const measures = new MeasureWorld();
  measures.published('measure');
  const measure = measures.measure('measure');
  const stored = { value: measure, itemId: '900', revision: '"900,900"' };
  api.register.changes.measures({ kind: 'stored', stored, version: 900 });
  const [told] = measure.trail.flatMap((entry) => noticesOfMeasure(measure.id, entry));
  if (!told) throw new Error('the publication tells nobody');
  await api.haveRow(heldRowOf(told, { holder: 'one', epoch: 1 }, sampleNow + 1));
  const { notices } = await list();
  expect(notices.find(({ title }) => title)).toMatchObject({
    title: measure.content.title,
    kind: 'published',
    place: 'channel',
    recipients: 1,
    recordedAt: told.recordedAt,
  });
  expect(JSON.stringify(notices)).not.toContain('19:');
});

test('a released notice is due at once, and is no longer listed', async () => {
  expect(await settle('release', [id])).toEqual([{ kind: 'settled', id }]);
  expect(rowNow()).toMatchObject({ state: 'due', until: sampleNow, recipients: [{ attempts: 0 }] });
  expect((await list()).total).toBe(0);
});

test('a dismissed notice is closed as suppressed, and counted so', async () => {
  expect(await settle('dismiss', [id, id])).toEqual([{ kind: 'settled', id }]);
  expect(rowNow()).toMatchObject({
    state: 'closed',
    recipients: [{ outcome: 'suppressed', why: 'dismissed' }],
  });
  expect((await list()).balance).toMatchObject({ suppressed: 1, held: 0 });
});

test('what is settled already is refused in both languages, one by one', async () => {
  await settle('dismiss', [id]);
  const [inJapanese] = await settle('release', [id]);
  const [inEnglish, unknown] = await settle('release', [id, '999'], 'en');
  expect(inJapanese).toMatchObject({
    kind: 'refused',
    refusal: { code: 'notice-not-held', message: expect.stringContaining('保留されていません') },
  });
  expect(inEnglish).toMatchObject({
    refusal: { code: 'notice-not-held', message: expect.stringContaining('is not held now') },
  });
  expect(unknown).toMatchObject({ id: '999', refusal: { code: 'notice-not-held' } });
  expect(rowNow()?.state).toBe('closed');
});

test('a fault of the list is one refusal with a number to quote, and leaves the notice held', async () => {
  api.ledger.onCall = () => {
    throw new Error('Graph is away');
  };
  const [result] = await settle('release', [id]);
  expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'act-failed' } });
  expect(rowNow()?.state).toBe('held');
  expect(api.logged.join()).toContain('Graph is away');
});

test.each([
  ['nothing', {}],
  ['no ids', { ids: [] }],
  ['too many', { ids: Array.from({ length: 61 }, (_, index) => String(index)) }],
  ['something else as well', { ids: ['1'], all: true }],
])('a body with %s is refused', async (_, body) => {
  const answer = await api.call('POST', '/api/notices/held/release', { ...asAdministrator, body });
  expect(answer.status).toBe(400);
  expect(rowNow()?.state).toBe('held');
});

test('the secretariat may neither see nor settle what is held', async () => {
  const as = 'secretary' as const;
  const { status, body } = await api.call('GET', '/api/notices/held', { as });
  expect([status, body]).toMatchObject([403, { code: 'not-permitted' }]);
  const write = await api.call('POST', '/api/notices/held/dismiss', { as, body: { ids: [id] } });
  expect(write.status).toBe(403);
  expect(rowNow()?.state).toBe('held');
});
