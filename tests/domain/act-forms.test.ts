import type { Act } from '../../src/domain/act.js';
import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import type { Proposal } from '../../src/domain/proposal.js';
import {
  decided,
  effectContext,
  reason,
  requested,
  requestId,
  reviewing,
} from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus } from '../support/proposal-in-status.js';
import { did, receivedProposal } from '../support/sample-proposals.js';

const { secretariat, proposer, owner, head } = actsAs;
const started = () => inStatus('started');
const long = (length: number): string => 'あ'.repeat(length);

/** What is wrong with a form, as `field: rule` and the bound that was broken. */
function faultsOf(on: Proposal, name: ActName, form: ActForm, by: Act = secretariat): unknown {
  const result = did(on, name, form, by, effectContext);
  if (result.ok) return 'allowed';
  if (result.refusal.code !== 'invalid-fields') return result.refusal.code;
  return result.refusal.fields.map(({ field, rule, limit }) =>
    limit === undefined ? `${field}: ${rule}` : `${field}: ${rule} ${limit}`,
  );
}

type Case = readonly [ActName, () => Proposal, Act, ActForm, readonly string[]];

const cases: readonly Case[] = [
  ['add-note', reviewing, secretariat, {}, ['note: required 1000']],
  ['add-note', reviewing, secretariat, { note: long(1001) }, ['note: too-long 1000']],
  ['ask-question', reviewing, secretariat, { question: long(501) }, ['question: too-long 500']],
  [
    'ask-question',
    requested,
    secretariat,
    { question: 'はい。', requestId: '99' },
    ['requestId: not-a-choice'],
  ],
  [
    'answer-question',
    () => inStatus('clarifying'),
    proposer,
    { answer: long(1001) },
    ['answer: too-long 1000'],
  ],
  [
    'drop-question',
    () => inStatus('clarifying'),
    secretariat,
    { note: '' },
    ['note: required 1000'],
  ],
  [
    'give-opinion',
    requested,
    owner,
    { requestId: requestId() },
    ['opinionVerdict: required', 'opinionText: required 1000'],
  ],
  [
    'give-opinion',
    requested,
    owner,
    { requestId: requestId(), opinionVerdict: 'x', opinionText: '九文字しかないです' },
    ['opinionVerdict: not-a-choice', 'opinionText: too-short 10'],
  ],
  [
    'return-request',
    requested,
    owner,
    { requestId: requestId(), reason, suggestedDepartment: 'old-dept' },
    ['suggestedDepartment: not-a-choice'],
  ],
  ['return-request', requested, owner, { requestId: requestId() }, ['reason: required 500']],
  [
    'request-opinion',
    reviewing,
    secretariat,
    {},
    ['requestDepartment: required', 'requestText: required 500'],
  ],
  [
    'request-opinion',
    reviewing,
    secretariat,
    { requestDepartment: 'old-dept', requestText: 'か。', requestDue: '2026-11-23' },
    ['requestDepartment: not-a-choice', 'requestDue: too-early'],
  ],
  ['hand-over', reviewing, secretariat, {}, ['person: required']],
  ['hand-over', reviewing, secretariat, { person: people.owner.id }, ['person: not-a-choice']],
  ['hand-over', reviewing, secretariat, { person: people.friend.id }, ['person: not-a-choice']],
  [
    'hand-over',
    reviewing,
    secretariat,
    { person: people.secretary.id, reason: long(501) },
    ['reason: too-long 500'],
  ],
  ['hide', reviewing, secretariat, {}, ['hidden: required', 'reason: required 500']],
  ['group', reviewing, secretariat, { issueGroup: 'nowhere' }, ['issueGroup: not-a-choice']],
  [
    'mark-costs',
    reviewing,
    secretariat,
    {},
    ['humanCost: required', 'physicalCost: required', 'rollout: required'],
  ],
  [
    'mark-costs',
    reviewing,
    secretariat,
    { humanCost: 'small', physicalCost: 'small', rollout: 'hard' },
    ['rolloutReason: required 500'],
  ],
  [
    'mark-costs',
    reviewing,
    secretariat,
    {
      humanCost: 'small',
      physicalCost: 'small',
      rollout: 'possible',
      startConditions: 'none,other',
    },
    ['startConditions: not-a-choice'],
  ],
  [
    'reclassify',
    reviewing,
    secretariat,
    { category: 'old' },
    [
      'category: not-a-choice',
      'isDigital: required',
      'costNeeded: required',
      'reason: required 500',
    ],
  ],
  ['merge', reviewing, secretariat, {}, ['reason: required 500', 'mergeInto: required']],
  ['merge', reviewing, secretariat, { mergeInto: 'R8-0099', reason }, ['mergeInto: not-a-choice']],
  ['merge', reviewing, secretariat, { mergeInto: 'x', reason }, ['mergeInto: not-a-choice']],
  [
    'invite-co-proposer',
    receivedProposal,
    proposer,
    {},
    ['person: required', 'personName: required 60'],
  ],
  [
    'invite-co-proposer',
    receivedProposal,
    proposer,
    { person: 'x', personName: '一行目\n二行目' },
    ['person: not-a-choice', 'personName: line-break'],
  ],
  [
    'invite-co-proposer',
    receivedProposal,
    proposer,
    { person: proposer.by.id, personName: '自分' },
    ['person: not-a-choice'],
  ],
  [
    'invite-co-proposer',
    () => inStatus('received'),
    proposer,
    { person: people.friend.id, personName: '友' },
    ['person: not-a-choice'],
  ],
  [
    'invite-co-proposer',
    receivedProposal,
    proposer,
    { person: `${people.friend.id}0`, personName: '友' },
    ['person: not-a-choice'],
  ],
  [
    'invite-co-proposer',
    receivedProposal,
    proposer,
    { person: `0${people.friend.id}`, personName: '友' },
    ['person: not-a-choice'],
  ],
  [
    'invite-to-present',
    decided,
    secretariat,
    { meeting: long(61), heldOn: '2026-11-22' },
    ['meeting: too-long 60', 'heldOn: too-early'],
  ],
  [
    'answer-presentation',
    () => done(decided(), 'invite-to-present', { meeting: '会', heldOn: '2026-12-01' }),
    proposer,
    {},
    ['invitation: required'],
  ],
  ['decide-track', reviewing, secretariat, {}, ['track: required']],
  ['return-delegation', decided, head, { reason: '短い' }, ['reason: too-short 10']],
  [
    'reply-to-delegation',
    decided,
    owner,
    { replyBy: '2026-11-22' },
    ['replyAnswer: required', 'replyBy: too-early', 'replyText: required 500'],
  ],
  [
    'report-progress',
    decided,
    owner,
    { note: long(1001) },
    ['progressAnswer: required', 'note: too-long 1000'],
  ],
  [
    'start-work',
    decided,
    owner,
    { startedOn: '2026-11-24' },
    ['startedOn: too-late', 'firstAction: required 500'],
  ],
  ['link-measure', started, owner, {}, ['measure: required', 'coverage: required']],
  [
    'link-measure',
    started,
    owner,
    { measure: 'nowhere', coverage: 'part' },
    ['measure: not-a-choice', 'remaining: required 500'],
  ],
  [
    'unlink-measure',
    started,
    owner,
    { measure: 'whole' },
    ['measure: not-a-choice', 'reason: required 500'],
  ],
  [
    'propose-realised',
    started,
    owner,
    { realisedOn: '2026-11-24' },
    ['realisedOn: too-late', 'remaining: required'],
  ],
  [
    'propose-difficult',
    decided,
    owner,
    {},
    ['reason: required 500', 'reexamineFiscalYear: required'],
  ],
  [
    'propose-difficult',
    decided,
    owner,
    { reason, reexamineFiscalYear: '2026' },
    ['reexamineFiscalYear: out-of-range 2036'],
  ],
  [
    'propose-difficult',
    decided,
    owner,
    { reason, reexamineFiscalYear: '2037' },
    ['reexamineFiscalYear: out-of-range 2036'],
  ],
  [
    'propose-exclusion',
    reviewing,
    secretariat,
    { exclusionReason: 'x' },
    ['exclusionReason: not-a-choice', 'reason: required 500'],
  ],
  [
    'decline-confirmation',
    () => done(reviewing(), 'propose-exclusion', { exclusionReason: 'other', reason }),
    secretariat,
    { reason: long(501) },
    ['reason: too-long 500'],
  ],
  ['re-examine', () => inStatus('difficult'), secretariat, {}, ['reason: required 500']],
  ['reopen', () => inStatus('out-of-scope'), proposer, {}, ['reason: required 500']],
  ['correct-publication', () => inStatus('realised'), secretariat, {}, ['reason: required 500']],
  ['withdraw', receivedProposal, proposer, { reason: long(501) }, ['reason: too-long 500']],
  ['set-priority', reviewing, secretariat, { team: long(1001) }, ['team: too-long 1000']],
  [
    'set-priority',
    reviewing,
    secretariat,
    { team: '班', milestones: '2026-12-01' },
    ['milestones: not-a-day'],
  ],
  [
    'set-priority',
    reviewing,
    secretariat,
    { team: '班', milestones: '2026-12-01|試行|済' },
    ['milestones: not-a-day'],
  ],
  [
    'set-priority',
    reviewing,
    secretariat,
    { team: '班', milestones: '昨日|試行' },
    ['milestones: not-a-day'],
  ],
  [
    'set-priority',
    reviewing,
    secretariat,
    { team: '班', milestones: Array(21).fill('2026-12-01|試行').join('\n') },
    ['milestones: too-many 20'],
  ],
];

test.each(cases)('%s says what is wrong in a form (%#)', (name, on, by, form, faults) => {
  expect(faultsOf(on(), name, form, by)).toEqual(faults);
});

test('bounds that are just kept are allowed', () => {
  const kept: readonly (readonly [ActName, () => Proposal, Act, ActForm])[] = [
    ['add-note', reviewing, secretariat, { note: long(1000) }],
    ['ask-question', reviewing, secretariat, { question: long(500) }],
    [
      'request-opinion',
      reviewing,
      secretariat,
      { requestDepartment: 'soumu', requestText: long(500) },
    ],
    ['propose-difficult', decided, owner, { reason: long(10), reexamineFiscalYear: '2027' }],
    ['invite-to-present', decided, secretariat, { meeting: long(60), heldOn: '2026-11-23' }],
    [
      'set-priority',
      reviewing,
      secretariat,
      { team: '班', milestones: Array(20).fill('2026-12-01|試行').join('\n') },
    ],
    ['withdraw', receivedProposal, proposer, {}],
  ];
  for (const [name, on, by, form] of kept) {
    expect([name, faultsOf(on(), name, form, by)]).toEqual([name, 'allowed']);
  }
});
