import type {
  IssueGroupAnswer,
  IssueGroupRow,
  IssueGroupsAnswer,
  ProposedGroupsAnswer,
} from '../contract/issue-group-answers.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import { issueGroupCounts } from '../domain/issue-groups/issue-group-counts.js';
import type { IssueGroupEntry } from '../domain/issue-groups/issue-group-events.js';
import { shownLabel } from '../domain/issue-groups/make-issue-group.js';
import type { Proposal } from '../domain/proposal.js';
import type { IssueGroupDraft } from '../domain/similarity/group-issues.js';
import { lastSeq } from '../domain/trail-entry.js';
import { json } from './answer.js';
import type { Read } from './call.js';
import type { ApiDeps } from './deps.js';
import { refusalAnswer } from './refusal-answer.js';

type ApiRegister = ApiDeps['register'];

function rowOf(register: ApiRegister, group: IssueGroup): IssueGroupRow {
  const { id, label, labelState, createdAt, trail } = group;
  const counts = issueGroupCounts(register.issueGroupMembers(id), register);
  return { id, label, labelState, createdAt, ...counts, seq: lastSeq(trail) };
}

/** The working state, without the proposer (blind). */
function memberOf({ number, content, status }: Proposal) {
  return { number, title: content.title, status };
}

function lineOf(entry: IssueGroupEntry): IssueGroupAnswer['trail'][number] {
  const { seq, kind, occurredAt, by } = entry;
  return {
    seq,
    kind,
    occurredAt,
    byName: by.name,
    ...('label' in entry && { label: entry.label }),
    ...('words' in entry && entry.words && { words: [...entry.words] }),
    ...('reason' in entry && { reason: entry.reason }),
  };
}

/** A group as the secretariat works on it. */
export function issueGroupItem(register: ApiRegister, group: IssueGroup): IssueGroupAnswer {
  return {
    ...rowOf(register, group),
    members: register.issueGroupMembers(group.id).map(memberOf),
    ...(group.dissolved && { dissolved: group.dissolved }),
    trail: group.trail.map(lineOf),
  };
}

/** GET /api/issue-groups. */
export const answerIssueGroups: Read = ({ deps: { register } }) => {
  const groups = register.issueGroups().map((group) => rowOf(register, group));
  const answer: IssueGroupsAnswer = { groups };
  return json(answer);
};

/** GET /api/issue-groups/:id. */
export const answerIssueGroup: Read = ({ deps: { register }, params, locale }) => {
  const group = register.issueGroup(params['id'] ?? '')?.value;
  return group
    ? json(issueGroupItem(register, group))
    : refusalAnswer({ code: 'no-such-issue-group' }, locale);
};

/** An offered group as it travels. */
export function draftAnswer(register: ApiRegister, draft: IssueGroupDraft) {
  const { label, words } = shownLabel(draft);
  return {
    label,
    words: draft.words.filter(({ word }) => words.includes(word)).map((word) => ({ ...word })),
    members: draft.ids.flatMap((id) => {
      const proposal = register.proposal(id)?.value;
      return proposal ? [{ ...memberOf(proposal), seq: lastSeq(proposal.trail) }] : [];
    }),
  };
}

/** GET /api/issue-groups/proposed. */
export const answerProposedGroups: Read = async ({ deps: { register, issueGroups } }) => {
  const offered = await issueGroups.offer();
  const answer: ProposedGroupsAnswer =
    offered === 'working'
      ? { state: 'working' }
      : {
          state: 'ready',
          asOf: offered.asOf,
          isCurrent: offered.isCurrent,
          groups: offered.drafts.map((draft) => draftAnswer(register, draft)),
        };
  return json(answer);
};
