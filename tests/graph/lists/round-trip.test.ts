import fc from 'fast-check';
import { locales } from '../../../src/domain/conversation.js';
import {
  budgetingStates,
  type Decision,
  delegationKinds,
  horizons,
  startConditions,
} from '../../../src/domain/decision.js';
import {
  type MasterKind,
  type MasterOf,
  masterKinds,
} from '../../../src/domain/master/master-kinds.js';
import { ledgerStates, noticeOutcomes } from '../../../src/domain/notice-ledger.js';
import { officeKinds } from '../../../src/domain/person.js';
import { type Proposal, receiveProposal } from '../../../src/domain/proposal.js';
import { scopeHints } from '../../../src/domain/proposal-content.js';
import { formatProposalNumber } from '../../../src/domain/proposal-number.js';
import { statuses } from '../../../src/domain/status.js';
import { tidyText } from '../../../src/domain/written-text.js';
import { allLists } from '../../../src/graph/lists/all-lists.js';
import type { Fields, WritableListDefinition } from '../../../src/graph/lists/list-definition.js';
import { receivedOnBehalf } from '../../support/handed-in.js';
import { anyCampaign, masterRows } from '../../support/kept-samples.js';
import {
  after,
  publishedProposal,
  receivedProposal,
  reviewedProposal,
} from '../../support/sample-proposals.js';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => `件${tidyText(text)}名`);
const second = fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((at) => at * 1000);
const id = fc.uuid();
const count = fc.integer({ min: 0, max: 9_999_999 });

function maybe<K extends string, V>(
  key: K,
  value: fc.Arbitrary<V>,
): fc.Arbitrary<Partial<Record<K, V>>> {
  return fc
    .option(value, { nil: undefined })
    .map((given) => (given === undefined ? {} : ({ [key]: given } as Partial<Record<K, V>>)));
}

const owner = fc
  .tuple(fc.record({ departmentId: words }), maybe('sectionId', words))
  .map(([base, section]) => ({ ...base, ...section }));

const decision: fc.Arbitrary<Decision> = fc.oneof(
  fc.record({
    owner,
    reason: words,
    track: fc.constant('realise-this-fy' as const),
    targetMonth: fc.constant('2026-12'),
    costBasis: words,
  }),
  fc.record({
    owner,
    reason: words,
    track: fc.constant('start-this-fy' as const),
    startMonth: fc.constant('2026-12'),
    startConditions: fc.subarray([...startConditions]),
  }),
  fc.record({
    owner,
    reason: words,
    track: fc.constant('later' as const),
    horizon: fc.constantFrom(...horizons),
    targetFiscalYear: fc.integer({ min: 2020, max: 2050 }),
    budgeting: fc
      .tuple(fc.record({ state: fc.constantFrom(...budgetingStates) }), maybe('amountYen', count))
      .map(([state, amount]) => ({ ...state, ...amount })),
  }),
  fc.record({
    owner,
    reason: words,
    track: fc.constant('delegated' as const),
    reasonNotOfficeWide: words,
    kind: fc.constantFrom(...delegationKinds),
    replyDue: fc.constant('2027-01-31'),
  }),
);

