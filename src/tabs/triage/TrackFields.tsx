import { Checkbox, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { DecisionField } from '../../domain/decision.js';
import { startConditions } from '../../domain/decision.js';
import { type DecisionDraft, trackOf } from './decision-draft.js';
import { fieldId } from './places.js';
import { type Choice, useFieldChoices } from './use-field-choices.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  boxes: { display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  beside: { gridTemplateColumns: '33% minmax(0, 1fr)' },
  label: { marginRight: '4px' },
});

interface TrackFieldsProps {
  readonly fields: readonly DecisionField[];
  readonly draft: DecisionDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly masters: MastersAnswer;
  readonly onChange: (field: DecisionField, value: string) => void;
}

interface ControlProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choose({ id, value, choices, onChange }: ControlProps & { choices: readonly Choice[] }) {
  const { words } = useTriageSurroundings();
  const isOffered = choices.some((choice) => choice.value === '');
  return (
    <Select id={id} value={value} onChange={(_, data) => onChange(data.value)}>
      {!isOffered && <option value="">{words.decide.choose}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </Select>
  );
}

function StartConditions({ id, value, onChange }: ControlProps) {
  const styles = useStyles();
  const { terms } = useTriageSurroundings();
  const chosen = value.split(',').filter(Boolean);
  return (
    // biome-ignore lint/a11y/useSemanticElements: Field labels the group; a fieldset would say it twice
    <div
      id={id}
      role="group"
      aria-label={terms.field.startConditions}
      className={styles.boxes}
      tabIndex={-1}
    >
      {startConditions.map((condition) => (
        <Checkbox
          key={condition}
          required={false}
          label={terms.startCondition[condition]}
          checked={chosen.includes(condition)}
          onChange={(_, { checked }) =>
            onChange(
              startConditions
                .filter((each) => (each === condition ? checked === true : chosen.includes(each)))
                .join(','),
            )
          }
        />
      ))}
    </div>
  );
}

function isRequired(field: DecisionField, draft: DecisionDraft): boolean {
  if (field === 'ownerSection') return trackOf(draft) !== 'delegated';
  return field !== 'budgetingAmountYen';
}

/** The fields of one track, each with its own fault beside it. */
export function TrackFields({ fields, draft, errors, masters, onChange }: TrackFieldsProps) {
  const styles = useStyles();
  const { terms } = useTriageSurroundings();
  const choicesOf = useFieldChoices(draft, masters);

  const control = (field: DecisionField): ReactElement | undefined => {
    const props: ControlProps = {
      id: fieldId(field),
      value: draft[field] ?? '',
      onChange: (value) => onChange(field, value),
    };
    const choices = choicesOf(field);
    if (choices) return choices.length > 0 ? <Choose {...props} choices={choices} /> : undefined;
    const typed = {
      ...props,
      onChange: (_: unknown, data: { value: string }) => props.onChange(data.value),
    };
    switch (field) {
      case 'startConditions':
        return <StartConditions {...props} />;
      case 'replyDue':
        return <Input type="date" {...typed} />;
      case 'budgetingAmountYen':
        return <Input inputMode="numeric" {...typed} />;
      case 'costBasis':
      case 'reasonNotOfficeWide':
        return <Textarea {...typed} />;
      default:
        return undefined;
    }
  };

  return fields.map((field) => {
    const drawn = control(field);
    // Short ones stand beside their label, so that the reason below stays in sight.
    const isShort = drawn?.type === Choose || drawn?.type === Input;
    return (
      drawn && (
        <Field
          key={field}
          orientation={isShort ? 'horizontal' : 'vertical'}
          {...(isShort && { className: styles.beside })}
          label={{ children: terms.field[field], className: styles.label }}
          required={isRequired(field, draft)}
          validationMessage={errors[field] ?? null}
        >
          {drawn}
        </Field>
      )
    );
  });
}
