import type { Audience } from '../audience.js';
import type { CivilDate } from '../instant.js';
import type { OpinionVerdict } from '../opinion.js';
import type { Actor } from '../person.js';
import type { Classification, TriageMarks } from '../triage-marks.js';

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
      /** 伏せ字: the words blacked out in the copy that the office reads. */
      readonly blackedOut?: readonly string[];
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
