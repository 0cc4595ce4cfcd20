import { statusCardFor, visibleProposal } from '../../src/bot/show-proposal.js';
import type { BotPorts, Speaker } from '../../src/bot/turn.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import { after, receivedProposal, sampleContext, sampleNow } from '../support/sample-proposals.js';

const received = receivedProposal();
const content = { ...received.content, title: '土木建築部の押印をやめる' };
const asked = after(
  after({ ...received, campaignId: 'fy2026', content }, 'begin-review'),
  'request-opinion',
  { requestDepartment: 'soumu', requestText: '規則は何本ありますか。', redaction: 'redacted' },
);
const ports = {
  cards,
  clock: { now: () => sampleNow },
  register: {
    masters: () => sampleMasters,
    campaigns: () => [sampleContext.campaign],
    members: () => [{ personId: 'owner', name: '係長', role: 'owner', departmentId: 'soumu' }],
    proposalByNumber: () => ({ value: asked }),
    proposal: () => undefined,
    measure: () => undefined,
  },
} as unknown as BotPorts;

function shownTo(personId: string): string {
  const speaker: Speaker = { personId, name: '架空', userId: `29:${personId}`, locale: 'ja' };
  const proposal = visibleProposal(ports, speaker, 'R8-0001');
  return proposal ? JSON.stringify(statusCardFor(ports, speaker, proposal)) : '';
}

test('the chat shows the redacted copy to who acts for an office that was handed one, the text to all others', () => {
  expect(shownTo('owner')).toContain('○○の押印をやめる');
  expect(shownTo('owner')).not.toContain('土木建築部');
  expect(shownTo('colleague')).toContain('土木建築部の押印をやめる');
  expect(shownTo(received.proposer.personId)).toContain('土木建築部の押印をやめる');
});
