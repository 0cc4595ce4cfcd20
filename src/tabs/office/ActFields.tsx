import {
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { FieldName } from '../../domain/field-fault.js';
import { countGraphemes } from '../../domain/written-text.js';
import { codeTexts } from '../../text/code-texts.js';
import { formatFiscalYear } from '../../text/format.js';
import type { OfficeField, OfficeForm } from './office-fields.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const useStyles = makeStyles({
  count: {
    display: 'block',
    textAlign: 'end',
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
  },
  text: { minHeight: '112px' },
});

interface ControlProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Choice({
  field: { field, values },
  value,
  onChange,
}: Pick<ControlProps, 'value' | 'onChange'> & {
  readonly field: Extract<OfficeField, { kind: 'choice' }>;
}) {
  const { locale } = useOfficeSurroundings();
  const names: Readonly<Record<string, string>> = codeTexts[locale][field];
  return (
    <RadioGroup value={value} onChange={(_, data) => onChange(data.value)}>
      {values.map((each) => (
        <Radio key={each} value={each} label={names[each] ?? each} />
      ))}
    </RadioGroup>
  );
}

/** The years that can be named, or the departments; an empty first line stands for no choice. */
function List({
  kind,
  masters,
  id,
  value,
  onChange,
}: ControlProps & { readonly kind: 'year' | 'department'; readonly masters: MastersAnswer }) {
  const { words, locale } = useOfficeSurroundings();
  const choices =
    kind === 'year'
      ? masters.laterFiscalYears.map((year) => [String(year), formatFiscalYear(year, locale)])
      : masters.departments.map((each) => [each.id, locale === 'ja' ? each.label : each.labelEn]);
  return (
    <Select id={id} value={value} onChange={(_, data) => onChange(data.value)}>
      <option value="">{kind === 'year' ? '' : words.office.noDepartment}</option>
      {choices.map(([each, label]) => (
        <option key={each} value={each}>
          {label}
        </option>
      ))}
    </Select>
  );
}

interface ActFieldsProps {
  readonly fields: readonly OfficeField[];
  readonly form: OfficeForm;
  /** What is wrong, by field. */
  readonly faults: Readonly<Record<string, string>>;
  readonly masters: MastersAnswer;
  readonly onChange: (field: FieldName, value: string) => void;
}

/** The fields of a form of the office. */
export function ActFields({ fields, form, faults, masters, onChange }: ActFieldsProps) {
  const styles = useStyles();
  const { words, terms } = useOfficeSurroundings();

  function control(field: OfficeField) {
    const value = form[field.field] ?? '';
    const id = `office-field-${field.field}`;
    const change = (next: string) => onChange(field.field, next);
    switch (field.kind) {
      case 'choice':
        return <Choice field={field} value={value} onChange={change} />;
      case 'text':
        return (
          <Textarea
            id={id}
            textarea={{ className: styles.text }}
            value={value}
            resize="vertical"
            onChange={(_, data) => change(data.value)}
          />
        );
      case 'day':
        return (
          <Input id={id} type="date" value={value} onChange={(_, data) => change(data.value)} />
        );
      default:
        return <List kind={field.kind} masters={masters} id={id} value={value} onChange={change} />;
    }
  }

  return fields.map((field) => {
    const isOptional = 'isOptional' in field;
    const name = terms.field[field.field];
    return (
      <Field
        key={field.field}
        label={isOptional ? `${name}${words.office.optional}` : name}
        required={!isOptional}
        validationMessage={faults[field.field] ?? null}
        hint={
          field.kind === 'text' ? (
            <span className={styles.count}>
              {words.office.count(countGraphemes(form[field.field] ?? ''), field.most)}
            </span>
          ) : null
        }
      >
        {control(field)}
      </Field>
    );
  });
}
