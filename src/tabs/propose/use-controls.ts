import type { Choice, ChoiceControlProps } from './ChoiceControl.js';
import type { FieldsProps } from './fields-props.js';
import type { ControlProps } from './TextControl.js';
import type { TypedField } from './typed-form.js';
import { useChoices } from './use-choices.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

/** What the fields of a form are drawn with. */
export interface Controls {
  readonly text: (field: TypedField, isRequired?: boolean) => ControlProps;
  readonly choice: (field: TypedField, isRequired?: boolean) => ChoiceControlProps;
  readonly choicesOf: (field: TypedField) => readonly Choice[];
  /** The word for what is chosen; empty where nothing is. */
  readonly chosen: (field: TypedField) => string;
  /** Whether any of the fields is wrong, or demanded by the campaign beyond what each demands. */
  readonly isAsked: (fields: readonly TypedField[]) => boolean;
  readonly isDemanded: (field: TypedField) => boolean;
}

/** Binds the fields to the form. */
export function useControls({ masters, campaign, form, faults, onChange }: FieldsProps): Controls {
  const { words, terms } = useProposeSurroundings();
  const choices = useChoices(masters, campaign, form);
  const demanded: ReadonlySet<string> = new Set(campaign?.requiredFields ?? []);
  const isDemanded = (field: TypedField): boolean => demanded.has(field);
  const choicesOf = (field: TypedField): readonly Choice[] => choices[field] ?? [];
  const text = (field: TypedField, isRequired = isDemanded(field)): ControlProps => ({
    field,
    label: field === 'officeKind' ? words.propose.officeKind : terms.field[field],
    value: form[field] ?? '',
    isRequired,
    fault: faults[field],
    onChange,
  });
  return {
    text,
    choice: (field, isRequired = true) => ({
      ...text(field, isRequired),
      choices: choicesOf(field),
    }),
    choicesOf,
    chosen: (field) => choicesOf(field).find(({ value }) => value === form[field])?.label ?? '',
    isAsked: (fields) => fields.some((field) => faults[field] !== undefined || isDemanded(field)),
    isDemanded,
  };
}
