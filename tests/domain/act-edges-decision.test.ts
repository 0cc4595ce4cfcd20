import type { Act } from '../../src/domain/act.js';
import type { ActName } from '../../src/domain/acts.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { decided, effectContext, reason, reviewing } from '../support/act-effect.js';
import { people } from '../support/domain-people.js';
import { actsAs, done, inStatus, rightForms } from '../support/proposal-in-status.js';
import { did } from '../support/sample-proposals.js';

const { secretariat, owner, head, administrator } = actsAs;
const link = { measure: 'whole', coverage: 'whole' };
const changed = () => done(reviewing(), 'decide-track', rightForms['decide-track']);
const scheduled = () => done(changed(), 'publish');
const merged = () => {
  const result = did(
    reviewing(),
    'merge',
    { mergeInto: 'R8-0002', reason },
    secretariat,
    effectContext,
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const exclusion = () => done(reviewing(), 'propose-exclusion', rightForms['propose-exclusion']);
const difficult = (on: Proposal, by: Act) =>
  done(on, 'propose-difficult', rightForms['propose-difficult'], by);
const realised = () =>
  done(inStatus('started'), 'propose-realised', rightForms['propose-realised'], owner);

type Edge = readonly [string, ActName, () => Proposal, ActForm, Act, string];

const edges: readonly Edge[] = [
  ['realised is confirmed by the secretariat too', 'confirm', realised, {}, secretariat, 'allowed'],
  [
    'but not by the staff of the owner',
    'confirm',
    realised,
    {},
    { ...owner, by: people.otherOwner },
    'not-permitted',
  ],
  [
    'difficult is confirmed by the head',
    'confirm',
    () => difficult(decided(), owner),
    {},
    head,
    'allowed',
  ],
  [
    'and by nobody else where there is an owner',
    'confirm',
    () => difficult(decided(), owner),
    {},
    secretariat,
    'not-permitted',
  ],
  [
    'by a second secretary where there is none',
    'confirm',
    () => difficult(reviewing(), { ...secretariat, by: people.everything }),
    {},
    secretariat,
    'allowed',
  ],
  [
    'never by the first',
    'confirm',
    () => difficult(reviewing(), secretariat),
    {},
    secretariat,
    'same-person',
  ],
  ['out of scope is confirmed by a secretary', 'confirm', exclusion, {}, secretariat, 'allowed'],
  ['and by no head', 'confirm', () => exclusion(), {}, head, 'not-permitted'],
  ['nothing waits', 'confirm', decided, {}, secretariat, 'nothing-to-confirm'],
  [
    'nothing waits to be declined',
    'decline-confirmation',
    decided,
    { reason },
    secretariat,
    'nothing-to-confirm',
  ],
  ['the second person declines', 'decline-confirmation', realised, { reason }, head, 'allowed'],
  [
    'no third one does',
    'decline-confirmation',
    realised,
    { reason },
    administrator,
    'not-permitted',
  ],
  [
    'a link waits for the publication',
    'link-measure',
    scheduled,
    link,
    secretariat,
    'publication-pending',
  ],
  [
    'a link waits for the confirmation',
    'link-measure',
    realised,
    link,
    secretariat,
    'confirmation-pending',
  ],
  [
    'so does its end',
    'unlink-measure',
    () => done(done(inStatus('started'), 'link-measure', link), 'publish'),
    { measure: 'part', reason },
    secretariat,
    'publication-pending',
  ],
  [
    'so does its end before a confirmation',
    'unlink-measure',
    realised,
    { measure: 'part', reason },
    secretariat,
    'confirmation-pending',
  ],
  [
    'what is realised keeps its links',
    'unlink-measure',
    () => inStatus('realised'),
    { measure: 'part', reason },
    secretariat,
    'transition-not-allowed',
  ],
  [
    'so does what is partly realised',
    'unlink-measure',
    () => inStatus('partially-realised'),
    { measure: 'part', reason },
    secretariat,
    'transition-not-allowed',
  ],
  [
    'the head takes a link back',
    'unlink-measure',
    () => inStatus('started'),
    { measure: 'part', reason },
    head,
    'allowed',
  ],
  [
    'where nothing is linked there is nothing to take back',
    'unlink-measure',
    reviewing,
    { measure: 'part', reason },
    secretariat,
    'invalid-fields',
  ],
  [
    'without a link nothing is realised in part',
    'partly-realise',
    () => done(inStatus('started'), 'unlink-measure', { measure: 'part', reason }),
    {},
    owner,
    'no-published-measure',
  ],
  [
    'without a link nothing is realised',
    'propose-realised',
    () => done(inStatus('started'), 'unlink-measure', { measure: 'part', reason }),
    { realisedOn: '2026-11-20', remaining: 'x' },
    owner,
    'no-published-measure',
  ],
  [
    'a merged proposal is not merged again',
    'merge',
    merged,
    { mergeInto: 'R8-0002', reason },
    secretariat,
    'merged',
  ],
  ['a merged proposal is not found without a word', 'merge', merged, {}, secretariat, 'merged'],
  [
    'a merge is not undone under a publication',
    'unmerge',
    scheduled,
    { reason },
    secretariat,
    'publication-pending',
  ],
  [
    'a deadline typed as blanks is none',
    'request-opinion',
    reviewing,
    { requestDepartment: 'soumu', requestText: 'か。', requestDue: '　' },
    secretariat,
    'allowed',
  ],
  [
    'an office typed as blanks is none',
    'return-delegation',
    decided,
    { reason, suggestedDepartment: ' ' },
    head,
    'allowed',
  ],
  [
    'a year typed as blanks is none',
    'propose-difficult',
    decided,
    { reason, reexamineFiscalYear: ' ' },
    owner,
    'invalid-fields',
  ],
  [
    'an owner is no successor',
    'hand-over',
    reviewing,
    { person: people.owner.id },
    secretariat,
    'invalid-fields',
  ],
  [
    'progress is reported by the secretariat too',
    'report-progress',
    () => inStatus('started'),
    { progressAnswer: 'on-track' },
    secretariat,
    'allowed',
  ],
  ...(['decided', 'started', 'partially-realised'] as const).map(
    (status): Edge => [
      'and by the office, on whatever it has not finished',
      'report-progress',
      () => inStatus(status),
      { progressAnswer: 'needs-talk' },
      owner,
      'allowed',
    ],
  ),
  [
    'but not on what is realised',
    'report-progress',
    () => inStatus('realised'),
    { progressAnswer: 'on-track' },
    owner,
    'transition-not-allowed',
  ],
  [
    'nor before it is decided',
    'report-progress',
    reviewing,
    { progressAnswer: 'on-track' },
    secretariat,
    'transition-not-allowed',
  ],
  [
    'a milestone has a title that fits a line',
    'set-priority',
    reviewing,
    { team: '班', milestones: `2026-12-01|${'あ'.repeat(61)}` },
    secretariat,
    'invalid-fields',
  ],
  [
    'of sixty characters',
    'set-priority',
    reviewing,
    { team: '班', milestones: `2026-12-01|${'あ'.repeat(60)}` },
    secretariat,
    'allowed',
  ],
  [
    'blanks around it do not count, nor blank lines',
    'set-priority',
    reviewing,
    { team: '班', milestones: ' 2026-12-01 | 試行 | \n　\n2026-12-02|本番|2026-12-03 ' },
    secretariat,
    'allowed',
  ],
];

test.each(edges)('%s (%s)', (_, name, on, form, by, code) => {
  const result = did(on(), name, form, by, effectContext);
  expect(result.ok ? 'allowed' : result.refusal.code).toBe(code);
});
