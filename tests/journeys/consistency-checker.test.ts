import { noticesOf, receiptNotice, recipientIdsOf } from '../../src/domain/notice.js';
import type { LedgerRow } from '../../src/domain/notice-ledger.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { TrailEntry } from '../../src/domain/trail.js';
import { allLists } from '../../src/graph/lists/all-lists.js';
import type { WritableListDefinition } from '../../src/graph/lists/list-definition.js';
import { checkConsistency } from '../support/consistency/check-consistency.js';
import type { Acknowledgement, SeenOffice } from '../support/consistency/seen-office.js';
import type { Delivery } from '../support/host-api.js';
import { inStatus } from '../support/proposal-in-status.js';
import { sampleKeptForm } from '../support/sample-forms.js';
import {
  publishedProposal,
  receivedProposal,
  reviewedProposal,
  sampleNow,
} from '../support/sample-proposals.js';
import type { SiteItem } from '../support/site-lists.js';

const ids = [1, 2, 3].map((n) => `10000000-0000-4000-8000-00000000000${n}`);
const [first = '', second = '', third = ''] = ids;
const now = sampleNow + 60_000;

function itemOf<T>(list: WritableListDefinition<T>, value: T, index: number): SiteItem {
  const filled = Object.entries(list.toFields(value)).filter(([, cell]) => cell !== null);
  return { id: String(index + 1), fields: Object.fromEntries(filled) };
}

function rowsOf({ id, trail }: Proposal): readonly LedgerRow[] {
  return trail
    .flatMap((entry) => noticesOf(id, entry))
    .map((intent) => ({
      key: intent.key,
      proposalId: id,
      seq: intent.seq,
      state: 'closed',
      by: '',
      epoch: 1,
      until: 0,
      recipients: recipientIdsOf(intent).map((each) => ({
        id: each,
        outcome: 'delivered',
        attempts: 1,
      })),
    }));
}

const deliveriesOf = (rows: readonly LedgerRow[]): readonly Delivery[] =>
  rows
    .flatMap(({ recipients }) => recipients)
    .map(({ id }) => ({
      method: 'POST',
      activity: {},
      ...(id.startsWith('19:') ? { channelId: id } : { personId: id }),
    }));

const acknowledged = ({ number, content }: Proposal): Acknowledgement => ({
  via: 'turn',
  number,
  texts: [
    content.title,
    content.currentProblem,
    content.proposedContent,
    ...(content.expectedEffect === undefined ? [] : [content.expectedEffect]),
  ],
});

/** A received, a reviewed and a published proposal of one person, all told and none under way. */
const proposals = [
  receivedProposal({ id: first }),
  reviewedProposal({ id: second, number: 'R8-0002' }),
  publishedProposal({ id: third, number: 'R8-0003' }),
];
const rows = proposals.flatMap(rowsOf);

function officeOf(
  stored: readonly Proposal[] = proposals,
  told: readonly LedgerRow[] = rows,
  changes: Partial<SeenOffice> = {},
): SeenOffice {
  return {
    lists: new Map([
      [allLists.proposals.name, stored.map((each, n) => itemOf(allLists.proposals, each, n))],
      [allLists.notices.name, told.map((each, n) => itemOf(allLists.notices, each, n))],
    ]),
    acknowledgements: stored.map(acknowledged),
    deliveries: deliveriesOf(told),
    kept: [],
    isSettled: true,
    ...changes,
  };
}

/** An office in which the cells of one proposal were changed. */
function withCells(number: string, cells: Readonly<Record<string, unknown>>): SeenOffice {
  const office = officeOf();
  const items = office.lists.get(allLists.proposals.name) ?? [];
  const changed = items.map((item) =>
    item.fields['Number'] === number ? { ...item, fields: { ...item.fields, ...cells } } : item,
  );
  return { ...office, lists: new Map([...office.lists, [allLists.proposals.name, changed]]) };
}

const published = proposals[2] ?? receivedProposal();
const withTrail = (trail: readonly TrailEntry[]): SeenOffice =>
  withCells('R8-0003', { TrailJson: JSON.stringify(trail) });

const changedRow = (changes: (row: LedgerRow) => Partial<LedgerRow>): SeenOffice =>
  officeOf(
    proposals,
    rows.map((row, index) => (index === 0 ? { ...row, ...changes(row) } : row)),
  );

const codesOf = (office: SeenOffice): readonly string[] => [
  ...new Set(checkConsistency(office, now).map(({ code }) => code)),
];

const receiptRow = (outcome: 'delivered' | 'unconfirmed' | undefined): LedgerRow => ({
  key: receiptNotice(first, '').key,
  proposalId: first,
  seq: 1,
  state: outcome ? 'closed' : 'due',
  by: '',
  epoch: 1,
  until: 0,
  recipients: [
    {
      id: proposals[0]?.proposer.personId ?? '',
      attempts: outcome ? 1 : 0,
      ...(outcome && { outcome }),
    },
  ],
});

const byMessage = (times: number): readonly Acknowledgement[] => [
  ...proposals.slice(1).map(acknowledged),
  ...Array.from({ length: times }, () => ({
    ...acknowledged(published),
    ...acknowledged(proposals[0] ?? published),
    via: 'message' as const,
  })),
];

test('an office in which everything fits together has no inconsistency', () => {
  expect(checkConsistency(officeOf(), now)).toStrictEqual([]);
});

