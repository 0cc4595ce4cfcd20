import type { FiscalYear } from './fiscal-year.js';
import type { CivilDate, CivilMonth } from './instant.js';

/** How a proposal will be handled 対応方針 (domain specification 1.6). */
export const tracks = ['realise-this-fy', 'start-this-fy', 'later', 'delegated'] as const;

/** One of the tracks. */
export type Track = (typeof tracks)[number];

/** The fields of a decision form. */
export const decisionFields = [
  'track',
  'ownerDepartment',
  'ownerSection',
  'targetMonth',
  'costBasis',
  'startMonth',
  'startConditions',
  'horizon',
  'targetFiscalYear',
  'budgetingState',
  'budgetingAmountYen',
  'budgetKind',
  'reasonNotOfficeWide',
  'delegationKind',
  'replyDue',
  'reason',
] as const;

/** One of them. */
export type DecisionField = (typeof decisionFields)[number];

/** What must come first before a start: coordination, rules, something else. */
export const startConditions = ['prior-coordination', 'rule-making', 'other'] as const;

/** One of the start conditions. */
export type StartCondition = (typeof startConditions)[number];

/** Time to realise, for later years. */
export const horizons = ['short', 'medium', 'long'] as const;

/** One of the horizons. */
export type Horizon = (typeof horizons)[number];

/** How far the money is. */
export const budgetingStates = [
  'not-needed',
  'considered',
  'requested',
  'granted',
  'deferred',
] as const;

/** One of the budgeting states. */
export type BudgetingState = (typeof budgetingStates)[number];

/** The office that realises a proposal. */
export interface Owner {
  readonly departmentId: string;
  readonly sectionId?: string;
}

/** Whether money comes with the year's budget or with a supplementary one 当初・補正. */
export const budgetKinds = ['initial', 'supplementary'] as const;

/** One of them. */
export type BudgetKind = (typeof budgetKinds)[number];

/** How far the money is, how much, and out of which budget. */
export interface Budgeting {
  readonly state: BudgetingState;
  readonly amountYen?: number;
  readonly kind?: BudgetKind;
}

/** What a delegation asks its owner for: to realise, to examine, or only to know of it. */
export const delegationKinds = ['realise', 'examine', 'inform'] as const;

/** One of them. */
export type DelegationKind = (typeof delegationKinds)[number];

interface DecisionBase {
  readonly owner: Owner;
  /** Told to the proposer on publication, 10 to 500 characters. */
  readonly reason: string;
}

/** A track with the data it requires (domain specification 1.6, per-track table). */
export type Decision =
  | (DecisionBase & {
      readonly track: 'realise-this-fy';
      readonly targetMonth: CivilMonth;
      /** Why human and material cost counts as small. */
      readonly costBasis: string;
    })
  | (DecisionBase & {
      readonly track: 'start-this-fy';
      readonly startMonth: CivilMonth;
      readonly startConditions: readonly StartCondition[];
    })
  | (DecisionBase & {
      readonly track: 'later';
      readonly horizon: Horizon;
      readonly targetFiscalYear: FiscalYear;
      readonly budgeting: Budgeting;
    })
  | (DecisionBase & {
      readonly track: 'delegated';
      readonly reasonNotOfficeWide: string;
      readonly kind: DelegationKind;
      readonly replyDue: CivilDate;
    });
