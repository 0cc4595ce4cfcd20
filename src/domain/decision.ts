import type { FiscalYear } from './fiscal-year.js';
import type { CivilDate, CivilMonth } from './instant.js';

/** How a proposal will be handled 対応方針 (domain specification 1.6). */
export const tracks = ['realise-this-fy', 'start-this-fy', 'later', 'delegated'] as const;

/** One of the tracks. */
export type Track = (typeof tracks)[number];

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
      readonly budgeting: { readonly state: BudgetingState; readonly amountYen?: number };
    })
  | (DecisionBase & {
      readonly track: 'delegated';
      readonly reasonNotOfficeWide: string;
      readonly replyDue: CivilDate;
    });
