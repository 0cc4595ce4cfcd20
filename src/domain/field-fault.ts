import { decisionFields } from './decision.js';

/** Every field a person can fill in wrongly, in forms of the bot and of the tabs. */
export const fieldNames = [
  'title',
  'currentProblem',
  'proposedContent',
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'category',
  'isDigital',
  'costNeeded',
  'costEstimateYen',
  'scopeHint',
  'namePublication',
  'department',
  'section',
  'jobGrade',
  ...decisionFields,
  'question',
  'answer',
  'note',
  'requestDepartment',
  'requestText',
  'requestDue',
  'requestId',
  'opinionVerdict',
  'opinionText',
  'suggestedDepartment',
  'startedOn',
  'firstAction',
  'measure',
  'coverage',
  'remaining',
  'realisedOn',
  'exclusionReason',
  'reexamineFiscalYear',
  'replyAnswer',
  'replyBy',
  'replyText',
  'progressAnswer',
  'humanCost',
  'physicalCost',
  'rollout',
  'rolloutReason',
  'issueGroup',
  'hidden',
  'mergeInto',
  'person',
  'personName',
  'invitation',
  'team',
  'milestones',
  'meeting',
  'heldOn',
  'measureKind',
  'measureContent',
  'startDate',
  'measureRollout',
  'materials',
  'wave',
  'relistings',
  'campaign',
  'adopted',
  'effectFelt',
  'effectHours',
  'effectYen',
  'effectText',
  'theme',
  'masterId',
  'label',
  'labelEn',
  'sortOrder',
  'validFrom',
  'validTo',
  'role',
  'purpose',
  'teamId',
  'channelId',
  'closedDay',
  'dayKind',
  'terms',
  'campaignTitle',
  'opensAt',
  'closesAt',
  'visibility',
  'themes',
  'targetDepartments',
  'requiredFields',
  'graceMinutes',
  'limitPerHour',
  'limitPerPerson',
  'reportDate',
  'calendar',
  'reportClasses',
  'publishAt',
  'issueGroupLabel',
  'receivedAt',
  'receiptRoute',
  'proposerKind',
  'redaction',
  'onBehalf',
] as const;

/** One of the fields. */
export type FieldName = (typeof fieldNames)[number];

/** What is wrong with a field. */
export type FieldRule =
  | 'required'
  | 'too-short'
  | 'too-long'
  | 'not-a-choice'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-day'
  | 'not-a-link'
  | 'too-early'
  | 'too-late'
  | 'too-many'
  | 'too-few'
  | 'line-break'
  | 'unusable-characters'
  /** A row of this id is there already. */
  | 'already-there'
  /** What gives older records their meaning stays as it is. */
  | 'fixed';

/** One fault beside one field; `limit` is the length or bound that was broken. */
export type FieldFault =
  | {
      readonly field: FieldName;
      readonly rule: Exclude<FieldRule, 'out-of-range'>;
      readonly limit?: number;
    }
  /** Both bounds, whichever of them was broken. */
  | {
      readonly field: FieldName;
      readonly rule: 'out-of-range';
      readonly least: number;
      readonly limit: number;
    };
