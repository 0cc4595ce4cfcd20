import type { Act } from '../../src/domain/act.js';
import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { effectContext, reason, requested, requestId, reviewing } from '../support/act-effect.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, later, ofTwo } from '../support/proposal-in-status.js';
import { did, receivedProposal } from '../support/sample-proposals.js';

const { secretariat, proposer, owner } = actsAs;
const edit = contentForm({ dice: diceOf([0]) });
const friend = { person: people.friend.id, personName: people.friend.name };
const invited = () => done(receivedProposal(), 'invite-co-proposer', friend, proposer);
const nine = () =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].reduce((proposal, n) => {
    const person = `00000000-0000-4000-8000-00000000020${n}`;
    return done(proposal, 'invite-co-proposer', { person, personName: '秋野 しおり' }, proposer);
  }, receivedProposal());
const oneOfNineDeclined = () =>
  done(
    nine(),
    'answer-invitation',
    { invitation: 'declined' },
    {
      by: { id: '00000000-0000-4000-8000-000000000203', name: '秋野 しおり' },
      at: later,
    },
  );
const opinion = { requestId: requestId(), opinionVerdict: 'feasible', opinionText: reason };

type Edge = readonly [string, ActName, () => Proposal, ActForm, Act, string];

const edges: readonly Edge[] = [
  [
    'a question before the review leaves it open to be edited',
    'edit-content',
    () => inStatus('clarifying'),
    edit,
    proposer,
    'allowed',
  ],
  [
    'a question during the review does not',
    'edit-content',
    () => done(reviewing(), 'ask-question', { question: 'か。' }),
    edit,
    proposer,
    'review-has-begun',
  ],
  [
    'nobody but the proposer edits',
    'edit-content',
    ofTwo,
    edit,
    actsAs['co-proposer'],
    'not-permitted',
  ],
  [
    'nobody is invited once a question is open',
    'invite-co-proposer',
    () => inStatus('clarifying'),
    { person: people.owner.id, personName: '双葉' },
    proposer,
    'review-has-begun',
  ],
  ['a tenth is not invited', 'invite-co-proposer', nine, friend, proposer, 'too-many-co-proposers'],
  [
    'unless one of nine declined',
    'invite-co-proposer',
    oneOfNineDeclined,
    friend,
    proposer,
    'allowed',
  ],
  [
    'who declined counts for nothing when invited again',
    'invite-co-proposer',
    oneOfNineDeclined,
    { person: '00000000-0000-4000-8000-000000000203', personName: '秋野' },
    proposer,
    'allowed',
  ],
  [
    'who was not invited does not answer',
    'answer-invitation',
    invited,
    { invitation: 'accepted' },
    owner,
    'not-found',
  ],
  [
    'an invitation is answered once',
    'answer-invitation',
    ofTwo,
    { invitation: 'declined' },
    actsAs['co-proposer'],
    'not-invited',
  ],
  [
    'an invitation is answered with yes or no',
    'answer-invitation',
    invited,
    { invitation: '' },
    actsAs['co-proposer'],
    'invalid-fields',
  ],
  [
    'an opinion needs its request',
    'give-opinion',
    requested,
    { ...opinion, requestId: '' },
    owner,
    'not-found',
  ],
  ['an opinion without any request', 'give-opinion', requested, {}, owner, 'not-found'],
  [
    'a request is found whatever stands around it',
    'give-opinion',
    requested,
    { ...opinion, requestId: ` ${requestId()} ` },
    owner,
    'allowed',
  ],
  [
    'an opinion can be given while the proposer is asked something during the review',
    'give-opinion',
    () => done(requested(), 'ask-question', { question: 'どの様式ですか。' }),
    opinion,
    owner,
    'allowed',
  ],
  ['no other office answers', 'give-opinion', requested, opinion, actsAs.secretariat, 'not-found'],
  [
    'a question can follow an answered opinion of another',
    'ask-question',
    () =>
      done(done(requested(), 'give-opinion', opinion, owner), 'request-opinion', {
        requestDepartment: 'doboku',
        requestText: 'か。',
      }),
    { question: 'か。', requestId: '7' },
    secretariat,
    'allowed',
  ],
  [
    'but not one that is answered',
    'ask-question',
    () => done(requested(), 'give-opinion', opinion, owner),
    { question: 'か。', requestId: requestId() },
    secretariat,
    'invalid-fields',
  ],
  [
    'the review does not go on on the day of the deadline',
    'drop-question',
    () => inStatus('clarifying'),
    { note: 'x' },
    { ...secretariat, at: Date.parse('2026-10-19T14:59:59Z') },
    'too-early-to-drop',
  ],
  [
    'it does on the day after',
    'drop-question',
    () => inStatus('clarifying'),
    { note: 'x' },
    { ...secretariat, at: Date.parse('2026-10-19T15:00:00Z') },
    'allowed',
  ],
  [
    'nobody else goes on without an answer',
    'drop-question',
    () => inStatus('clarifying'),
    { note: 'x' },
    owner,
    'not-permitted',
  ],
  [
    'nor is anybody else told until when it can be answered',
    'drop-question',
    () => inStatus('clarifying'),
    { note: 'x' },
    { ...owner, at: Date.parse('2026-10-06T01:00:00Z') },
    'not-permitted',
  ],
  [
    'without a question there is none to drop',
    'drop-question',
    reviewing,
    { note: 'x' },
    secretariat,
    'transition-not-allowed',
  ],
  ...(['withdrawn', 'out-of-scope'] as const).map(
    (status): Edge => [
      'nobody is invited to present what is over',
      'invite-to-present',
      () => inStatus(status),
      { meeting: '意見交換会', heldOn: '2026-12-01' },
      secretariat,
      'transition-not-allowed',
    ],
  ),
  [
    'nor what goes on as another proposal',
    'invite-to-present',
    () => ({ ...reviewing(), mergedInto: 'other' }),
    { meeting: '意見交換会', heldOn: '2026-12-01' },
    secretariat,
    'merged',
  ],
  [
    'no head of an office confirms that something is out of scope',
    'confirm',
    () =>
      done(
        done(inStatus('decided'), 'return-delegation', { reason }, actsAs.head),
        'propose-exclusion',
        { exclusionReason: 'ordinary-procedure', reason },
      ),
    {},
    actsAs.head,
    'not-permitted',
  ],
];

test.each(edges)('%s (%s)', (_, name, on, form, by, code) => {
  const result = did(on(), name, form, by, effectContext);
  expect(result.ok ? 'allowed' : result.refusal.code).toBe(code);
});