const proposal: fc.Arbitrary<Proposal> = fc
  .record({
    id,
    number: fc
      .record({
        fiscalYear: fc.integer({ min: 2020, max: 2040 }),
        sequence: fc.integer({ min: 1, max: 99_999 }),
      })
      .map(formatProposalNumber),
    campaignId: words,
    receivedAt: second,
    title: words,
    texts: fc.tuple(words, words),
    effect: maybe('expectedEffect', words),
    hours: maybe('effectHoursPerYear', count),
    yen: maybe('effectYenPerYear', count),
    cost: fc.oneof(
      fc.constant({ needed: false as const }),
      maybe('estimateYen', count).map((estimate) => ({ needed: true as const, ...estimate })),
    ),
    flags: fc.tuple(fc.boolean(), fc.boolean()),
    scopeHint: fc.constantFrom(...scopeHints),
    proposer: fc
      .tuple(
        fc.record({
          personId: id,
          name: words,
          departmentId: words,
          gradeId: words,
          officeKind: fc.constantFrom(...officeKinds),
        }),
        maybe('sectionId', words),
      )
      .map(([base, section]) => ({ ...base, ...section })),
    status: fc.constantFrom(...statuses),
    reviewer: maybe('reviewer', fc.record({ id, name: words })),
    decision: maybe('decision', decision),
    published: fc
      .tuple(
        fc.record({
          status: fc.constantFrom(...statuses),
          seq: fc.integer({ min: 1, max: 99 }),
          at: second,
        }),
        maybe('decision', decision),
      )
      .map(([base, decided]) => ({ ...base, ...decided })),
    due: maybe('publicationDue', fc.record({ due: second, seq: fc.integer({ min: 1, max: 99 }) })),
    trail: fc.constantFrom(
      receivedProposal().trail,
      publishedProposal().trail,
      receivedOnBehalf().trail,
    ),
  })
  .map((given) => ({
    id: given.id,
    number: given.number,
    campaignId: given.campaignId,
    receivedAt: given.receivedAt,
    proposer: given.proposer,
    content: {
      title: given.title,
      currentProblem: given.texts[0],
      proposedContent: given.texts[1],
      categoryId: given.campaignId,
      isDigital: given.flags[0],
      namePublication: given.flags[1],
      cost: given.cost,
      scopeHint: given.scopeHint,
      ...given.effect,
      ...given.hours,
      ...given.yen,
    },
    status: given.status,
    coProposers: [],
    opinions: [],
    published: given.published,
    trail: given.trail,
    ...given.reviewer,
    ...given.decision,
    ...given.due,
  }));

/** What SharePoint gives back: empty columns are absent. */
function asRead(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The lists of the masters by what they hold. */
const masterLists: { readonly [K in MasterKind]: WritableListDefinition<MasterOf[K]> } = allLists;

function expectRoundTrip<T>(list: WritableListDefinition<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      const fields = list.toFields(value);
      expect(list.fromFields(asRead(fields), '1')).toEqual(value);
      expect(list.holds(value, value)).toBe(true);
      const known = new Set(['Title', ...list.columns.map(({ name }) => name)]);
      expect(Object.keys(fields).filter((name) => !known.has(name))).toEqual([]);
    }),
    { numRuns: 100 },
  );
}

test('every proposal reads back as it was written', () => {
  expectRoundTrip(allLists.proposals, proposal);
});

test('a proposal that was received on behalf of somebody reads back, and its trail says how it came', () => {
  const received = receivedOnBehalf();
  const fields = allLists.proposals.toFields(received);
  expect(allLists.proposals.fromFields(asRead(fields), '1')).toEqual(received);
  expect(fields['TrailText']).toMatch(/^1\. .* 木洩日 あおい: 受付（代理受付・紙）$/);
});

test('what whoever sent a proposal was warned of reads back', () => {
  const { content, proposer, id: token, number, campaignId, receivedAt } = receivedProposal();
  const form = { content, proposer, id: token, number, campaignId, receivedAt };
  const received = receiveProposal(form, receivedAt, undefined, ['mail', 'bank-account']);
  const fields = allLists.proposals.toFields(received);
  expect(allLists.proposals.fromFields(asRead(fields), '1')).toStrictEqual(received);
  expect(fields['TrailText']).toMatch(/メールアドレス、口座番号）$/);
});

test('what was blacked out for an office reads back', () => {
  const form = { requestDepartment: 'soumu', requestText: '意見', redaction: 'redacted' };
  const asked = after(reviewedProposal(), 'request-opinion', form);
  expect(asked.opinions).toMatchObject([{ blackedOut: [] }]);
  const fields = allLists.proposals.toFields(asked);
  expect(allLists.proposals.fromFields(asRead(fields), '1')).toEqual(asked);
});

test('every profile reads back as it was written', () => {
  const profile = fc
    .tuple(
      fc.record({
        personId: id,
        name: words,
        departmentId: words,
        gradeId: words,
        officeKind: fc.constantFrom(...officeKinds),
      }),
      maybe('sectionId', words),
    )
    .map(([base, section]) => ({ ...base, ...section }));
  expectRoundTrip(allLists.profiles, profile);
});

