import {
  decided,
  type Effects,
  effectContext,
  expectEffect,
  reason,
  requested,
  requestId,
  reviewing,
  toContributors,
  toDesk,
  toOffice,
} from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, later, rightForms } from '../support/proposal-in-status.js';
import { did, receivedProposal } from '../support/sample-proposals.js';

const { secretariat, proposer, owner } = actsAs;
const given = { at: later, by: owner.by };

const effects: Effects = {
  'the proposer writes it anew': [
    'edit-content',
    {
      on: () => inStatus('received'),
      form: {
        title: '新しい件名',
        currentProblem: '今の問題',
        proposedContent: '新しい提案',
        category: 'paperless',
        isDigital: 'digital',
        costNeeded: 'no',
        department: 'soumu',
        jobGrade: 'shunin',
      },
      by: proposer,
      entry: { kind: 'content-edited' },
      state: {
        content: { title: '新しい件名', isDigital: true },
        proposer: { personId: proposer.by.id, departmentId: 'soumu', officeKind: 'branch' },
      },
    },
  ],
  'a question of the secretariat itself names no request': [
    'ask-question',
    {
      form: { question: 'どの様式ですか。' },
      entry: { kind: 'question-asked', requestId: undefined },
      state: { question: { resume: 'reviewing', requestId: undefined } },
    },
  ],
  'a request is sent back to nowhere else': [
    'return-request',
    {
      on: requested,
      form: { requestId: requestId(), reason },
      by: owner,
      entry: { kind: 'opinion-returned', suggestedDepartmentId: undefined },
      state: { opinions: [{ returned: { reason, suggestedDepartmentId: undefined } }] },
    },
  ],
  'a classification is corrected whatever waits': [
    'reclassify',
    {
      on: () => done(done(reviewing(), 'decide-track', rightForms['decide-track']), 'publish'),
      form: { category: 'paperless', isDigital: 'non-digital', costNeeded: 'no', reason },
      entry: {
        kind: 'reclassified',
        classification: { categoryId: 'paperless', isDigital: false, costNeeded: false },
      },
    },
  ],
  'a note is kept in the trail alone': [
    'add-note',
    {
      form: { note: ' 覚え書き ' },
      entry: { kind: 'note-added', text: '覚え書き' },
      state: { status: 'reviewing', content: { title: '押印を求める庁内様式の全廃' } },
    },
  ],
  'an invited person accepts': [
    'answer-invitation',
    {
      on: () =>
        done(
          receivedProposal(),
          'invite-co-proposer',
          { person: people.owner.id, personName: people.owner.name },
          proposer,
        ),
      form: { invitation: 'accepted' },
      by: owner,
      entry: { kind: 'co-proposer-answered', personId: people.owner.id, answer: 'accepted' },
      state: {
        coProposers: [{ personId: people.owner.id, name: people.owner.name, answer: 'accepted' }],
      },
    },
  ],
  'an invited person is told, at most once': [
    'invite-co-proposer',
    {
      on: receivedProposal,
      form: { person: ` ${people.friend.id.toUpperCase()} `, personName: people.friend.name },
      by: proposer,
      entry: {
        kind: 'co-proposer-invited',
        personId: people.friend.id,
        name: people.friend.name,
        audience: {
          people: [{ personId: people.friend.id, as: 'co-proposer' }],
          channels: [],
          asOf: later,
        },
      },
      state: {
        coProposers: [{ personId: people.friend.id, name: people.friend.name, answer: 'invited' }],
      },
    },
  ],
  'a presentation is accepted': [
    'answer-presentation',
    {
      on: () =>
        done(decided(), 'invite-to-present', { meeting: '意見交換会', heldOn: '2026-12-01' }),
      form: { invitation: 'accepted' },
      by: proposer,
      entry: { kind: 'presentation-answered', answer: 'accepted' },
      state: { presentation: { meeting: '意見交換会', heldOn: '2026-12-01', answer: 'accepted' } },
    },
  ],
  'who proposed it is invited to present it, today at the earliest': [
    'invite-to-present',
    {
      form: { meeting: '意見交換会', heldOn: '2026-11-23' },
      entry: { kind: 'presentation-invited', meeting: '意見交換会', heldOn: '2026-11-23' },
      state: { presentation: { meeting: '意見交換会', heldOn: '2026-11-23', answer: 'invited' } },
    },
  ],
  'a question is asked, with ten working days to answer, on behalf of an office that stays unnamed':
    [
      'ask-question',
      {
        on: requested,
        form: { question: 'どの様式ですか。', requestId: ` ${requestId()} ` },
        entry: {
          kind: 'question-asked',
          text: 'どの様式ですか。',
          dueOn: '2026-12-07',
          requestId: requestId(),
          audience: toContributors,
        },
        state: {
          status: 'clarifying',
          question: {
            text: 'どの様式ですか。',
            askedAt: later,
            dueOn: '2026-12-07',
            resume: 'reviewing',
            requestId: requestId(),
          },
          published: { status: 'clarifying' },
        },
      },
    ],
  'an answer leads back to where it was asked': [
    'answer-question',
    {
      on: () => inStatus('clarifying'),
      form: { answer: '申請の様式です。' },
      by: proposer,
      entry: { kind: 'question-answered', text: '申請の様式です。', audience: toDesk },
      state: { status: 'received', question: undefined, published: { status: 'received' } },
    },
  ],
  'without an answer the review begins, by whoever went on': [
    'drop-question',
    {
      on: () => inStatus('clarifying'),
      form: { note: '回答なしで進めます。' },
      entry: { kind: 'question-dropped', note: '回答なしで進めます。', audience: toContributors },
      state: {
        status: 'reviewing',
        question: undefined,
        reviewer: secretariat.by,
        published: { status: 'reviewing' },
      },
    },
  ],
  'a review begins and is told at once': [
    'begin-review',
    {
      on: () => inStatus('received'),
      entry: { kind: 'review-begun', reviewer: secretariat.by, audience: toContributors },
      state: { reviewer: secretariat.by, published: { status: 'reviewing', at: later } },
    },
  ],
  'an opinion is asked for within twenty working days': [
    'request-opinion',
    {
      form: { requestDepartment: 'soumu', requestText: '可能ですか。' },
      entry: {
        kind: 'opinion-requested',
        departmentId: 'soumu',
        text: '可能ですか。',
        dueOn: '2026-12-21',
        audience: toOffice,
      },
      state: {
        opinions: [
          {
            id: '5',
            departmentId: 'soumu',
            text: '可能ですか。',
            dueOn: '2026-12-21',
            askedAt: later,
          },
        ],
      },
    },
  ],
  'an opinion is asked for by tomorrow at the earliest': [
    'request-opinion',
    {
      form: { requestDepartment: 'soumu', requestText: '可能ですか。', requestDue: '2026-11-24' },
      entry: { kind: 'opinion-requested', dueOn: '2026-11-24' },
    },
  ],
  'an opinion is given on its request alone': [
    'give-opinion',
    {
      on: () =>
        done(requested(), 'request-opinion', {
          requestDepartment: 'doboku',
          requestText: '土木は。',
        }),
      form: { requestId: requestId(), opinionVerdict: 'infeasible', opinionText: reason },
      by: owner,
      entry: {
        kind: 'opinion-given',
        requestId: requestId(),
        verdict: 'infeasible',
        text: reason,
        audience: toDesk,
      },
      state: {
        opinions: [
          { id: requestId(), opinion: { verdict: 'infeasible', text: reason, ...given } },
          { departmentId: 'doboku', opinion: undefined, returned: undefined },
        ],
      },
    },
  ],
  'a request is sent back with a better office': [
    'return-request',
    {
      on: requested,
      form: { requestId: requestId(), reason, suggestedDepartment: 'doboku' },
      by: owner,
      entry: {
        kind: 'opinion-returned',
        requestId: requestId(),
        reason,
        suggestedDepartmentId: 'doboku',
        audience: toDesk,
      },
      state: { opinions: [{ returned: { reason, suggestedDepartmentId: 'doboku', ...given } }] },
    },
  ],
  'somebody of the secretariat takes it over': [
    'hand-over',
    {
      form: { person: people.secretary.id.toUpperCase(), reason: '異動のため' },
      entry: { kind: 'handed-over', reviewer: people.secretary, reason: '異動のため' },
      state: { reviewer: people.secretary },
    },
  ],
  'costs are marked': [
    'mark-costs',
    {
      form: { humanCost: 'small', physicalCost: 'large', rollout: 'hard', rolloutReason: reason },
      entry: {
        kind: 'marked',
        marks: {
          humanCost: 'small',
          physicalCost: 'large',
          rollout: 'hard',
          rolloutReason: reason,
        },
      },
      state: { marks: { humanCost: 'small', rolloutReason: reason } },
    },
  ],
  'what can be rolled out needs no reason': [
    'mark-costs',
    {
      form: {
        humanCost: 'medium',
        physicalCost: 'unknown',
        rollout: 'possible',
        rolloutReason: '',
      },
      entry: {
        kind: 'marked',
        marks: { humanCost: 'medium', physicalCost: 'unknown', rollout: 'possible' },
      },
    },
  ],
  'a classification is corrected beside the own one': [
    'reclassify',
    {
      form: { category: 'paperless', isDigital: 'digital', costNeeded: 'yes', reason },
      entry: {
        kind: 'reclassified',
        classification: { categoryId: 'paperless', isDigital: true, costNeeded: true },
        reason,
      },
      state: {
        classification: { categoryId: 'paperless', isDigital: true, costNeeded: true },
        content: { isDigital: false, cost: { needed: false } },
      },
    },
  ],
  'it is put into a group': [
    'group',
    {
      form: { issueGroup: ' group-1 ' },
      entry: { kind: 'grouped', issueGroupId: 'group-1' },
      state: { issueGroupId: 'group-1' },
    },
  ],
  'it is taken out of its group': [
    'group',
    {
      on: () => done(reviewing(), 'group', { issueGroup: 'group-1' }),
      form: {},
      entry: { kind: 'grouped', issueGroupId: undefined },
      state: { issueGroupId: undefined },
    },
  ],
  'it is hidden': [
    'hide',
    {
      form: { hidden: 'yes', reason },
      entry: { kind: 'hidden-set', hidden: true, reason },
      state: { hidden: { reason } },
    },
  ],
  'it is shown again': [
    'hide',
    {
      on: () => done(reviewing(), 'hide', { hidden: 'yes', reason }),
      form: { hidden: 'no', reason },
      entry: { kind: 'hidden-set', hidden: false, reason },
      state: { hidden: undefined },
    },
  ],
  'it is merged, and keeps its own status': [
    'merge',
    {
      form: { mergeInto: ' r8-0002 ', reason },
      entry: { kind: 'merged', into: 'other', reason },
      state: { mergedInto: 'other', status: 'reviewing' },
    },
  ],
  'a merge is undone': [
    'unmerge',
    {
      on: () => {
        const result = did(reviewing(), 'merge', { mergeInto: 'R8-0002', reason }, secretariat, {
          ...effectContext,
        });
        if (!result.ok) throw new Error(result.refusal.code);
        return result.value;
      },
      form: { reason },
      entry: { kind: 'unmerged', reason },
      state: { mergedInto: undefined, status: 'reviewing' },
    },
  ],
};

test.each(Object.entries(effects))('%s', (_, [name, effect]) => expectEffect(name, effect));
