import type { FieldName } from '../domain/field-fault.js';
import type { Instant } from '../domain/instant.js';
import {
  type PersonalDataKind,
  personalDataKinds,
} from '../domain/personal-data/find-personal-details.js';
import type { SubmissionForm } from '../domain/submission-form.js';
import { readOfficeValue } from './office-choices.js';

/** A sent form as the card delivers it. */
export interface SentForm {
  readonly token: string;
  readonly campaignId: string;
  readonly formOpenedAt: Instant;
  readonly formVersion: number;
  readonly form: SubmissionForm;
  /** What the card has warned of, where it is sent all the same. */
  readonly confirmed?: readonly PersonalDataKind[];
  /** Whether the card has shown what is like it, and it is sent all the same. */
  readonly hasSeenAlike?: true;
  /** 賛同だけする: the number of what is endorsed in place of sending the form. */
  readonly endorse?: string;
  /** 下書き保存 or 下書きを消す, in place of sending the form. */
  readonly draft?: 'save' | 'erase';
  /** The version of its draft that the form shows. */
  readonly draftSeq?: number;
}

const inputs = [
  'title',
  'currentProblem',
  'proposedContent',
  'theme',
  'category',
  'isDigital',
  'costNeeded',
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'costEstimateYen',
  'scopeHint',
  'namePublication',
  'jobGrade',
] as const satisfies readonly FieldName[];

const longestNumber = 32;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Fields = ReadonlyMap<string, unknown>;

/** Own members only, so that nothing inherited is ever read. */
function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : undefined;
}

/** Texts by name; undefined where a member is there and is no text. */
function readTexts(fields: Fields, names: readonly string[]): Map<string, string> | undefined {
  const texts = new Map<string, string>();
  for (const name of names) {
    const value = fields.get(name);
    if (typeof value === 'string') texts.set(name, value);
    else if (value !== undefined && value !== null) return undefined;
  }
  return texts;
}

function readForm(fields: Fields): SubmissionForm | undefined {
  const texts = readTexts(fields, [...inputs, 'office', 'officeKind']);
  if (!texts) return undefined;
  const office = texts.get('office');
  texts.delete('office');
  return { ...Object.fromEntries(texts), ...(office ? readOfficeValue(office) : {}) };
}

/** The kinds that the button そのまま出す names; what is no kind counts for nothing. */
function readConfirmed(fields: Fields): Pick<SentForm, 'confirmed'> {
  const named = fields.get('confirmed');
  if (typeof named !== 'string') return {};
  const names = named.split(',');
  return { confirmed: personalDataKinds.filter((kind) => names.includes(kind)) };
}

/** What was chosen beside what is like it. */
function readChoice(fields: Fields): Pick<SentForm, 'hasSeenAlike' | 'endorse'> {
  const endorse = fields.get('endorse');
  return {
    ...(fields.get('seen') === 'alike' && { hasSeenAlike: true }),
    ...(typeof endorse === 'string' && endorse.length <= longestNumber && { endorse }),
  };
}

function readDraft(fields: Fields): Pick<SentForm, 'draft' | 'draftSeq'> {
  const draft = fields.get('draft');
  const draftSeq = Number(fields.get('draftSeq') ?? 0);
  return {
    ...((draft === 'save' || draft === 'erase') && { draft }),
    ...(Number.isSafeInteger(draftSeq) && draftSeq > 0 && { draftSeq }),
  };
}

/**
 * Reads the data of the verbs `submit-proposal` and `keep-draft`: known names only, of the right kind. Undefined where it cannot come
 * from our form. What the fields say is judged by the domain.
 */
export function readSubmission(data: unknown): SentForm | undefined {
  const fields = fieldsOf(data);
  const form = fields && readForm(fields);
  if (!fields || !form) return undefined;
  const token = fields.get('token');
  const campaignId = fields.get('campaignId');
  const formOpenedAt = Number(fields.get('formOpenedAt'));
  const formVersion = Number(fields.get('formVersion'));
  const isOurs = typeof token === 'string' && uuid.test(token) && typeof campaignId === 'string';
  return isOurs && Number.isSafeInteger(formOpenedAt) && Number.isSafeInteger(formVersion)
    ? {
        token,
        campaignId,
        formOpenedAt,
        formVersion,
        form,
        ...readConfirmed(fields),
        ...readChoice(fields),
        ...readDraft(fields),
      }
    : undefined;
}

/** What a card wants refreshed: which proposal, drawn as what. */
export interface RefreshRequest {
  readonly number: string;
  readonly as: 'receipt' | 'status';
}

/** Reads the data of the verb `refresh-proposal`. */
export function readRefresh(data: unknown): RefreshRequest | undefined {
  const fields = fieldsOf(data);
  const number = fields?.get('number');
  const as = fields?.get('as');
  return typeof number === 'string' &&
    number.length <= longestNumber &&
    (as === 'receipt' || as === 'status')
    ? { number, as }
    : undefined;
}
