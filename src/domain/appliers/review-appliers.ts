import type { ReviewEvent } from '../events/review-events.js';
import type { Opinion, OpinionRequest, OpinionReturn } from '../opinion.js';
import type { Proposal, PublishedState } from '../proposal.js';
import type { OpenQuestion } from '../proposal-state.js';
import type { Status } from '../status.js';
import type { TrailEntryBase } from '../trail-entry.js';
import type { Appliers } from './appliers.js';

/** A status that people hear of at once moves the published state along. */
export function publishedAtOnce(
  { published }: Proposal,
  status: Status,
  { seq, occurredAt }: TrailEntryBase,
): PublishedState {
  return { ...published, status, seq, at: occurredAt };
}

function asked(
  proposal: Proposal,
  entry: TrailEntryBase & Pick<OpenQuestion, 'text' | 'dueOn' | 'requestId'>,
): Proposal {
  const { text, dueOn, requestId, occurredAt } = entry;
  const question: OpenQuestion = {
    text,
    askedAt: occurredAt,
    dueOn,
    resume: proposal.status === 'received' ? 'received' : 'reviewing',
    ...(requestId !== undefined && { requestId }),
  };
  const published = publishedAtOnce(proposal, 'clarifying', entry);
  return { ...proposal, status: 'clarifying', question, published };
}

/** Ends an open question; the proposal goes on with `status`. */
function settled(
  proposal: Proposal,
  entry: TrailEntryBase,
  status: 'received' | 'reviewing',
): Proposal {
  const { question: _, ...rest } = proposal;
  return { ...rest, status, published: publishedAtOnce(proposal, status, entry) };
}

function withRequest(
  proposal: Proposal,
  requestId: string,
  change: { readonly opinion: Opinion } | { readonly returned: OpinionReturn },
): Proposal {
  const opinions = proposal.opinions.map((request) =>
    request.id === requestId ? { ...request, ...change } : request,
  );
  return { ...proposal, opinions };
}

/** What each of them makes of a proposal. */
export const reviewAppliers: Appliers<ReviewEvent> = {
  'review-begun': (proposal, entry) => ({
    ...proposal,
    status: 'reviewing',
    reviewer: entry.reviewer,
    published: publishedAtOnce(proposal, 'reviewing', entry),
  }),
  'question-asked': asked,
  'question-answered': (proposal, entry) =>
    settled(proposal, entry, proposal.question?.resume ?? 'received'),
  'question-dropped': (proposal, entry) => ({
    ...settled(proposal, entry, 'reviewing'),
    reviewer: proposal.reviewer ?? entry.by,
  }),
  'opinion-requested': (proposal, { seq, departmentId, text, dueOn, occurredAt, blackedOut }) => {
    const asked = { id: String(seq), departmentId, text, dueOn, askedAt: occurredAt };
    const request: OpinionRequest = { ...asked, ...(blackedOut && { blackedOut }) };
    return { ...proposal, opinions: [...proposal.opinions, request] };
  },
  'opinion-given': (proposal, { requestId, verdict, text, by, occurredAt }) =>
    withRequest(proposal, requestId, { opinion: { verdict, text, by, at: occurredAt } }),
  'opinion-returned': (proposal, entry) => {
    const { requestId, reason, suggestedDepartmentId, by, occurredAt } = entry;
    const suggested = suggestedDepartmentId === undefined ? {} : { suggestedDepartmentId };
    const returned = { reason, ...suggested, by, at: occurredAt };
    return withRequest(proposal, requestId, { returned });
  },
  'handed-over': (proposal, { reviewer }) => ({ ...proposal, reviewer }),
  marked: (proposal, { marks }) => ({ ...proposal, marks }),
  reclassified: (proposal, { classification }) => ({ ...proposal, classification }),
  grouped: ({ issueGroupId: _, ...rest }, { issueGroupId }) =>
    issueGroupId === undefined ? rest : { ...rest, issueGroupId },
  'hidden-set': ({ hidden: _, ...rest }, { hidden, reason }) =>
    hidden ? { ...rest, hidden: { reason } } : rest,
  merged: (proposal, { into }) => ({ ...proposal, mergedInto: into }),
  unmerged: ({ mergedInto: _, ...rest }) => rest,
  'note-added': (proposal) => proposal,
};
