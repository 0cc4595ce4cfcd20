import {
  acceptsForm,
  type Campaign,
  isOpen,
  nextReportDay,
  openCampaign,
  themesOffered,
} from '../../src/domain/campaign.js';
import { rolesOf } from '../../src/domain/member.js';
import { maySeePublished } from '../../src/domain/visibility.js';
import { after, receivedProposal } from '../support/sample-proposals.js';

const closesAt = Date.parse('2026-10-27T15:00:00Z');
const campaign: Campaign = {
  id: 'demo',
  title: '働き方改革',
  opensAt: Date.parse('2026-09-14T15:00:00Z'),
  closesAt,
  visibility: 'after-review-begins',
  isSample: true,
};
const minute = 60_000;

test('a campaign is open to the last instant of its last day', () => {
  expect(isOpen(campaign, closesAt - 1)).toBe(true);
  expect(isOpen(campaign, closesAt)).toBe(false);
  expect(isOpen(campaign, campaign.opensAt - 1)).toBe(false);
});

test('a form opened in time may be sent ten minutes after the end, one opened later may not', () => {
  expect(acceptsForm(campaign, closesAt - minute, closesAt + 9 * minute)).toBe(true);
  expect(acceptsForm(campaign, closesAt - minute, closesAt + 10 * minute)).toBe(false);
  expect(acceptsForm(campaign, closesAt, closesAt + minute)).toBe(false);
  expect(acceptsForm(campaign, 0, campaign.opensAt - 1)).toBe(false);
});

test('an always open campaign takes a form whenever it was opened, and none before it opens', () => {
  const { closesAt: _, ...always } = campaign;
  expect(acceptsForm(always, 0, closesAt + minute)).toBe(true);
  expect(acceptsForm(always, 0, always.opensAt - 1)).toBe(false);
});

test('a campaign without themes offers none', () => {
  expect(themesOffered(campaign)).toEqual([]);
});

test('headquarters are reported to next on the first day to come, of whichever campaign', () => {
  const days = ['2027-03-01', undefined, '2026-10-05', '2026-12-01'];
  const campaigns = days.map((reportDate) => (reportDate === undefined ? {} : { reportDate }));
  expect(nextReportDay(campaigns, '2026-10-05')).toBe('2026-10-05');
  expect(nextReportDay(campaigns, '2026-10-06')).toBe('2026-12-01');
  expect(nextReportDay(campaigns, '2027-03-02')).toBeUndefined();
});

test('of several open campaigns the one that closes first is offered', () => {
  const { closesAt: _, ...always } = { ...campaign, id: 'always' };
  expect(openCampaign([always, campaign], closesAt - 1)?.id).toBe('demo');
  expect(openCampaign([always, campaign], closesAt)?.id).toBe('always');
});

test('a role counts on its days only', () => {
  const members = [
    { personId: 'a', name: 'A', role: 'secretariat' as const, validTo: '2027-03-31' },
    { personId: 'a', name: 'A', role: 'owner' as const, validFrom: '2027-04-01' },
  ];
  expect(rolesOf(members, 'a', '2027-03-31')).toEqual(['secretariat']);
  expect(rolesOf(members, 'a', '2027-04-01')).toEqual(['owner']);
  expect(rolesOf(members, 'b', '2027-04-01')).toEqual([]);
});

test('others see a proposal from its review on, its proposer always', () => {
  const received = receivedProposal();
  const reviewing = after(received, 'begin-review');
  expect(maySeePublished(received, campaign, 'someone')).toBe(false);
  expect(maySeePublished(received, campaign, received.proposer.personId)).toBe(true);
  expect(maySeePublished(reviewing, campaign, 'someone')).toBe(true);
  expect(maySeePublished(reviewing, { ...campaign, visibility: 'secretariat-only' }, 'x')).toBe(
    false,
  );
  expect(maySeePublished(received, { ...campaign, visibility: 'at-once' }, 'x')).toBe(true);
  expect(maySeePublished(reviewing, undefined, 'someone')).toBe(false);
});
