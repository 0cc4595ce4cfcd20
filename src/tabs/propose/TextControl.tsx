import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { countGraphemes } from '../../domain/written-text.js';
import { fieldPlace, type TypedField } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  count: {
    textAlign: 'end',
    fontSize: '12px',
    lineHeight: '18px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  over: { color: tokens.colorPaletteRedForeground1 },
});

/** What every field of the form is drawn with. */
export interface ControlProps {
  readonly field: TypedField;
  readonly label: string;
  readonly value: string;
  readonly isRequired: boolean;
  readonly fault: string | undefined;
  readonly onChange: (field: TypedField, value: string) => void;
}

interface TextControlProps extends ControlProps {
  /** Longest text in characters as they are seen; absent for a number. */
  readonly most?: number;
  readonly lines?: number;
  readonly hint?: string;
}

/** A text of one or more lines, with its count, or an amount. */
export function TextControl(props: TextControlProps) {
  const { field, label, value, isRequired, fault, onChange, most, lines = 1, hint } = props;
  const styles = useStyles();
  const { words } = useProposeSurroundings();
  const shared = {
    id: fieldPlace(field),
    value,
    onChange: (_: unknown, data: { readonly value: string }) => onChange(field, data.value),
  };
  const count = most === undefined ? 0 : countGraphemes(value);
  const isOver = most !== undefined && count > most;
  return (
    <div>
      <Field
        label={label}
        required={isRequired}
        {...(hint !== undefined && { hint })}
        {...(fault !== undefined && { validationMessage: fault })}
      >
        {lines > 1 ? (
          <Textarea {...shared} rows={lines} resize="vertical" />
        ) : (
          <Input {...shared} {...(most === undefined && { inputMode: 'numeric' as const })} />
        )}
      </Field>
      {most !== undefined && (
        <div className={isOver ? `${styles.count} ${styles.over}` : styles.count}>
          {words.propose.count(count, most)}
        </div>
      )}
    </div>
  );
}
