import {
  type Campaign,
  type DemandableField,
  demands,
  isAddressedTo,
  themesOffered,
} from './campaign.js';
import type { FieldFault, FieldName } from './field-fault.js';
import { readAmount, readChoice, readLine, readText } from './form-fields.js';
import type { CivilDate } from './instant.js';
import { type Masters, validOn } from './masters.js';
import { officeKinds, type Profile } from './person.js';
import { type Cost, type ProposalContent, type ScopeHint, scopeHints } from './proposal-content.js';
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

/** What a form is checked against. */
interface Ground {
  readonly masters: Masters;
  readonly today: CivilDate;
  /** Absent where the campaign is not known; then what every campaign demands is demanded. */
  readonly campaign: Campaign | undefined;
  readonly faults: FieldFault[];
}

/** An amount, demanded where the campaign demands it. */
function readDemandedAmount(
  form: SubmissionForm,
  field: DemandableField & ('effectHoursPerYear' | 'effectYenPerYear' | 'costEstimateYen'),
  bounds: { readonly least: number; readonly most: number },
  { campaign, faults }: Ground,
): number | undefined {
  if (!form[field]?.trim() && demands(campaign, field)) faults.push({ field, rule: 'required' });
  return readAmount(form, field, bounds, faults);
}

function readCost(form: SubmissionForm, ground: Ground): Cost {
  const { faults } = ground;
  const needed = readChoice(form, 'costNeeded', ['yes', 'no'], faults);
  if (needed !== 'yes') return { needed: false };
  const bounds = { least: 1, most: largestEstimateYen };
  const estimateYen = readDemandedAmount(form, 'costEstimateYen', bounds, ground);
  return estimateYen === undefined ? { needed: true } : { needed: true, estimateYen };
}

/** The theme: chosen where there are several, understood where there is one. */
function readTheme(form: SubmissionForm, { campaign, faults }: Ground): { themeId?: string } {
  const ids = campaign ? idsOf(themesOffered(campaign)) : [];
  const [only] = ids;
  if (only === undefined) return {};
  const themeId = ids.length === 1 ? only : readChoice(form, 'theme', ids, faults);
  return themeId ? { themeId } : {};
}

/** What is expected of it: in words, hours and yen. */
function readEffect(form: SubmissionForm, ground: Ground): Partial<ProposalContent> {
  const { campaign, faults } = ground;
  const effect = readText(
    form,
    'expectedEffect',
    { most: textLimits.expectedEffect, optional: !demands(campaign, 'expectedEffect') },
    faults,
  );
  const hours = readDemandedAmount(
    form,
    'effectHoursPerYear',
    { least: 0, most: largestHours },
    ground,
  );
  const yen = readDemandedAmount(
    form,
    'effectYenPerYear',
    { least: 0, most: largestEffectYen },
    ground,
  );
  return {
    ...(effect === '' ? {} : { expectedEffect: effect }),
    ...(hours === undefined ? {} : { effectHoursPerYear: hours }),
    ...(yen === undefined ? {} : { effectYenPerYear: yen }),
  };
}

function readScope(form: SubmissionForm, { campaign, faults }: Ground): ScopeHint {
  const preset = demands(campaign, 'scopeHint') ? {} : { scopeHint: 'unknown' };
  return readChoice({ ...preset, ...form }, 'scopeHint', scopeHints, faults) || 'unknown';
}

function readContent(form: SubmissionForm, ground: Ground): ProposalContent {
  const { masters, today, faults } = ground;
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
  const theme = readTheme(form, ground);
  const cost = readCost(form, ground);
  const effect = readEffect(form, ground);
  const scopeHint = readScope(form, ground);
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
    ...effect,
    categoryId,
    ...theme,
    isDigital: digital === 'digital',
    cost,
    scopeHint,
    namePublication: consent === 'yes',
  };
}

function readSection(
  form: SubmissionForm,
  departmentId: string,
  { masters, today, campaign, faults }: Ground,
): string {
  const sections = validOn(masters.sections, today).filter(
    (each) => each.departmentId === departmentId,
  );
  const isDemanded = sections.length > 0 && demands(campaign, 'section');
  if (!form.section?.trim() && !isDemanded) return '';
  return readChoice(form, 'section', idsOf(sections), faults);
}

function readProfile(form: SubmissionForm, ground: Ground): ValidSubmission['profile'] {
  const { masters, today, faults } = ground;
  const departmentId = readChoice(
    form,
    'department',
    idsOf(validOn(masters.departments, today)),
    faults,
  );
  const sectionId = readSection(form, departmentId, ground);
  const gradeId = readChoice(form, 'jobGrade', idsOf(validOn(masters.jobGrades, today)), faults);
  const officeKind = officeKinds.find((kind) => kind === form.officeKind) ?? 'head-office';
  return { departmentId, gradeId, officeKind, ...(sectionId ? { sectionId } : {}) };
}

/**
 * Checks a proposal form by the rules of domain specification 1.4 and of its campaign, all fields at once. `today`
 * decides which master entries may be chosen. Refuses with every fault found, or because the campaign is addressed to
 * other departments.
 */
export function checkSubmission(
  form: SubmissionForm,
  masters: Masters,
  today: CivilDate,
  campaign?: Campaign,
): Result<ValidSubmission> {
  const faults: FieldFault[] = [];
  const ground: Ground = { masters, today, campaign, faults };
  const content = readContent(form, ground);
  const profile = readProfile(form, ground);
  if (faults.length > 0) return refused({ code: 'invalid-fields', fields: faults });
  return campaign && !isAddressedTo(campaign, profile.departmentId)
    ? refused({ code: 'not-addressed' })
    : allowed({ content, profile });
}
