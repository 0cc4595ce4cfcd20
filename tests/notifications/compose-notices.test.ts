import { noticesOf } from '../../src/domain/notice.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after,
  receivedProposal,
  reviewedProposal,
  sampleContext,
  sampleNow,
} from '../support/sample-proposals.js';

const register = {
  masters: () => sampleMasters,
  campaigns: () => [{ ...sampleContext.campaign, id: receivedProposal().campaignId }],
  proposal: () => undefined,
  measure: () => undefined,
  preference: () => undefined,
  conversation: (personId: string) => ({
    itemId: '1',
    revision: 'r',
    value: { userId: `29:${personId}` },
  }),
} as unknown as Register;
const compose = composeNotices(cards, register, { now: () => sampleNow });
const text = '対象となる様式の数を教えてください。';
const asked = after(reviewedProposal(), 'ask-question', { question: text });
const entry = asked.trail.at(-1);
const intent = entry && noticesOf(asked.id, entry)[0];

const { personId: proposer } = receivedProposal().proposer;
const drawnFor = (personId: string): string => {
  if (!intent) throw new Error('nobody is told');
  return JSON.stringify(compose(asked, intent, 'ja', personId));
};

test('the card of who proposed renews itself for that person and holds the question', () => {
  const drawn = drawnFor(proposer);
  expect(drawn).toContain(`"userIds":["29:${proposer}"]`);
  expect(drawn).toContain(text);
  expect(drawn).toContain('事務局からの質問');
});

test('the card of another person names nobody else and holds no question', () => {
  const drawn = drawnFor('other');
  expect(drawn).toContain('"userIds":["29:other"]');
  expect(drawn).not.toContain(proposer);
  expect(drawn).not.toContain(text);
  expect(drawn).not.toContain('あなたの提案');
});
