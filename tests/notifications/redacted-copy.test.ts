import type { ChannelMapping } from '../../src/domain/channel-map.js';
import { noticesOf } from '../../src/domain/notice.js';
import { theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import { composeNotices } from '../../src/notifications/compose-notices.js';
import type { Register } from '../../src/usecases/ports.js';
import { cards } from '../support/sample-cards.js';
import { sampleMasters } from '../support/sample-masters.js';
import {
  after,
  allowedValue,
  receivedProposal,
  sampleContext,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const soumu: ChannelMapping = {
  id: 'soumu',
  purpose: 'department',
  departmentId: 'soumu',
  teamId: 't',
  channelId: '19:soumu',
  label: '総務部',
};
const all: ChannelMapping = { ...soumu, id: 'all', purpose: 'staff-updates', channelId: '19:all' };
const [head, follower] = ['head-of-soumu', 'follower'];
const context = {
  ...sampleContext,
  channelMap: [soumu, all],
  supportersOf: () => [head, follower],
};
const register = {
  masters: () => sampleMasters,
  members: () => [{ personId: head, name: '課長', role: 'head', departmentId: 'soumu' }],
  channelMap: () => context.channelMap,
  preference: () => undefined,
  conversation: () => undefined,
  campaigns: () => [{ ...sampleContext.campaign, id: 'fy2026' }],
  proposal: () => undefined,
  measure: () => undefined,
} as unknown as Register;
const compose = composeNotices(cards, register, { now: () => sampleNow });

/** From 土木建築部, which its title names. */
function telling(): Proposal {
  const received = receivedProposal();
  const content = { ...received.content, title: '土木建築部の押印をやめる' };
  return after({ ...received, campaignId: 'fy2026', content }, 'begin-review');
}

const request = { requestDepartment: 'soumu', requestText: '規則は何本ありますか。' };
const asked = (redaction: string): Proposal =>
  after(telling(), 'request-opinion', { ...request, redaction }, secretaryAct, context);

/** The cards of the last entry, by whom they are for. */
function told(proposal: Proposal): ReadonlyMap<string, string> {
  const entry = proposal.trail.at(-1);
  const drawn = (entry ? noticesOf(proposal.id, entry) : []).flatMap((intent) => {
    const { place } = intent;
    const ids =
      place.kind === 'people'
        ? place.people.map(({ personId }) => personId)
        : [place.channel.channelId];
    return ids.map((id) => [id, JSON.stringify(compose(proposal, intent, 'ja', id))] as const);
  });
  return new Map(drawn);
}

test('the office that is asked reads in its channel what the secretariat chose', () => {
  const card = told(asked('redacted')).get('19:soumu');
  expect(card).toContain('○○の押印をやめる');
  expect(card).not.toContain('土木建築部');
  expect(told(asked('as-written')).get('19:soumu')).toContain('土木建築部の押印をやめる');
});

test('what is published later is told to that office, and to who acts for it, in the same copy', () => {
  const decided = after(
    asked('redacted'),
    'decide-track',
    sampleDecisionForm,
    secretaryAct,
    context,
  );
  const due = after(decided, 'publish', {}, secretaryAct, context);
  const cardsTold = told(
    allowedValue(releasePublication(due, { by: theSystem, at: sampleNow + 10_000 }, context)),
  );
  const read = [...cardsTold].map(([id, card]) => [id, card.includes('土木建築部の押印')]);
  expect(Object.fromEntries(read)).toEqual({
    '19:soumu': false,
    '19:all': true,
    [head]: false,
    [follower]: true,
    [decided.proposer.personId]: true,
  });
  expect(cardsTold.get('19:soumu')).toContain('○○の押印をやめる');
  expect(cardsTold.get(head)).toContain('○○の押印をやめる');
});
