import type { Act } from './act.js';
import type { ActContext } from './act-context.js';
import type { Audience, AudiencePart, AudiencePerson } from './audience.js';
import { audienceOf } from './audience-of.js';
import { type Capacity, capacitiesOn } from './capacity.js';
import { type FrozenChunk, mostInEntry } from './frozen-audience.js';
import { holdOf } from './held-publication.js';
import type { Instant } from './instant.js';
import { refuseUnless } from './perform.js';
import type { Proposal, PublicationDue } from './proposal.js';
import { type ProposalState, stateOf } from './proposal-state.js';
import type { Refusal } from './refusal.js';
import { record } from './replay.js';
import { allowed, type Result, refused } from './result.js';
import { sameValue } from './same-value.js';
import type { Status } from './status.js';
import { endsWithdrawn } from './withdrawn-survivor.js';

/** Between asking for a publication and telling anyone. */
export const undoWindowMs = 10_000;

/** Whom a publication tells (domain 1). */
const everyone: readonly AudiencePart[] = [
  'proposer',
  'co-proposer',
  'supporter',
  'staff',
  'owner',
];

/** Whether the working state says something that the published state does not. */
export function isUnpublished(proposal: Proposal): boolean {
  return !sameValue(stateOf(proposal), stateOf(proposal.published));
}

/** Whether there is something to publish, nothing is on its way, and nothing is left open. */
export function canPublish(proposal: Proposal): boolean {
  const { status, question, pending, publicationDue } = proposal;
  const isOpen = question !== undefined || pending !== undefined || status === 'withdrawn';
  return publicationDue === undefined && !isOpen && isUnpublished(proposal);
}

/** Who may publish: the secretariat, and the owner where the campaign says so. */
function publishers({ campaign }: Pick<ActContext, 'campaign'>): readonly Capacity[] {
  return campaign?.ownersPublish ? ['secretariat', 'owner', 'head'] : ['secretariat'];
}

/** What an owner tells of when the campaign leaves that to owners: what it did itself (T7 to T9), nothing decided. */
function toldByOwner({
  status: _s,
  start: _t,
  links: _l,
  realisation: _r,
  ...rest
}: ProposalState) {
  return rest;
}

const ownersStatuses: ReadonlySet<Status> = new Set(['started', 'partially-realised', 'realised']);

/** Refuses an owner what only the secretariat publishes. */
function refuseAsOwner(proposal: Proposal, act: Act): Refusal | undefined {
  const isOwner = capacitiesOn(proposal, act).every((each) => each === 'owner' || each === 'head');
  if (!isOwner) return undefined;
  const isOwnDoing =
    ownersStatuses.has(proposal.status) &&
    sameValue(toldByOwner(stateOf(proposal)), toldByOwner(stateOf(proposal.published)));
  return isOwnDoing ? undefined : { code: 'not-permitted' };
}

/** 一部実現 beside a measure that covers the whole is never told (domain specification 1.7, 3). */
function isSaidTooLittle({ status, links = [] }: Proposal): boolean {
  return status === 'partially-realised' && links.some(({ coverage }) => coverage === 'whole');
}

/**
 * Whether what would be published is the decision of one person alone, who received the proposal on behalf of
 * somebody and therefore knows whose it is.
 */
function isDecidedAlone(proposal: Proposal, { by }: Act): boolean {
  const { receivedFor, published } = proposal;
  return (
    receivedFor?.by.id === by.id &&
    proposal.trail.some(
      (entry) =>
        entry.seq > published.seq && entry.kind === 'track-decided' && entry.by.id === by.id,
    )
  );
}

/** Why a proposal cannot be published now as it stands, or not by this person. */
export function refusePublication(
  proposal: Proposal,
  act: Act,
  context: Pick<ActContext, 'campaign' | 'proposal'>,
): Refusal | undefined {
  return (
    refuseUnless(proposal, act, [...publishers(context), 'system']) ??
    refuseAsOwner(proposal, act) ??
    refuseToSchedule(proposal, context) ??
    (isDecidedAlone(proposal, act) ? { code: 'decided-alone' } : undefined)
  );
}

function refuseToSchedule(
  proposal: Proposal,
  context: Pick<ActContext, 'proposal'>,
): Refusal | undefined {
  const { publicationDue, pending, mergedInto } = proposal;
  if (publicationDue) return { code: 'publication-pending', due: publicationDue.due };
  if (pending) return { code: 'confirmation-pending', what: pending.what };
  if (isSaidTooLittle(proposal)) return { code: 'whole-coverage' };
  if (endsWithdrawn(mergedInto, context)) return { code: 'survivor-withdrawn' };
  return canPublish(proposal) ? undefined : { code: 'nothing-to-publish' };
}

