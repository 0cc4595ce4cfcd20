import type { ActContext } from '../../src/domain/act-context.js';
import type { Proposal } from '../../src/domain/proposal.js';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.js';
import type { Result } from '../../src/domain/result.js';
import { refusalText } from '../../src/text/refusal-texts.js';
import { contentForm, diceOf } from '../support/domain-forms.js';
import { people } from '../support/domain-people.js';
import { receivedOnBehalf } from '../support/handed-in.js';
import {
  actsAs,
  delegationForm,
  done,
  inStatus,
  later,
  lifeContext,
  ofTwo,
  published,
  rightForms,
} from '../support/proposal-in-status.js';
import {
  did,
  receivedProposal,
  sampleDecisionForm,
  sampleNow,
  secretaryAct,
} from '../support/sample-proposals.js';

const reason = '理由は十文字以上で書くことになっています。';
const { secretariat, proposer, owner, head } = actsAs;

const other = receivedProposal({ id: '10000000-0000-4000-8000-000000000002', number: 'R8-0002' });
const knowing = (...known: readonly Proposal[]): ActContext => ({
  ...lifeContext,
  proposal: (id) => known.find((each) => each.id === id),
  proposalByNumber: (number) => known.find((each) => each.number === number),
});
const intoOther = { mergeInto: 'R8-0002', reason };

const ask = (
  proposal: Proposal,
  ...[name, form, act = secretariat, context = lifeContext]: [
    Parameters<typeof did>[1],
    Parameters<typeof did>[2]?,
    Parameters<typeof did>[3]?,
    ActContext?,
  ]
): Result<Proposal> => did(proposal, name, form ?? rightForms[name] ?? {}, act, context);

