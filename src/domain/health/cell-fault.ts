/** What a column was made to hold. */
export type CellKind =
  | 'text'
  | 'number'
  | 'yes-or-no'
  | 'date'
  | 'day'
  | 'step'
  | 'proposal-number'
  | 'theme-line'
  | 'class-line';

/** What is wrong with one cell of a list. Columns go by their internal names. */
export type CellProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'wrong-kind'; readonly wanted: CellKind }
  | { readonly code: 'unknown-value'; readonly value: string }
  /** Text that the product wrote for itself and that is cut or edited; `where` is the place in it. */
  | { readonly code: 'other-form'; readonly where: string }
  /** Text with members that this version does not know: a newer one has written it. */
  | { readonly code: 'newer-form'; readonly where: string }
  /** It says something else than another column of the same item. */
  | { readonly code: 'disagrees'; readonly column: string }
  /** A measure among the rules, or a rule among the measures. */
  | { readonly code: 'other-list' }
  | { readonly code: 'broken-trail'; readonly said: string };

/** The first cell for which an item cannot be read. */
export interface CellFault {
  readonly column: string;
  readonly problem: CellProblem;
}
