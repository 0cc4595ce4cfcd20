import {
  type Budgeting,
  budgetingStates,
  budgetKinds,
  type Decision,
  type DelegationKind,
  delegationKinds,
  type Horizon,
  horizons,
  type Owner,
  type StartCondition,
  startConditions,
  type Track,
  tracks,
} from './decision.js';
import type { FieldFault, FieldName } from './field-fault.js';
import { type FiscalYear, fiscalYearOfDate, monthsOfFiscalYear } from './fiscal-year.js';
import { readAmount, readChoice, readDay, readText } from './form-fields.js';
import { addDays, type CivilDate, monthOf } from './instant.js';
import { latestDay, replyWorkingDays } from './limits.js';
import { type Masters, validOn } from './masters.js';
import { allowed, type Result, refused } from './result.js';
import { addWorkingDays } from './working-days.js';

/** A decision as typed. `startConditions` is a comma-separated list of codes. */
export type DecisionForm = Readonly<Partial<Record<FieldName, string>>>;

/** Bounds of the texts of a decision, in user-visible characters. */
export const decisionTextLimits = {
  reason: { least: 10, most: 500 },
  note: { most: 500 },
} as const;

const furthestFiscalYears = 10;
const largestBudgetYen = 99_999_999_999;

/** What a decision is judged by: whose masters, which day, which campaign, which holidays. */
export interface DecisionContext {
  readonly masters: Masters;
  readonly today: CivilDate;
  readonly isHoliday: (date: CivilDate) => boolean;
}

interface Context extends DecisionContext {
  readonly form: DecisionForm;
  readonly faults: FieldFault[];
}

/**
 * The fiscal year that 今年度 means: today's. Nothing is decided before its campaign opens, so that this is the
 * campaign's own year (domain specification 1.6) until that ends, and nothing can be promised for a past one after.
 */
const thisFiscalYear = ({ today }: DecisionContext): FiscalYear => fiscalYearOfDate(today);

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

/** The months from this month to March of 今年度. */
function readMonthThisFiscalYear(context: Context, field: 'targetMonth' | 'startMonth'): string {
  const { form, today, faults } = context;
  const months = monthsOfFiscalYear(thisFiscalYear(context)).filter(
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

/** Fiscal years ahead that a horizon spans: 短期 the next one, 中期 up to three, 長期 more. */
const yearsAhead: Readonly<Record<Horizon, { readonly least: number; readonly most: number }>> = {
  short: { least: 1, most: 1 },
  medium: { least: 1, most: 3 },
  long: { least: 4, most: furthestFiscalYears },
};

function readHorizon(context: Context): { horizon: Horizon; targetFiscalYear: FiscalYear } {
  const { form, faults } = context;
  const horizon = readChoice(form, 'horizon', horizons, faults) || undefined;
  const before = faults.length;
  const targetFiscalYear = readTargetFiscalYear(context);
  const ahead = targetFiscalYear - thisFiscalYear(context);
  if (horizon && faults.length === before) {
    const { least, most } = yearsAhead[horizon];
    if (ahead < least || ahead > most) {
      const present = thisFiscalYear(context);
      const bounds = { least: present + least, limit: present + most };
      faults.push({ field: 'targetFiscalYear', rule: 'out-of-range', ...bounds });
    }
  }
  return { horizon: horizon ?? 'short', targetFiscalYear };
}

function readTargetFiscalYear(context: Context): FiscalYear {
  const { form, faults } = context;
  const present = thisFiscalYear(context);
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
  if (amountYen === undefined) {
    if (!form.budgetKind?.trim()) return { state };
    const kind = readChoice(form, 'budgetKind', budgetKinds, faults);
    return { state, ...(kind && { kind }) };
  }
  const kind = readChoice(
    { budgetKind: 'initial', ...filled(form, 'budgetKind') },
    'budgetKind',
    budgetKinds,
    faults,
  );
  return { state, amountYen, kind: kind || 'initial' };
}

/** The day named, or the usual one where none is. */
function readReplyDue({ form, today, isHoliday, faults }: Context): CivilDate {
  if (!form.replyDue?.trim()) return addWorkingDays(today, replyWorkingDays.delegation, isHoliday);
  return readDay(form, 'replyDue', { least: addDays(today, 1), most: latestDay(today) }, faults);
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
    ...readHorizon(context),
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
export function checkDecision(form: DecisionForm, context: DecisionContext): Result<Decision> {
  const faults: FieldFault[] = [];
  const track = readChoice(form, 'track', tracks, faults);
  if (track === '') return refused({ code: 'invalid-fields', fields: faults });
  const decision = readers[track]({ ...context, form, faults });
  return faults.length > 0
    ? refused({ code: 'invalid-fields', fields: faults })
    : allowed(decision);
}
