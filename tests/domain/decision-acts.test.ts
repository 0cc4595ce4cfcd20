import { actNames, bulkActs } from '../../src/domain/acts.js';
import {
  asked,
  decided,
  type Effects,
  expectEffect,
  reason,
  reviewing,
  toDesk,
} from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, later, rightForms } from '../support/proposal-in-status.js';

const { proposer, owner, head } = actsAs;

const effects: Effects = {
  'progress is reported without a word': [
    'report-progress',
    {
      on: decided,
      form: { progressAnswer: 'on-track' },
      by: head,
      entry: { kind: 'progress-reported', answer: 'on-track', note: undefined },
      state: { progress: { answer: 'on-track', note: undefined } },
    },
  ],
  'a delegation is sent back and examined again': [
    'return-delegation',
    {
      on: decided,
      form: { reason, suggestedDepartment: 'doboku' },
      by: head,
      entry: { kind: 'returned', reason, suggestedDepartmentId: 'doboku', audience: toDesk },
      state: {
        status: 'reviewing',
        decision: undefined,
        wayBack: { why: 'returned', reason },
        published: { status: 'decided' },
      },
    },
  ],
  'a delegation is replied to': [
    'reply-to-delegation',
    {
      on: decided,
      form: { replyAnswer: 'will-start', replyBy: '2026-11-23', replyText: reason },
      by: owner,
      entry: {
        kind: 'delegation-replied',
        answer: 'will-start',
        dueOn: '2026-11-23',
        text: reason,
        audience: toDesk,
      },
      state: {
        status: 'decided',
        reply: { answer: 'will-start', by: '2026-11-23', text: reason, repliedAt: later },
      },
    },
  ],
  'progress is reported': [
    'report-progress',
    {
      on: decided,
      form: { progressAnswer: 'delayed', note: '人手が足りません。' },
      by: owner,
      entry: { kind: 'progress-reported', answer: 'delayed', note: '人手が足りません。' },
      state: { progress: { answer: 'delayed', note: '人手が足りません。', at: later } },
    },
  ],
  'work begins, today at the latest': [
    'start-work',
    {
      on: decided,
      form: { startedOn: '2026-11-23', firstAction: '試行する。' },
      by: owner,
      entry: { kind: 'started', startedOn: '2026-11-23', firstAction: '試行する。' },
      state: {
        status: 'started',
        start: { startedOn: '2026-11-23', firstAction: '試行する。' },
        published: { status: 'decided' },
      },
    },
  ],
  'a measure is linked in part, in place of its earlier link': [
    'link-measure',
    {
      on: () => inStatus('started'),
      form: { measure: ' part ', coverage: 'part', remaining: 'ほかの残り。' },
      by: head,
      entry: {
        kind: 'measure-linked',
        link: { measureId: 'part', coverage: 'part', remaining: 'ほかの残り。' },
      },
      state: { links: [{ measureId: 'part', coverage: 'part', remaining: 'ほかの残り。' }] },
    },
  ],
  'a measure is linked for the whole, which leaves nothing': [
    'link-measure',
    {
      on: () => inStatus('started'),
      form: { measure: 'draft', coverage: 'whole', remaining: '残り。' },
      entry: { kind: 'measure-linked', link: { measureId: 'draft', coverage: 'whole' } },
      state: { links: [{ measureId: 'part' }, { measureId: 'draft', coverage: 'whole' }] },
    },
  ],
  'the last link is taken back': [
    'unlink-measure',
    {
      on: () => inStatus('started'),
      form: { measure: 'part', reason },
      entry: { kind: 'measure-unlinked', measureId: 'part', reason },
      state: { links: undefined, published: { links: [{ measureId: 'part' }] } },
    },
  ],
  'one of two links is taken back': [
    'unlink-measure',
    {
      on: () => done(inStatus('started'), 'link-measure', { measure: 'whole', coverage: 'whole' }),
      form: { measure: 'part', reason },
      entry: { kind: 'measure-unlinked', measureId: 'part' },
      state: { links: [{ measureId: 'whole' }] },
    },
  ],
  'a part is realised': [
    'partly-realise',
    {
      on: () => inStatus('started'),
      by: owner,
      entry: { kind: 'partly-realised' },
      state: { status: 'partially-realised', published: { status: 'started' } },
    },
  ],
  'realised is asked for': [
    'propose-realised',
    {
      on: () => inStatus('started'),
      form: { realisedOn: '2026-11-23', remaining: '出先の分。' },
      by: owner,
      entry: {
        kind: 'confirmation-asked',
        confirmable: {
          what: 'realised',
          realisation: { realisedOn: '2026-11-23', remaining: '出先の分。' },
        },
      },
      state: { status: 'started', pending: { what: 'realised', by: owner.by, at: later } },
    },
  ],
  'realised is confirmed': [
    'confirm',
    {
      on: () => asked('propose-realised', () => inStatus('started')),
      by: head,
      entry: { kind: 'realised', realisation: { realisedOn: '2026-11-20' } },
      state: { status: 'realised', pending: undefined, realisation: { remaining: '出先の分。' } },
    },
  ],
  'too difficult is asked for, for at most ten years': [
    'propose-difficult',
    {
      on: decided,
      form: { reason, reexamineFiscalYear: '２０３６' },
      by: owner,
      entry: {
        kind: 'confirmation-asked',
        confirmable: { what: 'difficult', difficulty: { reason, reexamineFiscalYear: 2036 } },
      },
      state: { status: 'decided', pending: { what: 'difficult' } },
    },
  ],
  'too difficult is confirmed by the head': [
    'confirm',
    {
      on: () => asked('propose-difficult', decided),
      by: head,
      entry: { kind: 'found-difficult', difficulty: { reason, reexamineFiscalYear: 2027 } },
      state: { status: 'difficult', pending: undefined, difficulty: { reexamineFiscalYear: 2027 } },
    },
  ],
  'out of scope is asked for': [
    'propose-exclusion',
    {
      form: { exclusionReason: 'defamation', reason },
      entry: {
        kind: 'confirmation-asked',
        confirmable: { what: 'out-of-scope', exclusion: { reasonCode: 'defamation', reason } },
      },
      state: { status: 'reviewing', pending: { what: 'out-of-scope' } },
    },
  ],
  'out of scope is confirmed': [
    'confirm',
    {
      on: () => done(reviewing(), 'propose-exclusion', rightForms['propose-exclusion']),
      entry: { kind: 'excluded', exclusion: { reasonCode: 'ordinary-procedure', reason } },
      state: { status: 'out-of-scope', pending: undefined, exclusion: { reason } },
    },
  ],
  'the first of two takes it back': [
    'decline-confirmation',
    {
      on: () => asked('propose-difficult', decided),
      form: { reason },
      by: owner,
      entry: { kind: 'confirmation-declined', reason },
      state: { status: 'decided', pending: undefined },
    },
  ],
  'what was difficult is examined again': [
    're-examine',
    {
      on: () => inStatus('difficult'),
      form: { reason },
      entry: { kind: 're-examined', reason },
      state: {
        status: 'reviewing',
        wayBack: { why: 're-examined', reason },
        difficulty: undefined,
        decision: undefined,
      },
    },
  ],
  'the secretariat reopens, and nobody is told at once': [
    'reopen',
    {
      on: () => inStatus('out-of-scope'),
      form: { reason },
      entry: { kind: 'reopened', reason, audience: undefined },
      state: {
        status: 'reviewing',
        wayBack: { why: 'reopened', reason },
        exclusion: undefined,
        reconsidered: false,
      },
    },
  ],
  'the proposer reopens, and the secretariat is told at once': [
    'reopen',
    {
      on: () => inStatus('out-of-scope'),
      form: { reason },
      by: proposer,
      entry: { kind: 'reopened', reason, audience: toDesk },
      state: { status: 'reviewing', reconsidered: true, published: { status: 'out-of-scope' } },
    },
  ],
  'a publication is corrected': [
    'correct-publication',
    {
      on: () => inStatus('realised'),
      form: { reason },
      entry: { kind: 'corrected', reason },
      state: {
        status: 'started',
        realisation: undefined,
        wayBack: { why: 'corrected', reason },
        published: { status: 'realised' },
      },
    },
  ],
  'it is withdrawn': [
    'withdraw',
    {
      on: () => inStatus('clarifying'),
      form: { reason: '別に出します。' },
      by: proposer,
      entry: {
        kind: 'withdrawn',
        reason: '別に出します。',
        audience: {
          people: [{ personId: people.friend.id, as: 'co-proposer' }],
          channels: toDesk.channels,
          asOf: later,
        },
      },
      state: {
        status: 'withdrawn',
        question: undefined,
        published: { status: 'withdrawn', at: later },
      },
    },
  ],
  'it becomes a priority, with its milestones in order': [
    'set-priority',
    {
      form: {
        team: '推進班',
        milestones: '2027-03-31｜本実施\n\n2026-12-01|試行|2026-12-02\n2027-01-15\t説明会\t',
      },
      entry: { kind: 'priority-set' },
      state: {
        priority: {
          team: '推進班',
          milestones: [
            { dueOn: '2026-12-01', title: '試行', doneOn: '2026-12-02' },
            { dueOn: '2027-01-15', title: '説明会' },
            { dueOn: '2027-03-31', title: '本実施' },
          ],
        },
      },
    },
  ],
  'it is no priority any more': [
    'set-priority',
    {
      on: () => done(reviewing(), 'set-priority', { team: '推進班' }),
      form: {},
      entry: { kind: 'priority-set', priority: undefined },
      state: { priority: undefined },
    },
  ],
};

test.each(Object.entries(effects))('%s', (_, [name, effect]) => expectEffect(name, effect));

test('every act stands in the table under a name of its own, and some are for many at once', () => {
  expect(new Set(actNames).size).toBe(actNames.length);
  expect(bulkActs.every((name) => actNames.includes(name))).toBe(true);
  expect(bulkActs).toEqual([...bulkActs].sort());
});
