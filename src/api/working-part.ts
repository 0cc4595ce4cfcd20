import type { WorkingPart } from '../contract/triage-answers.js';
import type { Proposal } from '../domain/proposal.js';
import type { ProposalNumber } from '../domain/proposal-number.js';
import type { OpenQuestion } from '../domain/proposal-state.js';
import { outcomeOf } from '../domain/published-view.js';
import type { TriageMarks } from '../domain/triage-marks.js';
import { requestAnswer } from './office-item.js';

/** The number of a proposal by its id; undefined for one that is not known. */
export type NumberOf = (id: string) => ProposalNumber | undefined;

function questionAnswer({ text, askedAt, dueOn, requestId }: OpenQuestion) {
  return { text, askedAt, dueOn, ...(requestId !== undefined && { requestId }) };
}

function marksAnswer({ startConditions, ...rest }: TriageMarks) {
  return { ...rest, ...(startConditions && { startConditions: [...startConditions] }) };
}

/** What the secretariat noted about a proposal to work on it. */
function notesAnswer(proposal: Proposal) {
  const { marks, classification, issueGroupId, hidden, priority, presentation } = proposal;
  return {
    ...(marks && { marks: marksAnswer(marks) }),
    ...(classification && { classification }),
    ...(issueGroupId !== undefined && { issueGroupId }),
    ...(hidden && { hidden }),
    ...(priority && {
      priority: {
        team: priority.team,
        milestones: priority.milestones.map((each) => ({ ...each })),
      },
    }),
    ...(presentation && { presentation }),
  };
}

/** All that the working state holds beside status and decision, without who proposed (blind review). */
export function workingPart(proposal: Proposal, numberOf: NumberOf): WorkingPart {
  const { question, opinions, links = [], mergedInto, progress } = proposal;
  const into = mergedInto === undefined ? undefined : numberOf(mergedInto);
  return {
    ...(question && { question: questionAnswer(question) }),
    requests: opinions.map(requestAnswer),
    ...outcomeOf(proposal),
    links: links.map((link) => ({ ...link })),
    ...(into !== undefined && { mergedInto: into }),
    ...notesAnswer(proposal),
    ...(progress && { progress }),
  };
}
