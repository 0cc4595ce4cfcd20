import type { DraftsAnswer } from '../../contract/draft-answers.js';
import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import { draftFields } from '../../domain/drafts/draft.js';

/** A draft as the server gives it. */
export type StoredDraft = DraftsAnswer['drafts'][number];

/** What was typed, field by field. */
export type TypedForm = StoredDraft['form'];

/** One of the fields. */
export type TypedField = (typeof draftFields)[number];

/** A form on the screen: whose token, for which campaign, and the version of its draft. */
export interface OpenForm {
  readonly token: string;
  readonly campaignId: string;
  readonly form: TypedForm;
  readonly seq: number;
  /** Whether it was typed on this device before and never saved. */
  readonly isUnsaved?: boolean;
}

/** Whether two forms say the same; what is absent is empty. */
export function saysTheSame(one: TypedForm, other: TypedForm): boolean {
  return draftFields.every((field) => (one[field] ?? '') === (other[field] ?? ''));
}

/** What a new form is filled with: what the person last confirmed. */
export function formOfProfile(profile: ProposalFormAnswer['profile']): TypedForm {
  if (!profile) return {};
  const { departmentId, sectionId = '', gradeId, officeKind } = profile;
  return { department: departmentId, section: sectionId, jobGrade: gradeId, officeKind };
}

const written = ['title', 'currentProblem', 'proposedContent', 'expectedEffect'] as const;

/** Whether there is anything worth keeping; choices alone are made again at once. */
export function isWritten(form: TypedForm): boolean {
  return written.some((field) => form[field]?.trim());
}

/** Ids of the fields on the page, for the links of the summary. */
export const fieldPlace = (field: string): string => `propose-${field}`;
