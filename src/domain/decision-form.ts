import {
  type Budgeting,
  budgetingStates,
  budgetKinds,
  type Decision,
  type DelegationKind,
  delegationKinds,
  horizons,
  type Owner,
  type StartCondition,
  startConditions,
  type Track,
  tracks,
} from './decision.js';
import type { FieldFault, FieldName } from './field-fault.js';
import { fiscalYearOfDate, monthsOfFiscalYear } from './fiscal-year.js';
import { readAmount, readChoice, readText } from './form-fields.js';
import { type CivilDate, isCivilDate, monthOf } from './instant.js';
import { type Masters, validOn } from './masters.js';
import { allowed, type Result, refused } from './result.js';

/** A decision as typed. `startConditions` is a comma-separated list of codes. */
export type DecisionForm = Readonly<Partial<Record<FieldName, string>>>;

/** Bounds of the texts of a decision, in user-visible characters. */
export const decisionTextLimits = {
  reason: { least: 10, most: 500 },
  note: { most: 500 },
} as const;

const furthestFiscalYears = 10;
const largestBudgetYen = 99_999_999_999;

interface Context {
  readonly form: DecisionForm;
  readonly masters: Masters;
  readonly today: CivilDate;
  readonly faults: FieldFault[];
}

function readOwner({ form, masters, today, faults }: Context, sectionRequired: boolean): Owner {
  const departments = validOn(masters.departments, today).map((each) => each.id);
  const departmentId = readChoice(form, 'ownerDepartment', departments, faults);
  const sections = validOn(masters.sections, today)
    .filter((each) => each.departmentId === departmentId)
    .map((each) => each.id);
  const blank = !form.ownerSection?.trim();
  if (blank && (!sectionRequired || sections.length === 0)) return { departmentId };
  return { departmentId, sectionId: readChoice(form, 'ownerSection', sections, faults) };
}

/** The months from this month to March of this fiscal year. */
function readMonthThisFiscalYear(context: Context, field: 'targetMonth' | 'startMonth'): string {
  const { form, today, faults } = context;
  const months = monthsOfFiscalYear(fiscalYearOfDate(today)).filter(
    (month) => month >= monthOf(today),
  );
  return readChoice(form, field, months, faults);
}

function readStartConditions({ form, faults }: Context): readonly StartCondition[] {
  const chosen = (form.startConditions ?? '').split(',').filter((code) => code !== '');
  const known = startConditions.filter((condition) => chosen.includes(condition));
  if (chosen.length === 0) faults.push({ field: 'startConditions', rule: 'required' });
  else if (known.length !== new Set(chosen).size)
    faults.push({ field: 'startConditions', rule: 'not-a-choice' });
  return known;
}

function readTargetFiscalYear({ form, today, faults }: Context): number {
  const present = fiscalYearOfDate(today);
  const years = Array.from({ length: furthestFiscalYears }, (_, index) =>
    String(present + 1 + index),
  );
  return Number(readChoice(form, 'targetFiscalYear', years, faults));
}

/** A field as typed; nothing where it is blank, so that a default can stand. */
function filled(form: DecisionForm, field: FieldName): DecisionForm {
  const typed = form[field]?.trim();
  return typed ? { [field]: typed } : {};
}

function readBudgeting({ form, faults }: Context): Budgeting {
  const state = readChoice(form, 'budgetingState', budgetingStates, faults) || 'not-needed';
  const amountYen = readAmount(
    form,
    'budgetingAmountYen',
    { least: 1, most: largestBudgetYen },
    faults,
  );
  const amountRequired = state === 'requested' || state === 'granted';
  const blank = !form.budgetingAmountYen?.trim();
  if (amountRequired && blank) faults.push({ field: 'budgetingAmountYen', rule: 'required' });
  if (amountYen === undefined) return { state };
  const kind = readChoice(
    { budgetKind: 'initial', ...filled(form, 'budgetKind') },
    'budgetKind',
    budgetKinds,
    faults,
  );
  return { state, amountYen, kind: kind || 'initial' };
}

function readReplyDue({ form, today, faults }: Context): CivilDate {
  const due = (form.replyDue ?? '').trim();
  if (due === '') faults.push({ field: 'replyDue', rule: 'required' });
  else if (!isCivilDate(due) || due <= today)
    faults.push({ field: 'replyDue', rule: 'out-of-range' });
  return due;
}

function readDelegationKind({ form, faults }: Context): DelegationKind {
  const typed = { delegationKind: 'examine', ...filled(form, 'delegationKind') };
  return readChoice(typed, 'delegationKind', delegationKinds, faults) || 'examine';
}

const note = ({ form, faults }: Context, field: FieldName): string =>
  readText(form, field, decisionTextLimits.note, faults);

const reason = ({ form, faults }: Context): string =>
  readText(form, 'reason', decisionTextLimits.reason, faults);

/** What each track requires, in the order in which it is asked. */
const readers: Readonly<Record<Track, (context: Context) => Decision>> = {
  'realise-this-fy': (context) => ({
    track: 'realise-this-fy',
    owner: readOwner(context, true),
    targetMonth: readMonthThisFiscalYear(context, 'targetMonth'),
    costBasis: note(context, 'costBasis'),
    reason: reason(context),
  }),
  'start-this-fy': (context) => ({
    track: 'start-this-fy',
    owner: readOwner(context, true),
    startMonth: readMonthThisFiscalYear(context, 'startMonth'),
    startConditions: readStartConditions(context),
    reason: reason(context),
  }),
  later: (context) => ({
    track: 'later',
    owner: readOwner(context, true),
    horizon: readChoice(context.form, 'horizon', horizons, context.faults) || 'short',
    targetFiscalYear: readTargetFiscalYear(context),
    budgeting: readBudgeting(context),
    reason: reason(context),
  }),
  delegated: (context) => ({
    track: 'delegated',
    owner: readOwner(context, false),
    reasonNotOfficeWide: note(context, 'reasonNotOfficeWide'),
    kind: readDelegationKind(context),
    replyDue: readReplyDue(context),
    reason: reason(context),
  }),
};

/** Checks a decision by what its track requires, all fields at once. Refuses with every fault found. */
export function checkDecision(
  form: DecisionForm,
  masters: Masters,
  today: CivilDate,
): Result<Decision> {
  const faults: FieldFault[] = [];
  const track = readChoice(form, 'track', tracks, faults);
  if (track === '') return refused({ code: 'invalid-fields', fields: faults });
  const decision = readers[track]({ form, masters, today, faults });
  return faults.length > 0
    ? refused({ code: 'invalid-fields', fields: faults })
    : allowed(decision);
}
