import type { Act } from '../../src/domain/act.js';
import type { ActContext } from '../../src/domain/act-context.js';
import type { ActName } from '../../src/domain/acts.js';
import type { Capacity } from '../../src/domain/capacity.js';
import type { ActForm } from '../../src/domain/commands/command.js';
import type { HeldRole } from '../../src/domain/member.js';
import { type Actor, theSystem } from '../../src/domain/person.js';
import type { Proposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import type { Status } from '../../src/domain/status.js';
import { people } from './domain-people.js';
import {
  after,
  allowedValue,
  receivedProposal,
  sampleContext,
  sampleNow,
  secretaryAct,
} from './sample-proposals.js';

/** Seven weeks after the sample proposals were received, so that every answer is overdue. */
export const later = sampleNow + 49 * 86_400_000;

const reason = '理由は十文字以上で書くことになっています。';

/** A delegation to the office that owner and head of the sample people hold. */
export const delegationForm: ActForm = {
  track: 'delegated',
  ownerDepartment: 'soumu',
  reasonNotOfficeWide: '総務部の様式だけの話です。',
  replyDue: '2027-02-01',
  reason,
};

/** Rules that know two published measures, a draft, and one other proposal. */
export const lifeContext: ActContext = {
  ...sampleContext,
  measureState: (id) => ({ whole: 'published', part: 'published', draft: 'draft' })[id] as 'draft',
  hasIssueGroup: (id) => id === 'group-1',
};

const acting = (by: Actor, roles: readonly HeldRole[]): Act => ({ by, at: later, roles });
const coProposer = people.friend;

/** Somebody for every capacity on a proposal of `inStatus`; nobody else's role plays a part. */
export const actsAs: Readonly<Record<Capacity, Act>> = {
  proposer: acting({ id: receivedProposal().proposer.personId, name: '若葉 みのり' }, []),
  'co-proposer': acting(coProposer, []),
  secretariat: acting(people.secondSecretary, [{ role: 'secretariat' }]),
  owner: acting(people.owner, [{ role: 'owner', departmentId: 'soumu' }]),
  head: acting(people.head, [{ role: 'head', departmentId: 'soumu' }]),
  administrator: acting(people.administrator, [{ role: 'administrator' }]),
  system: { by: theSystem, at: later },
};

/** Does one thing that must be allowed, by a secretary where nobody else is named. */
export const done = (
  proposal: Proposal,
  name: ActName,
  form: ActForm = {},
  act: Act = secretaryAct,
) => after(proposal, name, form, act, lifeContext);

/** Publishes what is decided. */
export function published(proposal: Proposal): Proposal {
  const scheduled = done(proposal, 'publish');
  const due = scheduled.publicationDue?.due ?? 0;
  return allowedValue(releasePublication(scheduled, { by: theSystem, at: due }, lifeContext));
}

/** A received proposal of two people. */
export function ofTwo(): Proposal {
  const form = { person: coProposer.id, personName: coProposer.name };
  const invited = done(receivedProposal(), 'invite-co-proposer', form, {
    ...actsAs.proposer,
    at: sampleNow,
  });
  return done(invited, 'answer-invitation', { invitation: 'accepted' }, actsAs['co-proposer']);
}

const confirmed = (proposal: Proposal): Proposal => done(proposal, 'confirm', {}, actsAs.head);
const reviewing = (): Proposal => done(ofTwo(), 'begin-review');
const decided = (): Proposal => published(done(reviewing(), 'decide-track', delegationForm));
const started = (): Proposal =>
  published(done(decided(), 'start-work', { startedOn: '2026-10-05', firstAction: '試行する。' }));
const linked = (proposal: Proposal): Proposal =>
  done(proposal, 'link-measure', { measure: 'part', coverage: 'part', remaining: '残り。' });

const makers: Readonly<Record<Status, () => Proposal>> = {
  received: ofTwo,
  clarifying: () => done(ofTwo(), 'ask-question', { question: 'どの様式ですか。' }),
  reviewing,
  decided: () => published(linked(decided())),
  started: () => published(linked(started())),
  'partially-realised': () => published(done(linked(started()), 'partly-realise')),
  realised: () => {
    const asked = done(linked(started()), 'propose-realised', {
      realisedOn: '2026-10-05',
      remaining: '出先の分。',
    });
    return published(confirmed(asked));
  },
  difficult: () =>
    published(
      confirmed(done(decided(), 'propose-difficult', { reason, reexamineFiscalYear: '2027' })),
    ),
  'out-of-scope': () =>
    published(
      done(
        done(reviewing(), 'propose-exclusion', { exclusionReason: 'ordinary-procedure', reason }),
        'confirm',
        {},
        actsAs.secretariat,
      ),
    ),
  withdrawn: () => done(ofTwo(), 'withdraw', {}, actsAs.proposer),
};

/** A proposal of two people in a status, with all of it published; its owner is the office of `actsAs`. */
export function inStatus(status: Status): Proposal {
  return makers[status]();
}

/** For every act that carries a transition out a form that is right on the day of `later`. */
export const rightForms: Readonly<Partial<Record<ActName, ActForm>>> = {
  'ask-question': { question: 'どの様式ですか。' },
  'answer-question': { answer: '申請の様式です。' },
  'drop-question': { note: '回答なしで進めます。' },
  'decide-track': delegationForm,
  'return-delegation': { reason },
  'start-work': { startedOn: '2026-11-20', firstAction: '試行する。' },
  'propose-realised': { realisedOn: '2026-11-20', remaining: '出先の分。' },
  'propose-difficult': { reason, reexamineFiscalYear: '2027' },
  're-examine': { reason },
  'propose-exclusion': { exclusionReason: 'ordinary-procedure', reason },
  'correct-publication': { reason },
  reclassify: { category: 'paperless', isDigital: 'digital', costNeeded: 'no', reason },
  reopen: { reason },
  'reply-to-delegation': { replyAnswer: 'will-start', replyBy: '2027-02-01', replyText: reason },
};
