import { deliveryReportAnswer } from '../../src/contract/notice-answers.js';
import { noticesOf } from '../../src/domain/notice.js';
import type { LedgerRecipient, LedgerRow } from '../../src/domain/notice-ledger.js';
import { readWorkbook } from '../../src/workbook/read-workbook.js';
import { after, sampleNow } from '../support/sample-proposals.js';
import { people } from './support/api-people.js';
import { type ApiUnderTest, openApi, proposalOf } from './support/api-under-test.js';

let api: ApiUnderTest;
const path = '/api/notices/report';
type Keeper = 'secretary' | 'administrator';

function rowOf(key: string, recipients: readonly LedgerRecipient[]): LedgerRow {
  const { id: proposalId } = proposalOf('proposer', 'R8-0001');
  const rest = { state: 'closed', by: 'one', epoch: 1, until: sampleNow } as const;
  return { key, proposalId, seq: 2, recipients, ...rest };
}

beforeEach(async () => {
  api = await openApi();
  const proposal = after(proposalOf('proposer', 'R8-0001'), 'begin-review');
  await api.have(proposal);
  const [intent] = proposal.trail.flatMap((entry) => noticesOf(proposal.id, entry));
  if (!intent) throw new Error('the review tells somebody');
  const ends: readonly LedgerRecipient[] = [
    { id: people.proposer, attempts: 1, outcome: 'undeliverable', why: 'blocked' },
    { id: people.colleague, attempts: 1, outcome: 'delivered', why: 'in-feed' },
    { id: people.former, attempts: 1, outcome: 'delivered' },
  ];
  await api.haveRow(rowOf(intent.key, ends));
});
afterEach(() => api.close());

const read = async (as: Keeper, language: string) => {
  const { body } = await api.call('GET', path, { as, headers: { 'Accept-Language': language } });
  return deliveryReportAnswer.parse(body);
};

test('the secretariat and administrators read what became of all notices, in words of their language', async () => {
  const classes = [
    { end: 'delivered', why: 'アクティビティで届いた', count: 1 },
    { end: 'delivered', count: 1 },
    { end: 'undeliverable', why: 'アプリを削除したか、ブロックしている', count: 1 },
  ];
  const report = await read('secretary', 'ja');
  expect(report).toMatchObject({ planned: 3, total: 1 });
  expect(report.classes).toStrictEqual(classes);
  const about = { number: 'R8-0001', kind: 'review-begun', recordedAt: sampleNow };
  expect(report.lines).toStrictEqual([{ ...about, place: 'people', planned: 3, classes }]);
  const english = await read('administrator', 'en');
  expect(english.classes[2]?.why).toBe('removed or blocked the app');
});

test('it names nobody', async () => {
  const { text } = await api.call('GET', path, { as: 'secretary' });
  for (const personId of Object.values(people)) expect(text).not.toContain(personId);
});

test('the workbook holds the same, and every event', async () => {
  const { status, headers, bytes } = await api.call('GET', `${path}/workbook`, {
    as: 'secretary',
  });
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('mebuki-notices.xlsx');
  const read = await readWorkbook(bytes);
  if (read.kind !== 'read') throw new Error(read.kind);
  const again = await api.call('GET', `${path}/workbook`, { as: 'secretary' });
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  const [classes, events] = read.sheets.map(({ rows }) => rows.map(({ cells }) => cells));
  expect(classes).toContainEqual(['届かない', 'アプリを削除したか、ブロックしている', '1']);
  expect(classes).toContainEqual(['知らせる予定', '', '3']);
  expect(events).toHaveLength(4);
  expect(events?.[3]?.slice(0, 2)).toStrictEqual(['R8-0001', '検討開始']);
});