test('every conversation reads back as it was written', () => {
  expectRoundTrip(
    allLists.conversations,
    fc.record({
      personId: id,
      conversationId: words,
      serviceUrl: fc.webUrl(),
      botId: words,
      userId: words,
      locale: fc.constantFrom(...locales),
      active: fc.boolean(),
      updatedAt: second,
    }),
  );
});

test('every ledger row reads back as it was written', () => {
  const recipient = fc
    .tuple(
      fc.record({ id, attempts: fc.integer({ min: 0, max: 2 }) }),
      maybe('outcome', fc.constantFrom(...noticeOutcomes)),
      maybe('why', words),
    )
    .map(([base, outcome, why]) => ({ ...base, ...outcome, ...why }));
  expectRoundTrip(
    allLists.notices,
    fc.record({
      key: words,
      proposalId: id,
      seq: count,
      state: fc.constantFrom(...ledgerStates),
      by: fc.oneof(fc.constant(''), words),
      epoch: count,
      until: second,
      recipients: fc.array(recipient, { maxLength: 5 }),
    }),
  );
});

test('every mark of the ledger reads back as it was written', () => {
  expectRoundTrip(
    allLists.noticeMarks,
    fc
      .tuple(fc.record({ derivedThrough: second }), maybe('lostAt', second))
      .map(([base, lost]) => ({ ...base, ...lost })),
  );
});

test('every row of every master reads back as it was written', () => {
  for (const kind of masterKinds) expectMaster(kind);
});

function expectMaster<K extends MasterKind>(kind: K): void {
  expectRoundTrip<MasterOf[K]>(masterLists[kind], masterRows[kind]);
}

test('every campaign reads back as it was written', () => {
  expectRoundTrip(allLists.campaigns, anyCampaign);
});

test.each<[string, string]>([
  ['Themes', '|名称'],
  ['RequiredFields', 'mood'],
  ['ReportClasses', 'received'],
  ['ReportClasses', 'received=good'],
  ['ReportDate', '2027/02/01'],
  ['CalendarJson', '[{"post":"christmas"}]'],
  ['TrailJson', '[{"seq":2}]'],
])('a campaign whose %s says %j is refused by name', (column, value) => {
  const fields = { CampaignId: 'x', Title: 'x', OpensAt: '2026-10-01T00:00:00Z' };
  const usual = { ...fields, Visibility: 'at-once' };
  expect(allLists.campaigns.fromFields(usual, '7')).toMatchObject({ id: 'x', isSample: false });
  expect(() => allLists.campaigns.fromFields({ ...usual, [column]: value }, '7')).toThrow(
    new RegExp(`^MebukiCampaigns, item 7, column ${column}: `),
  );
});

const asFields = (changes: Fields): Fields => ({
  ...asRead(allLists.proposals.toFields(publishedProposal())),
  ...changes,
});

test.each<[string, Fields]>([
  ['Status', { Status: '受付' }],
  ['Number', { Number: 'no. 5' }],
  ['IsDigital', { IsDigital: null }],
  ['ReceivedAt', { ReceivedAt: 'yesterday' }],
  ['PublishedSeq', { PublishedSeq: '5' }],
  ['Title', { Title: null }],
  ['Track', { Track: 'later' }],
  ['PublishedTrack', { PublishedTrack: null }],
  ['DecisionJson', { DecisionJson: '{' }],
  ['TrailJson', { TrailJson: '[{"seq":2}]' }],
])('a proposal whose %s cannot be understood is refused by name', (column, changes) => {
  expect(() => allLists.proposals.fromFields(asFields(changes), '7')).toThrow(
    new RegExp(`^MebukiProposals, item 7, column ${column}: `),
  );
});

test('a member of the trail that a newer version wrote is not dropped silently', () => {
  const [first, ...others] = publishedProposal().trail;
  const trail = JSON.stringify([{ ...first, mood: 'good' }, ...others]);
  expect(() => allLists.proposals.fromFields(asFields({ TrailJson: trail }), '7')).toThrow(
    /TrailJson/,
  );
});
