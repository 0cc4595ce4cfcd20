/** Whether a proposal concerns the whole office, as its proposer sees it; the decision is the secretariat's. */
export const scopeHints = ['office-wide', 'department', 'unknown'] as const;

/** One of the scope hints. */
export type ScopeHint = (typeof scopeHints)[number];

/** Whether realising costs money. `estimateYen` is absent where the amount is unknown. */
export type Cost =
  | { readonly needed: false }
  | { readonly needed: true; readonly estimateYen?: number };

/** What a proposer wrote, tidied and valid. */
export interface ProposalContent {
  readonly title: string;
  readonly currentProblem: string;
  readonly proposedContent: string;
  readonly expectedEffect?: string;
  readonly effectHoursPerYear?: number;
  readonly effectYenPerYear?: number;
  readonly categoryId: string;
  /** Absent where the campaign has no themes. */
  readonly themeId?: string;
  readonly isDigital: boolean;
  readonly cost: Cost;
  readonly scopeHint: ScopeHint;
  /** Whether the proposer's name may be shown to all staff. */
  readonly namePublication: boolean;
}
