/** Every field a person can fill in wrongly, in forms of the bot and of the tabs. */
export type FieldName =
  | 'title'
  | 'currentProblem'
  | 'proposedContent'
  | 'expectedEffect'
  | 'effectHoursPerYear'
  | 'effectYenPerYear'
  | 'category'
  | 'isDigital'
  | 'costNeeded'
  | 'costEstimateYen'
  | 'scopeHint'
  | 'namePublication'
  | 'department'
  | 'section'
  | 'jobGrade'
  | 'track'
  | 'ownerDepartment'
  | 'ownerSection'
  | 'targetMonth'
  | 'costBasis'
  | 'startMonth'
  | 'startConditions'
  | 'horizon'
  | 'targetFiscalYear'
  | 'budgetingState'
  | 'budgetingAmountYen'
  | 'reasonNotOfficeWide'
  | 'replyDue'
  | 'reason';

/** What is wrong with a field. */
export type FieldRule =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-number'
  | 'out-of-range'
  | 'line-break'
  | 'unusable-characters';

/** One fault beside one field; `limit` is the length or bound that was broken. */
export interface FieldFault {
  readonly field: FieldName;
  readonly rule: FieldRule;
  readonly limit?: number;
}
