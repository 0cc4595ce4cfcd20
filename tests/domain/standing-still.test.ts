import type { ActName } from '../../src/domain/acts.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { lastUpdateOf, stateSince } from '../../src/domain/state-since.js';
import {
  decided,
  type Effect,
  effectContext,
  reason,
  requested,
  requestId,
  reviewing,
} from '../support/act-effect.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { people } from '../support/domain-people.js';
import {
  actsAs,
  done,
  inStatus,
  later,
  ofTwo,
  published,
  rightForms,
} from '../support/proposal-in-status.js';
import { after, receivedProposal } from '../support/sample-proposals.js';

const { proposer, owner, secretariat, head } = actsAs;
const soon = later + 86_400_000;
const friend = { person: people.friend.id, personName: people.friend.name };
const invited = () => done(receivedProposal(), 'invite-co-proposer', friend, proposer);
const presenting = () =>
  done(decided(), 'invite-to-present', { meeting: '意見交換会', heldOn: '2026-12-01' });
const opinion = { requestId: requestId(), opinionVerdict: 'feasible', opinionText: reason };
const request = { requestDepartment: 'doboku', requestText: '土木は。' };
const costs = { humanCost: 'small', physicalCost: 'large', rollout: 'possible' };
const difficult = rightForms['propose-difficult'] ?? {};

type Step = Pick<Effect, 'on' | 'form' | 'by'>;
function taken(name: ActName, { on = reviewing, form = {}, by = secretariat }: Step): Proposal {
  return after(on(), name, form, { ...by, at: soon }, effectContext);
}

test.each<[ActName, Step]>([
  ['edit-content', { on: ofTwo, form: contentForm({ dice: diceOf([0]) }), by: proposer }],
  ['invite-co-proposer', { on: receivedProposal, form: friend, by: proposer }],
  [
    'answer-invitation',
    { on: invited, form: { invitation: 'declined' }, by: actsAs['co-proposer'] },
  ],
  ['answer-presentation', { on: presenting, form: { invitation: 'accepted' }, by: proposer }],
  ['request-opinion', { form: request }],
  ['give-opinion', { on: requested, form: opinion, by: owner }],
  ['return-request', { on: requested, form: { requestId: requestId(), reason }, by: owner }],
  ['hand-over', { form: { person: people.secretary.id } }],
  ['mark-costs', { form: costs }],
  ['reclassify', { form: rightForms.reclassify ?? {} }],
  ['group', { form: { issueGroup: 'group-1' } }],
  ['hide', { form: { hidden: 'yes', reason } }],
  ['add-note', { form: { note: '覚え書き' } }],
  ['report-progress', { on: decided, form: { progressAnswer: 'delayed' }, by: owner }],
  ['propose-difficult', { on: decided, form: difficult, by: owner }],
  ['set-priority', { form: { team: '推進班' } }],
  ['invite-to-present', { on: decided, form: { meeting: '会議', heldOn: '2026-12-01' } }],
])('%s is news of a proposal that stays where it stands', (name, step) => {
  const { on = reviewing } = step;
  const proposal = taken(name, step);
  expect(stateSince(proposal)).toBe(stateSince(on()));
  expect(lastUpdateOf(proposal)).toBe(soon);
});

const excluding = () =>
  done(reviewing(), 'propose-exclusion', rightForms['propose-exclusion'] ?? {});
const realising = () =>
  done(inStatus('started'), 'propose-realised', { realisedOn: '2026-10-05', remaining: '残り。' });
const merged = () => taken('merge', { form: { mergeInto: 'R8-0002', reason } });
const waiting = () => done(decided(), 'propose-difficult', difficult);
const linked = () => done(inStatus('started'), 'unlink-measure', { measure: 'part', reason });

test.each<[ActName, Step]>([
  ['withdraw', { on: ofTwo, by: proposer }],
  ['begin-review', { on: ofTwo }],
  ['ask-question', { form: rightForms['ask-question'] ?? {} }],
  ['answer-question', { on: () => inStatus('clarifying'), form: { answer: 'は。' }, by: proposer }],
  ['drop-question', { on: () => inStatus('clarifying'), form: { note: '進めます。' } }],
  ['merge', { form: { mergeInto: 'R8-0002', reason } }],
  ['decide-track', { form: rightForms['decide-track'] ?? {} }],
  ['return-delegation', { on: decided, form: { reason }, by: head }],
  [
    'reply-to-delegation',
    { on: decided, form: rightForms['reply-to-delegation'] ?? {}, by: owner },
  ],
  ['decline-confirmation', { on: waiting, form: { reason }, by: head }],
  ['confirm', { on: waiting, by: head }],
  ['confirm', { on: excluding }],
  ['confirm', { on: realising, by: head }],
  ['unmerge', { on: merged, form: { reason } }],
  ['re-examine', { on: () => inStatus('difficult'), form: { reason } }],
  ['reopen', { on: () => inStatus('out-of-scope'), form: { reason } }],
  ['start-work', { on: decided, form: rightForms['start-work'] ?? {}, by: owner }],
  ['link-measure', { on: linked, form: { measure: 'whole', coverage: 'whole' } }],
  ['unlink-measure', { on: () => inStatus('started'), form: { measure: 'part', reason } }],
  ['partly-realise', { on: () => inStatus('started'), by: owner }],
  ['correct-publication', { on: () => inStatus('realised'), form: { reason } }],
])('%s moves a proposal to where it did not stand before', (name, step) => {
  const proposal = taken(name, step);
  expect(stateSince(proposal)).toBe(soon);
  expect(lastUpdateOf(proposal)).toBe(soon);
});

test('telling of a decision is neither', () => {
  const untold = taken('decide-track', { form: rightForms['decide-track'] ?? {} });
  const told = published(untold);
  expect([stateSince(told), lastUpdateOf(told)]).toEqual([soon, soon]);
});

test('where the entry lies in the archive, the oldest one at hand counts', () => {
  const { trail, ...rest } = done(done(reviewing(), 'add-note', { note: '一' }), 'add-note', {
    note: '二',
  });
  const short = { ...rest, trail: trail.slice(-2) };
  expect(stateSince(short)).toBe(short.trail[0]?.occurredAt);
  const bare = { ...rest, trail: [] };
  expect([stateSince(bare), lastUpdateOf(bare)]).toEqual([rest.receivedAt, rest.receivedAt]);
});
