import type { Act } from '../../src/domain/act.js';
import type { ActContext } from '../../src/domain/act-context.js';
import { type ActName, acts } from '../../src/domain/acts.js';
import type { ActForm, Command } from '../../src/domain/commands/command.js';
import type { Decision } from '../../src/domain/decision.js';
import { theSystem } from '../../src/domain/person.js';
import { type Proposal, receiveProposal } from '../../src/domain/proposal.js';
import { releasePublication } from '../../src/domain/publication.js';
import type { Result } from '../../src/domain/result.js';
import { sampleKeptForm } from './sample-forms.js';
import { sampleMasters } from './sample-masters.js';

/** Monday 5 October 2026, 10:00 in Tokyo. */
export const sampleNow = Date.parse('2026-10-05T01:00:00Z');

/** An invented secretary. */
export const secretary = { id: '00000000-0000-4000-8000-0000000000bb', name: '木洩日 あおい' };

/** A decision that every rule accepts. */
export const sampleDecision = {
  track: 'start-this-fy',
  owner: { departmentId: 'soumu', sectionId: 'bunsho' },
  startMonth: '2026-12',
  startConditions: ['prior-coordination', 'rule-making'],
  reason: '法令に根拠のない押印欄は、廃止の基準を定めれば全庁で見直せます。',
} as const satisfies Decision;

/** The value of a result that must have been allowed. */
export function allowedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** A received proposal with a number. */
export function receivedProposal(changes: { id?: string; number?: string } = {}): Proposal {
  const kept = sampleKeptForm(changes.id ?? '10000000-0000-4000-8000-000000000001');
  return receiveProposal(
    {
      id: kept.token,
      number: changes.number ?? 'R8-0001',
      campaignId: kept.campaignId,
      receivedAt: kept.receivedAt,
      proposer: { personId: kept.personId, name: kept.personName, ...kept.submission.profile },
      content: kept.submission.content,
    },
    kept.receivedAt,
  );
}

/** The same decision as the secretariat fills it in. */
export const sampleDecisionForm: ActForm = {
  track: 'start-this-fy',
  ownerDepartment: 'soumu',
  ownerSection: 'bunsho',
  startMonth: '2026-12',
  startConditions: 'prior-coordination,rule-making',
  reason: sampleDecision.reason,
};

/** A secretary at work. */
export const secretaryAct: Act = {
  by: secretary,
  at: sampleNow,
  roles: [{ role: 'secretariat' }],
};

/** What the rules may look at: sample masters, one staff channel, everything else empty. */
export const sampleContext: ActContext = {
  masters: sampleMasters,
  members: [],
  channelMap: [
    {
      id: 'all',
      purpose: 'staff-updates',
      teamId: 'team-all',
      channelId: '19:all@thread.tacv2',
      label: '働き方改革のお知らせ',
    },
  ],
  campaign: {
    id: 'fy2026',
    title: '働き方改革のアイデア',
    opensAt: 0,
    visibility: 'after-review-begins',
    isSample: true,
  },
  isHoliday: () => false,
  supportersOf: () => [],
  proposal: () => undefined,
  isSurvivor: () => false,
  isIdeaOf: () => false,
  proposalByNumber: () => undefined,
  measureState: () => undefined,
  releaseState: () => undefined,
  hasIssueGroup: () => false,
  issueGroupShare: () => 0,
};

/** Does one thing with a proposal, by a secretary where nobody else is named. */
export function did(
  proposal: Proposal,
  name: ActName,
  form: ActForm = {},
  act: Act = secretaryAct,
  context: ActContext = sampleContext,
): Result<Proposal> {
  const command: Command = acts[name];
  return command(proposal, form, act, context);
}

/** The same where it must be allowed. */
export const after = (...what: Parameters<typeof did>): Proposal => allowedValue(did(...what));

/** Carries a publication out that is due. */
export function released(proposal: Proposal, at = sampleNow + 10_000): Result<Proposal> {
  return releasePublication(proposal, { by: theSystem, at }, sampleContext);
}

/** A proposal under review. */
export const reviewedProposal = (changes: { id?: string; number?: string } = {}): Proposal =>
  after(receivedProposal(changes), 'begin-review');

/** A proposal with a decision that is not published. */
export const decidedProposal = (changes: { id?: string; number?: string } = {}): Proposal =>
  after(reviewedProposal(changes), 'decide-track', sampleDecisionForm);

/** A proposal whose publication is asked for. */
export const scheduledProposal = (changes: { id?: string; number?: string } = {}): Proposal =>
  after(decidedProposal(changes), 'publish');

/** A proposal after review, decision and publication. */
export function publishedProposal(changes: { id?: string; number?: string } = {}): Proposal {
  return allowedValue(released(scheduledProposal(changes)));
}
