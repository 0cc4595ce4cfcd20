import type { Proposal } from '../../src/domain/proposal.js';
import { publishedView } from '../../src/domain/published-view.js';
import { cards, demoCampaign } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after,
  publishedProposal,
  receivedProposal,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const act = (minutes: number) => ({ ...secretaryAct, at: sampleNow + minutes * 60_000 });
const masters = sampleMasters;

const drawAll = (proposal: Proposal): string => {
  const view = publishedView(proposal);
  const common = { locale: 'ja' as const, masters, view };
  const { proposer } = proposal;
  return JSON.stringify([
    view,
    cards.status({ ...common, as: 'proposer', userId: '29:x' }),
    cards.status({ ...common }),
    cards.receipt({ ...common, campaign: demoCampaign, proposer, userId: '29:x' }),
    cards.publishedChannel({ ...common, as: 'staff' }),
    cards.myProposals('ja', [{ view, as: 'proposer' }]),
    cards.sharedProposal({ ...common, campaign: demoCampaign, endorsers: 0, at: sampleNow }),
  ]);
};

test('over a decision that is not published every card is equal byte for byte', () => {
  const reviewing = after(receivedProposal(), 'begin-review', {}, act(1));
  const before = drawAll(reviewing);
  const decided = after(reviewing, 'decide-track', sampleDecisionForm, act(2));
  const changed = after(
    decided,
    'decide-track',
    { ...sampleDecisionForm, reason: '別の理由をここに書いています。' },
    act(3),
  );
  const scheduled = after(changed, 'publish', {}, act(4));
  const undone = after(scheduled, 'undo-publication', {}, act(5));
  for (const working of [decided, changed, scheduled, undone]) {
    expect(drawAll(working)).toBe(before);
  }
});

test('the published view names nobody who works on it and no place in the working trail', () => {
  const view = JSON.stringify(publishedView(publishedProposal()));
  expect(view).not.toMatch(/木洩日|0000000000bb|reviewer|audience|"seq"|decidedSeq|revision/);
});

test('the name of the proposer is in the published view only with consent', () => {
  const silent = publishedProposal();
  const open = { ...silent, content: { ...silent.content, namePublication: true } };
  expect(publishedView(silent).proposerName).toBeUndefined();
  expect(publishedView(open).proposerName).toBe('若葉 みのり');
});

test('a channel reads neither name nor office of the proposer, even with consent', () => {
  const silent = publishedProposal();
  const proposal = { ...silent, content: { ...silent.content, namePublication: true } };
  const drawn = JSON.stringify(
    cards.publishedChannel({ locale: 'ja', masters, view: publishedView(proposal), as: 'staff' }),
  );
  expect(drawn).not.toMatch(/若葉|土木|主任/);
});