function value(result: Result<Proposal>): Proposal {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const merged = () =>
  value(ask(inStatus('reviewing'), 'merge', intoOther, secretariat, knowing(other)));
const askedRealised = () => value(ask(inStatus('started'), 'propose-realised', undefined, owner));
const requested = () =>
  done(inStatus('reviewing'), 'request-opinion', {
    requestDepartment: 'soumu',
    requestText: '可能ですか。',
  });
const requestId = () => requested().opinions[0]?.id ?? '';
const opinion = { opinionVerdict: 'feasible', opinionText: '総務部としては実現できます。' };
const reconsidered = () => {
  const asked = value(ask(inStatus('out-of-scope'), 'reopen', undefined, proposer));
  const again = { exclusionReason: 'other', reason };
  const excluded = done(done(asked, 'propose-exclusion', again), 'confirm', {}, secretariat);
  return published(excluded);
};
const scheduled = () =>
  done(done(inStatus('reviewing'), 'decide-track', delegationForm), 'publish');
const invitation = (n: number) => ({
  person: `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
  personName: '秋野 しおり',
});
const full = () =>
  [1, 2, 3, 4, 5, 6, 7, 8].reduce(
    (proposal, n) => done(proposal, 'invite-co-proposer', invitation(n), proposer),
    ofTwo(),
  );
const wholeLink = { measure: 'whole', coverage: 'whole' };

/** For each refusal that a proposal's commands can give, something that is refused with it. */
const refusals: Partial<Record<RefusalCode, () => Result<Proposal>>> = {
  'invalid-fields': () => ask(inStatus('received'), 'ask-question', {}),
  'not-found': () => ask(requested(), 'give-opinion', { requestId: '99', ...opinion }, owner),
  'not-permitted': () => ask(inStatus('received'), 'begin-review', {}, owner),
  'transition-not-allowed': () => ask(inStatus('received'), 'decide-track'),
  'changed-meanwhile': () => {
    const whole = done(inStatus('started'), 'link-measure', wholeLink);
    const asked = value(ask(whole, 'propose-realised', { realisedOn: '2026-11-20' }, owner));
    const measureState = (id: string) => (id === 'part' ? 'published' : undefined);
    return ask(asked, 'confirm', {}, head, { ...lifeContext, measureState });
  },
  'publication-pending': () => ask(scheduled(), 'decide-track'),
  'nothing-to-publish': () => ask(inStatus('decided'), 'publish'),
  'no-publication-to-undo': () => ask(inStatus('decided'), 'undo-publication'),
  'conflict-of-interest': () =>
    ask(
      inStatus('received'),
      'begin-review',
      {},
      { ...proposer, roles: [{ role: 'secretariat' }] },
    ),
  'confirmation-pending': () => ask(askedRealised(), 'decide-track'),
  'nothing-to-confirm': () => ask(inStatus('started'), 'confirm', {}, head),
  'same-person': () =>
    ask(value(ask(inStatus('started'), 'propose-realised', undefined, head)), 'confirm', {}, head),
  'decided-alone': () => {
    const reviewed = did(receivedOnBehalf(), 'begin-review');
    const decided = did(value(reviewed), 'decide-track', sampleDecisionForm);
    return ask(value(decided), 'publish', {}, secretaryAct);
  },
  merged: () => ask(merged(), 'decide-track'),
  'not-merged': () => ask(inStatus('reviewing'), 'unmerge', { reason }),
  'merge-cycle': () => {
    const survivor = receivedProposal({ id: other.id, number: 'R8-0002' });
    const back = { mergeInto: 'R8-0001', reason };
    return ask(survivor, 'merge', back, secretariat, knowing(merged(), survivor));
  },
  'survivor-withdrawn': () => {
    const gone = done(other, 'withdraw', {}, proposer);
    return ask(inStatus('reviewing'), 'merge', intoOther, secretariat, knowing(gone));
  },
  'survivor-of-others': () =>
    ask(other, 'withdraw', {}, proposer, { ...lifeContext, isSurvivor: (id) => id === other.id }),
  'too-early-to-drop': () =>
    ask(inStatus('clarifying'), 'drop-question', undefined, { ...secretariat, at: sampleNow }),
  'not-delegated': () => {
    const start = { ...delegationForm, track: 'start-this-fy', ownerSection: 'bunsho' };
    const form = { ...start, startMonth: '2026-12', startConditions: 'other' };
    return ask(
      published(done(inStatus('reviewing'), 'decide-track', form)),
      'reply-to-delegation',
      undefined,
      owner,
    );
  },
  'request-answered': () => {
    const answered = ask(
      requested(),
      'give-opinion',
      { requestId: requestId(), ...opinion },
      owner,
    );
    return ask(value(answered), 'return-request', { requestId: requestId(), reason }, owner);
  },
  'request-open': () =>
    ask(requested(), 'request-opinion', {
      requestDepartment: 'soumu',
      requestText: '可能ですか。',
    }),
  'no-published-measure': () => {
    const started = done(inStatus('started'), 'unlink-measure', { measure: 'part', reason });
    return ask(started, 'partly-realise', {}, owner);
  },
  'whole-coverage': () =>
    ask(done(inStatus('started'), 'link-measure', wholeLink), 'partly-realise', {}, owner),
  'already-reconsidered': () => ask(reconsidered(), 'reopen', undefined, proposer),
  'review-has-begun': () =>
    ask(inStatus('reviewing'), 'edit-content', contentForm({ dice: diceOf([0]) }), proposer),
  'not-invited': () =>
    ask(inStatus('decided'), 'answer-presentation', { invitation: 'accepted' }, proposer),
  'too-many-co-proposers': () =>
    ask(full(), 'invite-co-proposer', invitation(9), {
      ...proposer,
      at: sampleNow,
    }),
  'not-addressed': () => {
    const campaign = { ...lifeContext.campaign, targetDepartments: ['elsewhere'] };
    return ask(inStatus('received'), 'edit-content', contentForm({ dice: diceOf([0]) }), proposer, {
      ...lifeContext,
      campaign: {
        id: 'fy2026',
        title: '募集',
        opensAt: 0,
        visibility: 'at-once',
        isSample: true,
        ...campaign,
      },
    });
  },
};

function refusalOf(result: Result<Proposal> | undefined): Refusal | undefined {
  return result && !result.ok ? result.refusal : undefined;
}

test.each(Object.entries(refusals))(
  '%s is refused with that code, and said in both languages',
  (code, make) => {
    const refusal = refusalOf(make());
    expect(refusal?.code).toBe(code);
    if (!refusal) return;
    const [ja, en] = [refusalText(refusal, 'ja'), refusalText(refusal, 'en')];
    expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff].*。$/);
    expect(en).toMatch(/^[^\u3040-\u30ff\u4e00-\u9fff]+$/);
    expect(en.length).toBeGreaterThan(10);
  },
);

test('what a refusal says besides its code is what the person needs next', () => {
  expect(refusalOf(refusals['too-early-to-drop']?.())).toEqual({
    code: 'too-early-to-drop',
    dueOn: '2026-10-19',
  });
  expect(refusalOf(refusals['publication-pending']?.())).toMatchObject({ due: sampleNow + 10_000 });
  expect(refusalOf(refusals['confirmation-pending']?.())).toMatchObject({ what: 'realised' });
  expect(refusalOf(refusals['too-many-co-proposers']?.())).toMatchObject({ limit: 9 });
});

test('of a contributor no role counts, and a wrong form is said last', () => {
  const withRole = { ...actsAs['co-proposer'], roles: [{ role: 'secretariat' as const }] };
  expect(refusalOf(ask(inStatus('reviewing'), 'decide-track', {}, withRole))?.code).toBe(
    'conflict-of-interest',
  );
  expect(refusalOf(ask(inStatus('received'), 'decide-track', {}))?.code).toBe(
    'transition-not-allowed',
  );
  expect(refusalOf(ask(scheduled(), 'decide-track', {}))?.code).toBe('publication-pending');
  expect(people.friend.id).toBe(withRole.by.id);
  expect(later).toBeGreaterThan(sampleNow);
});