test('a receipt may have come by message, once more where that is unclear, or be still to come', () => {
  const told = [...rows, receiptRow('delivered')];
  expect(codesOf(officeOf(proposals, told, { acknowledgements: byMessage(1) }))).toStrictEqual([]);
  const unclear = [...rows, receiptRow('unconfirmed')];
  expect(codesOf(officeOf(proposals, unclear, { acknowledgements: byMessage(2) }))).toStrictEqual(
    [],
  );
  const open = [...rows, receiptRow(undefined)];
  const pending = { acknowledgements: byMessage(0), isSettled: false };
  expect(codesOf(officeOf(proposals, open, pending))).toStrictEqual([]);
  const kept = [{ token: first, text: JSON.stringify(sampleKeptForm(first)) }];
  expect(codesOf(officeOf(proposals, rows, { ...pending, kept }))).toStrictEqual([]);
});

const planted: readonly (readonly [string, string, SeenOffice])[] = [
  [
    'a receipt whose item is gone',
    'receipt-without-item',
    officeOf(proposals.slice(1), rows, { acknowledgements: proposals.map(acknowledged) }),
  ],
  [
    'a receipt with another text',
    'receipt-differs',
    officeOf(proposals, rows, {
      acknowledgements: proposals.map((each) => ({ ...acknowledged(each), texts: ['別の件名'] })),
    }),
  ],
  [
    'an item that nobody was given a receipt of',
    'no-acknowledgement',
    officeOf(proposals, rows, { acknowledgements: byMessage(0) }),
  ],
  [
    'a receipt in the turn and by message',
    'acknowledged-twice',
    officeOf(proposals, [...rows, receiptRow('delivered')], {
      acknowledgements: [...proposals.map(acknowledged), ...byMessage(1).slice(-1)],
    }),
  ],
  [
    'two messages of one receipt',
    'acknowledged-twice',
    officeOf(proposals, [...rows, receiptRow('delivered')], { acknowledgements: byMessage(2) }),
  ],
  ['two items of one number', 'number-twice', withCells('R8-0002', { Number: 'R8-0001' })],
  ['two items of one token', 'token-twice', withCells('R8-0002', { ProposalId: first })],
  [
    'a missing place in a trail',
    'trail-gap',
    withTrail(published.trail.filter(({ seq }) => seq !== 3)),
  ],
  [
    'a status that the trail does not give',
    'fields-not-in-trail',
    withCells('R8-0003', { Status: 'realised' }),
  ],
  [
    'a title that the trail does not give',
    'fields-not-in-trail',
    withCells('R8-0001', { Title: '別の件名' }),
  ],
  [
    'a decision shown before it is told',
    'published-ahead',
    withCells('R8-0003', { PublishedSeq: 3 }),
  ],
  [
    'a publication before its time',
    'published-ahead',
    withTrail(
      published.trail.map((entry) =>
        entry.kind === 'publication-scheduled' ? { ...entry, due: entry.due + 60_000 } : entry,
      ),
    ),
  ],
  [
    'a published status that is not the one that was told',
    'published-ahead',
    withCells('R8-0003', { PublishedStatus: 'realised' }),
  ],
  [
    'a form that is still kept when all is done',
    'left-in-spool',
    officeOf(proposals, rows, {
      kept: [{ token: 'x', text: JSON.stringify(sampleKeptForm(first)) }],
    }),
  ],
  [
    'a kept form that cannot be read',
    'kept-damaged',
    officeOf(proposals, rows, { kept: [{ token: 'x', text: '{"token":"' }], isSettled: false }),
  ],
  [
    'a notice of nothing that happened',
    'notice-without-event',
    changedRow(({ key }) => ({ key: `${key}0` })),
  ],
  [
    'a notice to somebody else',
    'recipients-differ',
    changedRow(() => ({ recipients: [{ id: 'x', outcome: 'delivered', attempts: 1 }] })),
  ],
  [
    'a person twice in one notice',
    'told-twice',
    changedRow(({ recipients }) => ({ recipients: [...recipients, ...recipients] })),
  ],
  [
    'a closed row with somebody who has no outcome',
    'row-state-wrong',
    changedRow(({ recipients }) => ({
      recipients: recipients.map(({ id }) => ({ id, attempts: 1 })),
    })),
  ],
  [
    'an open row in which everybody has an outcome',
    'row-state-wrong',
    changedRow(() => ({ state: 'due' })),
  ],
  [
    'a third attempt',
    'too-many-attempts',
    changedRow(({ recipients }) => ({
      recipients: recipients.map((each) => ({ ...each, attempts: 3 })),
    })),
  ],
  ['two rows of one place', 'row-twice', officeOf(proposals, [...rows, ...rows.slice(0, 1)])],
  ['two rows of one place', 'imbalance', officeOf(proposals, [...rows, ...rows.slice(0, 1)])],
  ['an event that nobody was told of', 'not-told', officeOf(proposals, rows.slice(1))],
  [
    'a notice recorded as delivered that the connector never took',
    'delivered-never',
    officeOf(proposals, rows, { deliveries: [] }),
  ],
  [
    'a post that no row knows of',
    'posted-unrecorded',
    officeOf(proposals, rows, {
      deliveries: [...deliveriesOf(rows), ...deliveriesOf(rows.slice(-1))],
    }),
  ],
  [
    'something realised by no measure',
    'invariant',
    officeOf([inStatus('realised')], rowsOf(inStatus('realised'))),
  ],
];

test.each(planted)('%s is found (%s)', (_name, code, office) => {
  expect(codesOf(office)).toContain(code);
});
