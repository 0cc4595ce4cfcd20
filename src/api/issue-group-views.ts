import type {
  IssueGroupAnswer,
  IssueGroupRow,
  IssueGroupsAnswer,
  ProposedGroupsAnswer,
} from '../contract/issue-group-answers.js';
import type { Act } from '../domain/act.js';
import { isOwnIdea } from '../domain/capacity.js';
import type { IssueGroup } from '../domain/issue-groups/issue-group.js';
import { issueGroupCounts } from '../domain/issue-groups/issue-group-counts.js';
import type { IssueGroupEntry } from '../domain/issue-groups/issue-group-events.js';
import { shownLabel } from '../domain/issue-groups/make-issue-group.js';
import type { Proposal } from '../domain/proposal.js';
import { publishedSeqOf } from '../domain/read-course.js';
import type { IssueGroupDraft } from '../domain/similarity/group-issues.js';
import { lastSeq, lastSeqOf } from '../domain/trail-entry.js';
import { actOf } from './act-of.js';
import { json } from './answer.js';
import type { Read, StaffCall } from './call.js';
import type { ApiDeps } from './deps.js';
import { refusalAnswer } from './refusal-answer.js';

type ApiRegister = ApiDeps['register'];

function rowOf(register: ApiRegister, group: IssueGroup): IssueGroupRow {
  const { id, label, labelState, createdAt, trail } = group;
  const counts = issueGroupCounts(register.issueGroupMembers(id), register);
  return { id, label, labelState, createdAt, ...counts, seq: lastSeq(trail) };
}

/** The working state, without the proposer (blind); of an own proposal what is published of it. */
function memberOf(proposal: Proposal, act: Act) {
  const { number, content, published } = proposal;
  const { status } = isOwnIdea(proposal, act) ? published : proposal;
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
export function issueGroupItem(call: StaffCall, group: IssueGroup): IssueGroupAnswer {
  const { register } = call.deps;
  const act = actOf(call);
  const members = register.issueGroupMembers(group.id);
  return {
    ...rowOf(register, group),
    members: members.map((each) => memberOf(each, act)),
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
export const answerIssueGroup: Read = (call) => {
  const { deps, params, locale } = call;
  const group = deps.register.issueGroup(params['id'] ?? '')?.value;
  return group
    ? json(issueGroupItem(call, group))
    : refusalAnswer({ code: 'no-such-issue-group' }, locale);
};

/** An offered group as it travels. */
function draftAnswer(call: StaffCall, draft: IssueGroupDraft) {
  const { register } = call.deps;
  const act = actOf(call);
  const { label, words } = shownLabel(draft);
  return {
    label,
    words: draft.words.filter(({ word }) => words.includes(word)).map((word) => ({ ...word })),
    members: draft.ids.flatMap((id) => {
      const proposal = register.proposal(id)?.value;
      if (!proposal) return [];
      const isOwn = isOwnIdea(proposal, act);
      const seq = isOwn ? publishedSeqOf(proposal) : lastSeqOf(proposal);
      return [{ ...memberOf(proposal, act), seq }];
    }),
  };
}

/** GET /api/issue-groups/proposed. */
export const answerProposedGroups: Read = async (call) => {
  const offered = await call.deps.issueGroups.offer();
  const answer: ProposedGroupsAnswer =
    offered === 'working'
      ? { state: 'working' }
      : {
          state: 'ready',
          asOf: offered.asOf,
          isCurrent: offered.isCurrent,
          groups: offered.drafts.map((draft) => draftAnswer(call, draft)),
        };
  return json(answer);
};
