import type { ActForm } from '../../../src/domain/commands/command.js';
import type { Result } from '../../../src/domain/result.js';
import { fieldFaultText } from '../../../src/text/field-fault-text.js';
import { refusalText } from '../../../src/text/refusal-texts.js';
import type { FakeAnswer } from './fake-office.js';

/** A language of the tabs. */
export type Locale = 'ja' | 'en';

/** An answer with what was asked for. */
export const ok = (body: unknown): FakeAnswer => ({ status: 200, body });

/** A refusal as the server words it. */
export function refuse(
  refusal: Extract<Result<never>, { ok: false }>['refusal'],
  locale: Locale,
): FakeAnswer {
  const fields =
    refusal.code === 'invalid-fields'
      ? Object.fromEntries(refusal.fields.map((each) => [each.field, fieldFaultText(each, locale)]))
      : undefined;
  const status = { 'invalid-fields': 422, 'not-found': 404, 'not-permitted': 403 }[
    String(refusal.code)
  ];
  return {
    status: status ?? 409,
    body: { code: refusal.code, message: refusalText(refusal, locale), fields },
  };
}

/** What is sent with an act. */
export interface ActBody {
  readonly seq?: number;
  readonly items?: readonly { readonly number: string; readonly form?: ActForm }[];
  readonly form?: ActForm;
}
