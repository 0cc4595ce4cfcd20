import {
  decided,
  type Effects,
  expectEffect,
  requested,
  requestId,
  toContributors,
  toDesk,
} from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, later } from '../support/proposal-in-status.js';
import { receivedProposal } from '../support/sample-proposals.js';

const { proposer, owner } = actsAs;

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
      entry: {
        kind: 'presentation-invited',
        meeting: '意見交換会',
        heldOn: '2026-11-23',
        audience: toContributors,
      },
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
};

test.each(Object.entries(effects))('%s', (_, [name, effect]) => expectEffect(name, effect));
