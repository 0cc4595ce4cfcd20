import { composeDigests } from '../../src/notifications/compose-notices.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  publishedProposal,
  receivedProposal,
  reviewedProposal,
  sampleNow,
} from '../support/sample-proposals.js';

const register = {
  masters: () => sampleMasters,
  campaigns: () => [],
  proposal: () => undefined,
  measure: () => undefined,
} as unknown as Register;
const compose = composeDigests(cards, register, { now: () => sampleNow });

const named = (n: number) => ({
  id: `10000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`,
  number: `R8-00${String(n).padStart(2, '0')}`,
});
const reader = receivedProposal().proposer.personId;

test('each proposal has a line with its published state, which opens it', () => {
  const drawn = compose([publishedProposal(named(1)), receivedProposal(named(2))], 'ja', reader);
  const text = JSON.stringify(drawn.card);
  expect(drawn.summary).toBe('2件の提案に動きがありました');
  expect(text).toContain('朝のまとめ');
  expect(text).toMatch(/R8-0001　対応方針決定/);
  expect(text).toMatch(/R8-0002　受付済/);
  expect(text).toContain('subPageId%22%3A%22proposal%2FR8-0002');
});

test('what is decided and not published is not told', () => {
  const { card } = compose([reviewedProposal(named(3))], 'en', reader);
  expect(JSON.stringify(card)).toContain('There is news of a proposal');
  expect(JSON.stringify(card)).not.toContain('Direction decided');
});

test('more than eight are eight lines and how many more there are', () => {
  const many = Array.from({ length: 12 }, (_, index) => receivedProposal(named(index + 1)));
  const { card } = compose(many, 'ja', reader);
  expect(JSON.stringify(card).match(/R8-00\d\d　/g)).toHaveLength(8);
  expect(JSON.stringify(card)).toContain('ほか4件は、タブで見られます。');
});
