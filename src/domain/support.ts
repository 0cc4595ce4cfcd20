import type { Act } from './act.js';
import type { Campaign } from './campaign.js';
import { isContributor } from './capacity.js';
import type { Instant } from './instant.js';
import type { PersonId } from './person.js';
import type { Proposal } from './proposal.js';
import { editedSeqOf } from './read-course.js';
import type { Refusal } from './refusal.js';
import { allowed, type Result, refused } from './result.js';
import { lastSeqOf } from './trail-entry.js';
import { maySeePublished } from './visibility.js';

/** What a person says of somebody else's proposal: endorses it 賛同, only follows it, or neither any more. */
export const supportStates = ['endorsed', 'following', 'none'] as const;

/** One of them. */
export type SupportState = (typeof supportStates)[number];

/** One person's word on one proposal. It stays with that proposal, whatever the proposal is merged into (domain 4). */
export interface Support {
  readonly proposalId: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly state: SupportState;
  /** When it became so. */
  readonly at: Instant;
  /** The last trail entry of the proposal at that time. */
  readonly seq: number;
}

/** The key of a person's word on a proposal, unique in its list. */
export function supportKey({
  proposalId,
  personId,
}: Pick<Support, 'proposalId' | 'personId'>): string {
  return `${proposalId}|${personId}`;
}

function refuseToSupport(
  proposal: Proposal,
  act: Act,
  campaign: Campaign | undefined,
): Refusal | undefined {
  if (!maySeePublished(proposal, campaign, act.by.id)) return { code: 'not-found' };
  if (isContributor(proposal, act.by.id)) return { code: 'own-proposal' };
  return proposal.published.status === 'withdrawn'
    ? { code: 'transition-not-allowed', present: 'withdrawn', allowed: [] }
    : undefined;
}

/**
 * A person's word on a proposal after an act. Own and co-proposed proposals cannot be supported; one that may not be
 * seen does not exist, but a word once given can always be taken back.
 */
export function giveSupport(
  proposal: Proposal,
  present: Support | undefined,
  state: SupportState,
  act: Act,
  campaign: Campaign | undefined,
): Result<Support> {
  const { id: personId, name } = act.by;
  const given = present !== undefined && present.state !== 'none';
  const isTakenBack = state === 'none' && given;
  const refusal = isTakenBack ? undefined : refuseToSupport(proposal, act, campaign);
  if (refusal) return refused(refusal);
  if (present?.state === state) return allowed(present);
  return allowed({
    proposalId: proposal.id,
    personId,
    name,
    state,
    at: act.at,
    seq: lastSeqOf(proposal),
  });
}

/** Whether the content was edited after a person gave the word in force. */
export function isEditedSince(
  proposal: Pick<Proposal, 'trail' | 'course'>,
  support: Support,
): boolean {
  return (proposal.course?.editedSeq ?? editedSeqOf(proposal.trail)) > support.seq;
}

/** Whether a word counts as an endorsement: not of a proposal that its author has come to propose with others. */
export function isCounted(proposal: Proposal, { state, personId }: Support): boolean {
  return state === 'endorsed' && !isContributor(proposal, personId);
}
