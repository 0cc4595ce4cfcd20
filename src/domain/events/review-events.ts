import type { Audience } from '../audience.js';
import type { CivilDate } from '../instant.js';
import type { Opinion, OpinionRequest, OpinionReturn, OpinionVerdict } from '../opinion.js';
import type { Actor } from '../person.js';
import type { Proposal, PublishedState } from '../proposal.js';
import type { OpenQuestion } from '../proposal-state.js';
import type { Status } from '../status.js';
import type { TrailEntryBase } from '../trail-entry.js';
import type { Classification, TriageMarks } from '../triage-marks.js';
import type { Appliers } from './appliers.js';

/** What happens while a proposal is examined. Values are those after the event. */
export type ReviewEvent =
  | { readonly kind: 'review-begun'; readonly reviewer: Actor; readonly audience: Audience }
  | {
      readonly kind: 'question-asked';
      readonly text: string;
      readonly dueOn: CivilDate;
      readonly requestId?: string;
      readonly audience: Audience;
    }
  | { readonly kind: 'question-answered'; readonly text: string; readonly audience: Audience }
  | { readonly kind: 'question-dropped'; readonly note: string; readonly audience: Audience }
  | {
      readonly kind: 'opinion-requested';
      readonly departmentId: string;
      readonly text: string;
      readonly dueOn: CivilDate;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'opinion-given';
      readonly requestId: string;
      readonly verdict: OpinionVerdict;
      readonly text: string;
      readonly audience: Audience;
    }
  | {
      readonly kind: 'opinion-returned';
      readonly requestId: string;
      readonly reason: string;
      readonly suggestedDepartmentId?: string;
      readonly audience: Audience;
    }
  /** 引継・担当: who works on it for the secretariat from now on. */
  | { readonly kind: 'handed-over'; readonly reviewer: Actor; readonly reason?: string }
  | { readonly kind: 'marked'; readonly marks: TriageMarks }
  | {
      readonly kind: 'reclassified';
      readonly classification: Classification;
      readonly reason: string;
    }
  | { readonly kind: 'grouped'; readonly issueGroupId?: string }
  | { readonly kind: 'hidden-set'; readonly hidden: boolean; readonly reason: string }
  | { readonly kind: 'merged'; readonly into: string; readonly reason: string }
  | { readonly kind: 'unmerged'; readonly reason: string }
  | { readonly kind: 'note-added'; readonly text: string };

/** A status that people hear of at once moves the published state along. */
export function publishedAtOnce(
  { published }: Proposal,
  status: Status,
  { seq, occurredAt }: TrailEntryBase,
): PublishedState {
  return { ...published, status, seq, at: occurredAt };
}

/** Statuses that are published as they change; behind any other a question stays unseen by others. */
const openStatuses: ReadonlySet<Status> = new Set(['received', 'reviewing']);

function asked(
  proposal: Proposal,
  entry: TrailEntryBase & Pick<OpenQuestion, 'text' | 'dueOn' | 'requestId'>,
): Proposal {
  const { text, dueOn, requestId, occurredAt } = entry;
  const publishedBefore = proposal.published.status;
  const question: OpenQuestion = {
    text,
    askedAt: occurredAt,
    dueOn,
    resume: proposal.status === 'received' ? 'received' : 'reviewing',
    publishedBefore,
    ...(requestId !== undefined && { requestId }),
  };
  return {
    ...proposal,
    status: 'clarifying',
    question,
    ...(openStatuses.has(publishedBefore) && {
      published: publishedAtOnce(proposal, 'clarifying', entry),
    }),
  };
}

/** Ends an open question; the proposal goes on with `status`. */
function settled(
  proposal: Proposal,
  entry: TrailEntryBase,
  status: 'received' | 'reviewing',
): Proposal {
  const { question, ...rest } = proposal;
  const wasOpen = question !== undefined && openStatuses.has(question.publishedBefore);
  return {
    ...rest,
    status,
    ...(wasOpen && { published: publishedAtOnce(proposal, status, entry) }),
  };
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
  'opinion-requested': (proposal, { seq, departmentId, text, dueOn, occurredAt }) => {
    const id = String(seq);
    const request: OpinionRequest = { id, departmentId, text, dueOn, askedAt: occurredAt };
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
