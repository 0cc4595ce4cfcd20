import { composeNotice } from '../../src/cards/compose-notice.js';
import type { Proposal } from '../../src/domain/proposal.js';
import {
  beginReview,
  decideTrack,
  schedulePublication,
  undoPublication,
} from '../../src/domain/proposal.js';
import { publishedView } from '../../src/domain/published-view.js';
import { cards, demoCampaign } from '../support/open-bot.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  allowedValue,
  publishedProposal,
  receivedProposal,
  sampleDecision,
  sampleNow,
  secretary,
} from '../support/sample-proposals.js';

const act = (minutes: number) => ({ by: secretary, at: sampleNow + minutes * 60_000 });
const masters = sampleMasters;

const drawAll = (proposal: Proposal): string => {
  const view = publishedView(proposal);
  const common = { locale: 'ja' as const, masters, view };
  const { proposer } = proposal;
  return JSON.stringify([
    view,
    cards.status({ ...common, isOwn: true, userId: '29:x' }),
    cards.status({ ...common, isOwn: false }),
    cards.receipt({ ...common, campaign: demoCampaign, proposer, userId: '29:x' }),
    cards.publishedChannel({ ...common, as: 'staff' }),
    cards.myProposals('ja', [view]),
  ]);
};

test('over a decision that is not published every card is equal byte for byte', () => {
  const reviewing = allowedValue(beginReview(receivedProposal(), act(1)));
  const before = drawAll(reviewing);
  const decided = allowedValue(decideTrack(reviewing, sampleDecision, act(2)));
  const changed = allowedValue(
    decideTrack(decided, { ...sampleDecision, reason: '別の理由をここに書いています。' }, act(3)),
  );
  const scheduled = allowedValue(schedulePublication(changed, act(4)));
  const undone = allowedValue(undoPublication(scheduled, act(5)));
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

const sources = {
  cards,
  masters: () => masters,
  campaigns: () => [demoCampaign],
  userIdOf: () => '29:wakaba',
};
const people = { kind: 'people' as const, chunk: 0, people: [] };

test('the notice of the first event is the receipt, of later ones the published state', () => {
  const proposal = publishedProposal();
  const intent = { key: 'k', proposalId: proposal.id, place: people };
  const receipt = composeNotice(sources, proposal, { ...intent, seq: 1 }, 'ja');
  const told = composeNotice(sources, proposal, { ...intent, seq: 5 }, 'ja');
  expect(receipt.summary).toBe('R8-0001 提案を受け付けました');
  expect(told.summary).toBe('R8-0001 対応方針が決まりました');
  expect(told.card['refresh']).toMatchObject({ userIds: ['29:wakaba'] });
});

test('the notice for a channel fits the channel', () => {
  const proposal = publishedProposal();
  const notice = (as: 'staff' | 'owner') =>
    composeNotice(
      sources,
      proposal,
      {
        key: 'k',
        proposalId: proposal.id,
        seq: 5,
        place: { kind: 'channel', channel: { channelId: '19:x', as } },
      },
      'ja',
    ).summary;
  expect(notice('staff')).toBe('R8-0001の対応方針が決まりました');
  expect(notice('owner')).toBe('R8-0001の所管になりました');
});
