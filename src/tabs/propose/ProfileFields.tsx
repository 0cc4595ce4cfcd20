import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ChoiceControl } from './ChoiceControl.js';
import type { FieldsProps } from './fields-props.js';
import { useControls } from './use-controls.js';
import { useFieldStyles } from './use-field-styles.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    fontSize: '13px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
});

const fields = ['department', 'section', 'jobGrade', 'officeKind'] as const;

/** Who proposes: one line where it is known, its fields where it is not, is wrong or is to be corrected. */
export function ProfileFields(props: FieldsProps) {
  const styles = useStyles();
  const { pair } = useFieldStyles();
  const { words } = useProposeSurroundings();
  const controls = useControls(props);
  const { form, faults } = props;
  const [isOpen, setIsOpen] = useState(!form.department || !form.jobGrade);
  const { propose } = words;
  if (!isOpen && !fields.some((field) => faults[field])) {
    return (
      <div className={styles.who}>
        <span>{propose.who(fields.map(controls.chosen).filter(Boolean).join('・'))}</span>
        <Button
          appearance="transparent"
          size="small"
          icon={<EditRegular />}
          onClick={() => setIsOpen(true)}
        >
          {propose.correct}
        </Button>
      </div>
    );
  }
  const isSectionAsked = controls.isDemanded('section');
  return (
    <div className={pair}>
      <ChoiceControl {...controls.choice('department')} />
      {controls.choicesOf('section').length > 0 && (
        <ChoiceControl
          {...controls.choice('section', isSectionAsked)}
          none={isSectionAsked ? propose.choose : propose.none}
        />
      )}
      <ChoiceControl {...controls.choice('jobGrade')} />
      <ChoiceControl {...controls.choice('officeKind')} isOpen />
    </div>
  );
}
