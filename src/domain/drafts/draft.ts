import type { Instant } from '../instant.js';
import type { PersonId } from '../person.js';
import type { SubmissionForm } from '../submission-form.js';

/** What a form asks for, by the names under which a draft holds it. */
export const draftFields = [
  'title',
  'currentProblem',
  'proposedContent',
  'theme',
  'category',
  'isDigital',
  'costNeeded',
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'costEstimateYen',
  'scopeHint',
  'namePublication',
  'department',
  'section',
  'jobGrade',
  'officeKind',
] as const satisfies readonly (keyof SubmissionForm)[];

/** A form that was put aside 下書き, as typed. */
export interface Draft {
  /** The token of its form: one form is one draft, and one proposal. */
  readonly id: string;
  /** The campaign whose form it was. */
  readonly campaignId: string;
  readonly form: SubmissionForm;
  /** Counts its versions from 1, so that two devices see that the other one wrote. */
  readonly seq: number;
  readonly savedAt: Instant;
}

/** The drafts of one person, which lie in one item. */
export interface OwnDrafts {
  readonly personId: PersonId;
  /** As they were begun. */
  readonly drafts: readonly Draft[];
}

/** Most drafts of one person; all of them fit the column of one item. */
export const mostDrafts = 5;

/** Longest draft as it is stored, in UTF-16 units: half as much again as a form card can hold. */
export const longestDraft = 12_000;

/** How long a draft is kept after it was saved last. */
export const draftDays = 180;
