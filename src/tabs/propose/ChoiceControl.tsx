import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ControlProps } from './TextControl.js';
import { fieldPlace } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

/** One of several that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a choice is drawn with. */
export interface ChoiceControlProps extends ControlProps {
  readonly choices: readonly Choice[];
  /** Few choices stand open beside each other. */
  readonly isOpen?: boolean;
  /** What it says where nothing has to be chosen. */
  readonly none?: string;
}

/** A choice, as a list or open. */
export function ChoiceControl(props: ChoiceControlProps) {
  const { field, label, value, isRequired, fault, onChange, choices, isOpen, none } = props;
  const { words } = useProposeSurroundings();
  const id = fieldPlace(field);
  return (
    <Field
      label={label}
      required={isRequired}
      {...(fault !== undefined && { validationMessage: fault })}
    >
      {isOpen ? (
        <RadioGroup
          id={id}
          tabIndex={-1}
          layout="horizontal"
          value={value}
          onChange={(_, data) => onChange(field, data.value)}
        >
          {choices.map((choice) => (
            <Radio key={choice.value} value={choice.value} label={choice.label} />
          ))}
        </RadioGroup>
      ) : (
        <Select id={id} value={value} onChange={(_, data) => onChange(field, data.value)}>
          <option value="">{none ?? words.propose.choose}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
