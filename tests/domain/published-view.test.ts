import type { Proposal } from '../../src/domain/proposal.js';
import { isDecisionInForce, publishedView } from '../../src/domain/published-view.js';
import { statuses } from '../../src/domain/status.js';
import { decided, reason, reviewing } from '../support/act-effect.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { actsAs, done, inStatus, later, published } from '../support/proposal-in-status.js';
import { receivedProposal, sampleNow } from '../support/sample-proposals.js';

const nowhere = { proposal: () => undefined, measureTitle: () => undefined };
const named = {
  ...nowhere,
  measureTitle: (id: string) => (id === 'part' ? '様式の総点検' : undefined),
};

const consenting = (proposal: Proposal): Proposal => ({
  ...proposal,
  content: { ...proposal.content, namePublication: true },
});

test('a received proposal is shown with what was written and nothing else', () => {
  const { number, campaignId, receivedAt, content } = receivedProposal();
  expect(publishedView(receivedProposal())).toEqual({
    number,
    campaignId,
    receivedAt,
    content,
    status: 'received',
    outcome: {},
    links: [],
    at: sampleNow,
    trail: [{ kind: 'received', at: sampleNow }],
  });
});

test('a decision is shown once it is published, with when, and each publication stays a line', () => {
  const view = publishedView(decided());
  const { decision, seq: _, ...rest } = decided().published;
  expect(view).toMatchObject({ status: 'decided', decision, at: rest.at });
  expect(view.trail.map(({ kind }) => kind)).toEqual([
    'received',
    'review-begun',
    'published',
    'published',
  ]);
  expect(view.trail.at(-1)).toEqual({
    kind: 'published',
    at: rest.at,
    status: 'decided',
    decision,
    outcome: {},
  });
});

test('content, review and withdrawal are lines of their own', () => {
  const withdrawn = publishedView(inStatus('withdrawn'));
  expect(withdrawn.trail).toEqual([
    { kind: 'received', at: sampleNow },
    { kind: 'withdrawn', at: later },
  ]);
});

test('an edit is a line, what else is done is none', () => {
  const edit = contentForm({ dice: diceOf([0]) });
  const edited = done(receivedProposal(), 'edit-content', edit, actsAs.proposer);
  const noted = done(edited, 'add-note', { note: '覚え書き' });
  expect(publishedView(noted).trail.map(({ kind }) => kind)).toEqual([
    'received',
    'content-edited',
  ]);
});

test('a way back is told with its reason, a reply with its answer', () => {
  const returned = published(done(decided(), 'return-delegation', { reason }, actsAs.head));
  expect(publishedView(returned).outcome).toEqual({ wayBack: { why: 'returned', reason } });
  const form = { replyAnswer: 'will-start', replyBy: '2027-02-01', replyText: reason };
  const replied = published(done(decided(), 'reply-to-delegation', form, actsAs.owner));
  expect(publishedView(replied).outcome).toEqual({ reply: replied.reply });
});

test('links are shown by the title of their measure, where it has one to show', () => {
  expect(publishedView(inStatus('started'), named).links).toEqual([
    { measureId: 'part', coverage: 'part', remaining: '残り。', title: '様式の総点検' },
  ]);
  expect(publishedView(inStatus('started')).links).toEqual([]);
  expect(publishedView(reviewing(), named).links).toEqual([]);
});

test('of a merged proposal the survivor at the end of the chain is shown, unless it is hidden', () => {
  const pointing = (id: string, into: string | undefined, hidden = false): Proposal => {
    const proposal = receivedProposal({ id, number: `R8-000${id}` });
    const state = { ...proposal.published, ...(into !== undefined && { mergedInto: into }) };
    return { ...proposal, published: state, ...(hidden && { hidden: { reason } }) };
  };
  const shown = (...all: readonly Proposal[]) =>
    publishedView(pointing('1', '2'), {
      ...nowhere,
      proposal: (id) => all.find((each) => each.id === id),
    }).mergedInto;
  expect(shown(pointing('2', '3'), pointing('3', undefined))).toEqual({
    number: 'R8-0003',
    status: 'received',
  });
  expect(shown(pointing('2', undefined))).toEqual({ number: 'R8-0002', status: 'received' });
  expect(shown(pointing('2', undefined, true))).toEqual({});
  expect(shown(pointing('2', '3'))).toEqual({});
  expect(shown()).toEqual({});
  expect(shown(pointing('2', '1'))).toBeUndefined();
  expect(publishedView(reviewing())).not.toHaveProperty('mergedInto');
});

test('the proposer is named with consent, and not before the decision is published', () => {
  expect(publishedView(consenting(decided())).proposerName).toBe(decided().proposer.name);
  expect(publishedView(consenting(reviewing()))).not.toHaveProperty('proposerName');
  expect(publishedView(decided())).not.toHaveProperty('proposerName');
});

test('a decision is in force from the decision to its realisation', () => {
  expect(statuses.filter(isDecisionInForce)).toEqual([
    'decided',
    'started',
    'partially-realised',
    'realised',
  ]);
});

test('on a cycle of merges the earlier number goes on, as in every count', () => {
  const [first, second] = ['R8-0001', 'R8-0002'].map((number) => {
    const proposal = { ...decided(), id: number, number };
    const mergedInto = number === 'R8-0001' ? 'R8-0002' : 'R8-0001';
    return { ...proposal, published: { ...proposal.published, mergedInto } };
  });
  if (!first || !second) throw new Error('there are two');
  const around = { ...nowhere, proposal: (id: string) => (id === first.id ? first : second) };
  expect(publishedView(first, around)).not.toHaveProperty('mergedInto');
  expect(publishedView(second, around).mergedInto).toEqual({
    number: 'R8-0001',
    status: 'decided',
  });
});
