import type { Decision } from './decision.js';
import type { Instant } from './instant.js';
import type { Proposal } from './proposal.js';
import type { ProposalContent } from './proposal-content.js';
import { compareProposalNumbers, type ProposalNumber } from './proposal-number.js';
import type { MeasureLink, ProposalState } from './proposal-state.js';
import type { Status } from './status.js';
import { publishedTrail, type TrailEntry } from './trail.js';

/** One line of the trail as everyone may read it: no names, no places in the working trail. */
export type PublishedTrailLine =
  | {
      readonly kind: 'received' | 'content-edited' | 'review-begun' | 'withdrawn';
      readonly at: Instant;
    }
  | {
      readonly kind: 'published';
      readonly at: Instant;
      readonly status: Status;
      readonly decision?: Decision;
      readonly outcome: PublishedOutcome;
    };

/** What is published of a proposal beside its status and decision. */
export type PublishedOutcome = Pick<
  ProposalState,
  'start' | 'realisation' | 'difficulty' | 'exclusion' | 'reply' | 'wayBack'
>;

/** A published measure that realises it. */
export interface PublishedLink extends MeasureLink {
  readonly title: string;
}

/** 統合: the proposal that goes on for this one, as it is published; nothing of it where that one is 非公開. */
export interface MergedInto {
  readonly number?: ProposalNumber;
  readonly status?: Status;
}

/** What a published view shows of other records. */
export interface Surroundings {
  readonly proposal: (id: string) => Proposal | undefined;
  /** The title of a measure as it is published; undefined where it is not. */
  readonly measureTitle: (measureId: string) => string | undefined;
}

/**
 * All that anyone outside the deciding offices may see of a proposal (domain 1). It holds nothing that a decision
 * not yet published could change: no working status, no trail length, no revision.
 */
export interface PublishedHead {
  readonly number: ProposalNumber;
  readonly campaignId: string;
  readonly receivedAt: Instant;
  readonly content: ProposalContent;
  readonly status: Status;
  readonly decision?: Decision;
  readonly outcome: PublishedOutcome;
  readonly links: readonly PublishedLink[];
  readonly mergedInto?: MergedInto;
  /** When the published state became what it is. */
  readonly at: Instant;
  /** Only with the proposer's consent, and not while the proposal is judged unseen who wrote it (blind review). */
  readonly proposerName?: string;
}

/** The same with what happened. */
export interface PublishedView extends PublishedHead {
  /** Oldest first. */
  readonly trail: readonly PublishedTrailLine[];
}

/** What came of a proposal in one of its two states: what began, what was realised, what stands in the way. */
export function outcomeOf(state: ProposalState): PublishedOutcome {
  const { start, realisation, difficulty, exclusion, reply, wayBack } = state;
  return {
    ...(start && { start }),
    ...(realisation && { realisation }),
    ...(difficulty && { difficulty }),
    ...(exclusion && { exclusion }),
    ...(reply && { reply }),
    ...(wayBack && { wayBack }),
  };
}

function publishedBy(state: ProposalState) {
  const { status, decision } = state;
  return { status, ...(decision && { decision }), outcome: outcomeOf(state) };
}

function linksOf({ published }: Proposal, { measureTitle }: Surroundings): PublishedLink[] {
  return (published.links ?? []).flatMap((link) => {
    const title = measureTitle(link.measureId);
    return title === undefined ? [] : [{ ...link, title }];
  });
}

/** The proposal at the end of a chain of published merges; on a cycle the earlier number, as in every count. */
function survivorOf(proposal: Proposal, find: Surroundings['proposal']): Proposal | undefined {
  const path = [proposal];
  for (let id = proposal.published.mergedInto; id !== undefined; ) {
    const start = path.findIndex((passed) => passed.id === id);
    if (start >= 0) {
      const cycle = path.slice(start);
      return cycle.toSorted((a, b) => compareProposalNumbers(a.number, b.number))[0];
    }
    const found = find(id);
    if (!found) return undefined;
    path.push(found);
    id = found.published.mergedInto;
  }
  return path.at(-1);
}

function mergedIntoOf(
  proposal: Proposal,
  find: Surroundings['proposal'],
): { readonly mergedInto?: MergedInto } {
  if (proposal.published.mergedInto === undefined) return {};
  const survivor = survivorOf(proposal, find);
  if (survivor?.id === proposal.id) return {};
  if (!survivor || survivor.hidden) return { mergedInto: {} };
  return { mergedInto: { number: survivor.number, status: survivor.published.status } };
}

const decisionStatuses: ReadonlySet<Status> = new Set([
  'decided',
  'started',
  'partially-realised',
  'realised',
]);

/** Whether a decision still says how a proposal is handled; one found difficult or out of scope has its own reason. */
export function isDecisionInForce(status: Status): boolean {
  return decisionStatuses.has(status);
}

const nothingAround: Surroundings = { proposal: () => undefined, measureTitle: () => undefined };

function lineOf(entry: TrailEntry): readonly PublishedTrailLine[] {
  const at = entry.occurredAt;
  switch (entry.kind) {
    case 'received':
    case 'content-edited':
    case 'review-begun':
    case 'withdrawn':
      return [{ kind: entry.kind, at }];
    case 'published':
      return [{ kind: 'published', at, ...publishedBy(entry.state) }];
    default:
      return [];
  }
}

/**
 * The one way from a stored proposal to what cards, tabs and channels for staff may show. Without surroundings, links
 * and the survivor of a merge stay unnamed, which a line of a list does not show.
 */
export function publishedView(
  proposal: Proposal,
  around: Surroundings = nothingAround,
): PublishedView {
  const trail = publishedTrail(proposal.trail).flatMap(lineOf);
  return { ...publishedHead(proposal, around), trail };
}

/** The same without what happened: for lists, which look at no trail. */
export function publishedHead(
  proposal: Proposal,
  around: Surroundings = nothingAround,
): PublishedHead {
  const { number, campaignId, receivedAt, content, published, proposer } = proposal;
  return {
    number,
    campaignId,
    receivedAt,
    content,
    status: published.status,
    ...(published.decision && { decision: published.decision }),
    outcome: outcomeOf(published),
    links: linksOf(proposal, around),
    ...mergedIntoOf(proposal, around.proposal),
    at: published.at,
    ...(content.namePublication && published.decision && { proposerName: proposer.name }),
  };
}
