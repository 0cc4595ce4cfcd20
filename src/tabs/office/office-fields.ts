import { progressAnswers } from '../../domain/commitments.js';
import type { FieldName } from '../../domain/field-fault.js';
import { actTextLimits } from '../../domain/limits.js';
import { opinionVerdicts } from '../../domain/opinion.js';
import { replyAnswers } from '../../domain/proposal-state.js';
import type { OfficeActName } from '../../domain/queues/office-act-names.js';
import type { OfficeItemKind } from '../../domain/queues/office-items.js';
import type { Section } from './office-rows.js';

/** One field of a form: how it is filled in, and the bound of a text in user-visible characters. */
export type OfficeField =
  | {
      readonly kind: 'choice';
      readonly field: 'opinionVerdict' | 'replyAnswer' | 'progressAnswer';
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'text';
      readonly field: FieldName;
      readonly most: number;
      readonly isOptional?: true;
    }
  | { readonly kind: 'day' | 'year'; readonly field: FieldName }
  | { readonly kind: 'department'; readonly field: FieldName; readonly isOptional: true };

/** What was filled in, by field. */
export type OfficeForm = Readonly<Partial<Record<FieldName, string>>>;

const reason: OfficeField = { kind: 'text', field: 'reason', most: actTextLimits.reason.most };
const returned: readonly OfficeField[] = [
  { kind: 'department', field: 'suggestedDepartment', isOptional: true },
  reason,
];

/** What each act asks for, in the order of the form. The server judges what was filled in. */
export const officeFields: Readonly<Record<OfficeActName, readonly OfficeField[]>> = {
  'give-opinion': [
    { kind: 'choice', field: 'opinionVerdict', values: opinionVerdicts },
    { kind: 'text', field: 'opinionText', most: actTextLimits.opinion },
  ],
  'return-request': returned,
  confirm: [],
  'decline-confirmation': [reason],
  'reply-to-delegation': [
    { kind: 'choice', field: 'replyAnswer', values: replyAnswers },
    { kind: 'day', field: 'replyBy' },
    { kind: 'text', field: 'replyText', most: actTextLimits.reason.most },
  ],
  'return-delegation': returned,
  'start-work': [
    { kind: 'day', field: 'startedOn' },
    { kind: 'text', field: 'firstAction', most: actTextLimits.reason.most },
  ],
  'report-progress': [
    { kind: 'choice', field: 'progressAnswer', values: progressAnswers },
    { kind: 'text', field: 'note', most: actTextLimits.note, isOptional: true },
  ],
  'partly-realise': [],
  'propose-realised': [
    { kind: 'day', field: 'realisedOn' },
    { kind: 'text', field: 'remaining', most: actTextLimits.remaining, isOptional: true },
  ],
  'propose-difficult': [reason, { kind: 'year', field: 'reexamineFiscalYear' }],
};

const ofRequests: ReadonlySet<OfficeActName> = new Set(['give-opinion', 'return-request']);

/** What may be done from one row of the list: a request is answered, whatever else the office does with it. */
export function actsOf(
  may: readonly OfficeActName[],
  kind: OfficeItemKind,
): readonly OfficeActName[] {
  return may.filter((act) => ofRequests.has(act) === (kind === 'opinion'));
}

const many = [
  { kind: 'opinion', act: 'give-opinion' },
  { kind: 'delegation', act: 'reply-to-delegation' },
  { kind: 'work', act: 'report-progress' },
] as const satisfies readonly { readonly kind: OfficeItemKind; readonly act: OfficeActName }[];

/**
 * What can be done with several of a part of the list at once; undefined where nothing can. A confirmation is for what
 * was read, one by one.
 */
export function manyOf(section: Section): (typeof many)[number] | undefined {
  return many.find(({ kind }) => kind === section);
}
