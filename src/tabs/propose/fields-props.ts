import type { MastersAnswer } from '../../contract/common-answers.js';
import type { ProposalFormAnswer } from '../../contract/propose-answers.js';
import type { TypedField, TypedForm } from './typed-form.js';

/** A form with what its fields need. */
export interface FieldsProps {
  readonly masters: MastersAnswer;
  readonly campaign: ProposalFormAnswer['campaign'];
  readonly form: TypedForm;
  /** What is wrong, by field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (field: TypedField, value: string) => void;
}
