import {
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
import { did } from '../support/sample-proposals.js';

const { secretariat, owner } = actsAs;
const given = { at: later, by: owner.by };

const effects: Effects = {
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
  'what must come first is noted in one order, once each': [
    'mark-costs',
    {
      form: {
        humanCost: 'small',
        physicalCost: 'small',
        rollout: 'possible',
        startConditions: 'rule-making, prior-coordination,rule-making',
      },
      entry: {
        kind: 'marked',
        marks: {
          humanCost: 'small',
          physicalCost: 'small',
          rollout: 'possible',
          startConditions: ['prior-coordination', 'rule-making'],
        },
      },
    },
  ],
  'that nothing must come first is noted as such': [
    'mark-costs',
    {
      form: {
        humanCost: 'small',
        physicalCost: 'small',
        rollout: 'possible',
        startConditions: 'none',
      },
      entry: {
        kind: 'marked',
        marks: {
          humanCost: 'small',
          physicalCost: 'small',
          rollout: 'possible',
          startConditions: [],
        },
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
