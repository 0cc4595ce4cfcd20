import type { FieldName } from '../domain/field-fault.js';
import type { Instant } from '../domain/instant.js';
import type { SubmissionForm } from '../domain/submission-form.js';
import { readOfficeValue } from './office-choices.js';

/** A sent form as the card delivers it. */
export interface SentForm {
  readonly token: string;
  readonly campaignId: string;
  readonly formOpenedAt: Instant;
  readonly formVersion: number;
  readonly form: SubmissionForm;
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

/**
 * Reads the data of the verb `submit-proposal`: known names only, of the right kind. Undefined where it cannot come
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
    ? { token, campaignId, formOpenedAt, formVersion, form }
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
  return typeof number === 'string' && number.length <= 32 && (as === 'receipt' || as === 'status')
    ? { number, as }
    : undefined;
}