/**
 * Asks for publication: due ten seconds ahead, or at the instant of its release set, so that it can be undone before
 * anyone is told.
 */
export function schedulePublication(
  proposal: Proposal,
  act: Act,
  context: Pick<ActContext, 'campaign' | 'proposal'>,
  set?: Required<Pick<PublicationDue, 'release'>> & { readonly publishAt: number },
): Result<Proposal> {
  const refusal = refusePublication(proposal, act, context);
  if (refusal) return refused(refusal);
  const due = Math.max(act.at + undoWindowMs, set?.publishAt ?? 0);
  const release = set ? { release: set.release } : {};
  return allowed(record(proposal, act, { kind: 'publication-scheduled', due, ...release }));
}

/** Takes a publication back. Of undo and release exactly one wins, because both are conditional writes on the item. */
export function undoPublication(
  proposal: Proposal,
  act: Act,
  context: Pick<ActContext, 'campaign'>,
): Result<Proposal> {
  const refusal = refuseUnless(proposal, act, [...publishers(context), 'system']);
  if (refusal) return refused(refusal);
  if (!proposal.publicationDue) return refused({ code: 'no-publication-to-undo' });
  return allowed(record(proposal, act, { kind: 'publication-undone' }));
}

/** Whom a publication of the present working state would tell. */
export function publicationAudience(
  proposal: Proposal,
  context: Pick<ActContext, 'channelMap' | 'campaign' | 'supportersOf'>,
  at: number,
) {
  return audienceOf(proposal, everyone, context, at);
}

/**
 * Whether a publication is carried out now: it is due, and where it belongs to a release set, that set has begun. Until
 * then cancelling the set can still take it back, however late this is noticed.
 */
export function isReleasable(
  { publicationDue }: { readonly publicationDue?: PublicationDue },
  at: Instant,
  { releaseState }: Pick<ActContext, 'releaseState'>,
): boolean {
  if (!publicationDue || publicationDue.due > at) return false;
  const { release } = publicationDue;
  return release === undefined || releaseState(release.setId) === 'releasing';
}

/** Who of an audience is too many for the trail entry and has to be frozen before the release. */
export function peopleToFreeze({ people }: Audience): readonly AudiencePerson[] {
  return people.length > mostInEntry ? people.filter(({ as }) => as === 'supporter') : [];
}

/** An audience with its supporters in frozen items; who proposed always stands in the entry itself. */
function audienceWith(audience: Audience, frozen: readonly FrozenChunk[]): Audience {
  const [first] = frozen;
  if (!first) return audience;
  return {
    ...audience,
    people: audience.people.filter(({ as }) => as !== 'supporter'),
    frozen: {
      scheduleSeq: first.scheduleSeq,
      chunks: frozen.length,
      people: frozen.reduce((sum, { people }) => sum + people.length, 0),
    },
  };
}

/** What a set does not tell in its posts: that something is to be handed on to a proposer. */
function withoutPosts(audience: Audience): Audience {
  return { ...audience, channels: audience.channels.filter(({ as }) => as === 'through-office') };
}

/**
 * Carries a due publication out: published state, frozen audience and event in one value, written at once. `frozen`
 * holds the supporters where they are too many for the entry, frozen for this very publication. What may not be told
 * in the name of who asked for it, or not at all by now, is held: taken back, for the secretariat to see to.
 */
export function releasePublication(
  proposal: Proposal,
  act: Act,
  context: Pick<
    ActContext,
    'channelMap' | 'campaign' | 'supportersOf' | 'releaseState' | 'proposal' | 'isIdeaOf'
  >,
  frozen: readonly FrozenChunk[] = [],
): Result<Proposal> {
  const { publicationDue } = proposal;
  if (!capacitiesOn(proposal, act).includes('system')) return refused({ code: 'not-permitted' });
  if (!publicationDue || !isReleasable(proposal, act.at, context)) {
    return refused({ code: 'nothing-to-publish' });
  }
  const because = holdOf(proposal, context);
  if (because) return allowed(record(proposal, act, { kind: 'publication-undone', because }));
  const { release, seq } = publicationDue;
  if (frozen.some(({ scheduleSeq }) => scheduleSeq !== seq)) {
    return refused({ code: 'changed-meanwhile' });
  }
  const audience = publicationAudience(proposal, context, act.at);
  return allowed(
    record(proposal, act, {
      kind: 'published',
      state: stateOf(proposal),
      // A set tells the channels of all its items in one post each.
      audience: audienceWith(release ? withoutPosts(audience) : audience, frozen),
      notify: true,
      ...(release && { release }),
    }),
  );
}
