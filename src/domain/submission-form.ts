import type { FieldFault, FieldName } from './field-fault.js';
import { readAmount, readChoice, readLine, readText } from './form-fields.js';
import type { CivilDate } from './instant.js';
import { type Masters, validOn } from './masters.js';
import { officeKinds, type Profile } from './person.js';
import { type Cost, type ProposalContent, scopeHints } from './proposal-content.js';
import { allowed, type Result, refused } from './result.js';

/** What came out of a form, field by field, as typed. Absent and blank are the same. */
export type SubmissionForm = Readonly<Partial<Record<FieldName, string>>> & {
  readonly officeKind?: string;
};

/** Longest texts in user-visible characters (domain specification 1.4). */
export const textLimits = {
  title: 60,
  currentProblem: 1000,
  proposedContent: 2000,
  expectedEffect: 1000,
} as const;

const largestHours = 9_999_999;
const largestEffectYen = 9_999_999_999;
const largestEstimateYen = 99_999_999_999;

/** A form that may be stored. */
export interface ValidSubmission {
  readonly content: ProposalContent;
  readonly profile: Omit<Profile, 'personId' | 'name'>;
}

const idsOf = (entries: readonly { readonly id: string }[]): readonly string[] =>
  entries.map((entry) => entry.id);

function readCost(form: SubmissionForm, faults: FieldFault[]): Cost {
  const needed = readChoice(form, 'costNeeded', ['yes', 'no'], faults);
  if (needed !== 'yes') return { needed: false };
  const estimateYen = readAmount(
    form,
    'costEstimateYen',
    { least: 1, most: largestEstimateYen },
    faults,
  );
  return estimateYen === undefined ? { needed: true } : { needed: true, estimateYen };
}

function readContent(
  form: SubmissionForm,
  masters: Masters,
  today: CivilDate,
  faults: FieldFault[],
): ProposalContent {
  const title = readLine(form, 'title', textLimits.title, faults);
  const currentProblem = readText(
    form,
    'currentProblem',
    { most: textLimits.currentProblem },
    faults,
  );
  const proposedContent = readText(
    form,
    'proposedContent',
    { most: textLimits.proposedContent },
    faults,
  );
  const categoryId = readChoice(
    form,
    'category',
    idsOf(validOn(masters.categories, today)),
    faults,
  );
  const digital = readChoice(form, 'isDigital', ['digital', 'non-digital'], faults);
  const cost = readCost(form, faults);
  const effect = readText(
    form,
    'expectedEffect',
    { most: textLimits.expectedEffect, optional: true },
    faults,
  );
  const hours = readAmount(form, 'effectHoursPerYear', { least: 0, most: largestHours }, faults);
  const yen = readAmount(form, 'effectYenPerYear', { least: 0, most: largestEffectYen }, faults);
  const scopeHint = readChoice({ scopeHint: 'unknown', ...form }, 'scopeHint', scopeHints, faults);
  const consent = readChoice(
    { namePublication: 'no', ...form },
    'namePublication',
    ['yes', 'no'],
    faults,
  );
  return {
    title,
    currentProblem,
    proposedContent,
    ...(effect === '' ? {} : { expectedEffect: effect }),
    ...(hours === undefined ? {} : { effectHoursPerYear: hours }),
    ...(yen === undefined ? {} : { effectYenPerYear: yen }),
    categoryId,
    isDigital: digital === 'digital',
    cost,
    scopeHint: scopeHint || 'unknown',
    namePublication: consent === 'yes',
  };
}

function readProfile(
  form: SubmissionForm,
  masters: Masters,
  today: CivilDate,
  faults: FieldFault[],
): ValidSubmission['profile'] {
  const departmentId = readChoice(
    form,
    'department',
    idsOf(validOn(masters.departments, today)),
    faults,
  );
  const sections = validOn(masters.sections, today).filter(
    (each) => each.departmentId === departmentId,
  );
  const sectionId = form.section?.trim()
    ? readChoice(form, 'section', idsOf(sections), faults)
    : undefined;
  const gradeId = readChoice(form, 'jobGrade', idsOf(validOn(masters.jobGrades, today)), faults);
  const officeKind = officeKinds.find((kind) => kind === form.officeKind) ?? 'head-office';
  return { departmentId, gradeId, officeKind, ...(sectionId ? { sectionId } : {}) };
}

/**
 * Checks a proposal form by the rules of domain specification 1.4, all fields at once.
 * `today` decides which master entries may be chosen. Refuses with every fault found.
 */
export function checkSubmission(
  form: SubmissionForm,
  masters: Masters,
  today: CivilDate,
): Result<ValidSubmission> {
  const faults: FieldFault[] = [];
  const content = readContent(form, masters, today, faults);
  const profile = readProfile(form, masters, today, faults);
  return faults.length > 0
    ? refused({ code: 'invalid-fields', fields: faults })
    : allowed({ content, profile });
}
