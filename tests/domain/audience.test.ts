import type { AudiencePart } from '../../src/domain/audience.js';
import { audienceOf } from '../../src/domain/audience-of.js';
import type { ChannelMapping } from '../../src/domain/channel-map.js';
import { outsideId } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { decided, effectContext, reviewing } from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, delegationForm, done, later, ofTwo } from '../support/proposal-in-status.js';
import { receivedProposal, sampleContext } from '../support/sample-proposals.js';

const [staffChannel] = sampleContext.channelMap;
const [deskChannel, officeChannel] = effectContext.channelMap;
const other: ChannelMapping = {
  ...officeChannel,
  id: 'o',
  departmentId: 'doboku',
  channelId: 'doboku',
};
const channelMap = [...(staffChannel ? [staffChannel] : []), deskChannel, officeChannel, other];
const all: readonly AudiencePart[] = [
  'proposer',
  'co-proposer',
  'supporter',
  'staff',
  'owner',
  'secretariat',
];
const told = (
  proposal: Proposal,
  parts: readonly AudiencePart[],
  changes: Partial<typeof sampleContext> = {},
) => {
  const { people: persons, channels } = audienceOf(
    proposal,
    parts,
    { ...sampleContext, channelMap, ...changes },
    later,
  );
  return [
    ...persons.map(({ personId, as }) => `${as} ${personId}`),
    ...channels.map(({ channelId, as }) => `${as} ${channelId}`),
  ];
};
const proposer = `proposer ${actsAs.proposer.by.id}`;
const friend = { person: people.friend.id, personName: people.friend.name };

test('who was asked to propose it too is told once the answer is yes', () => {
  const invited = done(receivedProposal(), 'invite-co-proposer', friend, actsAs.proposer);
  const declined = done(
    invited,
    'answer-invitation',
    { invitation: 'declined' },
    actsAs['co-proposer'],
  );
  const tell = (proposal: Proposal) => told(proposal, ['proposer', 'co-proposer']);
  expect(tell(invited)).toEqual([proposer]);
  expect(tell(declined)).toEqual([proposer]);
  expect(tell(ofTwo())).toEqual([proposer, `co-proposer ${people.friend.id}`]);
});

test('nobody is told twice, and who supports an own idea is told as its proposer', () => {
  const supportersOf = () => [actsAs.proposer.by.id, 'somebody', 'somebody'];
  expect(told(reviewing(), ['supporter', 'proposer'], { supportersOf })).toEqual([
    proposer,
    'supporter somebody',
  ]);
});

test('each part has its own channels, the owner those of its department', () => {
  expect(told(decided(), ['staff'])).toEqual([`staff ${staffChannel?.channelId}`]);
  expect(told(decided(), ['secretariat'])).toEqual(['secretariat desk']);
  expect(told(decided(), ['owner'])).toEqual(['owner soumu']);
  expect(told(reviewing(), ['owner'])).toEqual([]);
});

test('where the owner changes, both offices are told', () => {
  const moved = done(decided(), 'decide-track', { ...delegationForm, ownerDepartment: 'doboku' });
  expect(told(moved, ['owner'])).toEqual(['owner doboku', 'owner soumu']);
});

test('what not all staff may see is posted to no channel of theirs', () => {
  expect(told(receivedProposal(), all)).toEqual([proposer, 'secretariat desk']);
});

test('who supported what is hidden by now hears of it no more', () => {
  const supportersOf = () => ['somebody'];
  const form = { hidden: 'yes', reason: '個人が分かる内容のため、公開しません。' };
  expect(told(reviewing(), ['supporter'], { supportersOf })).toEqual(['supporter somebody']);
  expect(told(done(reviewing(), 'hide', form), ['supporter'], { supportersOf })).toEqual([]);
});

test('who does not use Teams is told through the secretariat, with whatever tells the proposer', () => {
  const { proposer: person, ...rest } = receivedProposal();
  const outside = { ...rest, proposer: { ...person, personId: outsideId('token') } };
  expect(told(outside, ['proposer'])).toEqual(['through-office desk']);
  expect(told(outside, ['supporter', 'owner'])).toEqual([]);
  expect(told(receivedProposal(), ['proposer', 'owner'])).toEqual([proposer]);
});
