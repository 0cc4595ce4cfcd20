import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { textLimits } from '../../domain/submission-form.js';
import { ChoiceControl } from './ChoiceControl.js';
import type { FieldsProps } from './fields-props.js';
import { TextControl } from './TextControl.js';
import type { TypedForm } from './typed-form.js';
import { useControls } from './use-controls.js';
import { useFieldStyles } from './use-field-styles.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  more: { alignSelf: 'flex-start', paddingLeft: 0, minWidth: 0, textAlign: 'start' },
});

const fields = [
  'expectedEffect',
  'effectHoursPerYear',
  'effectYenPerYear',
  'scopeHint',
  'namePublication',
] as const;

/** Whether anything but the honest defaults is in it. */
function isFilled(form: TypedForm): boolean {
  return fields.some((field) => !['', 'unknown', 'no'].includes(form[field] ?? ''));
}

/** くわしく書く: what nobody needs to fill in, unless the campaign demands it. */
export function DetailFields(props: FieldsProps) {
  const styles = useStyles();
  const { pair, note } = useFieldStyles();
  const { words } = useProposeSurroundings();
  const { text, choice, isAsked, isDemanded } = useControls(props);
  const [isWanted, setIsWanted] = useState(isFilled(props.form));
  const { propose } = words;
  const isOpen = isWanted || isAsked(fields);
  return (
    <>
      <Button
        appearance="transparent"
        className={styles.more}
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => setIsWanted(!isOpen)}
      >
        {propose.more}
      </Button>
      {isOpen ? (
        <>
          <TextControl {...text('expectedEffect')} most={textLimits.expectedEffect} lines={3} />
          <div className={pair}>
            <TextControl {...text('effectHoursPerYear')} hint={propose.unknown} />
            <TextControl {...text('effectYenPerYear')} hint={propose.unknown} />
            <ChoiceControl {...choice('scopeHint', isDemanded('scopeHint'))} />
            <ChoiceControl {...choice('namePublication', false)} isOpen />
          </div>
        </>
      ) : (
        <p className={note}>{propose.moreNote}</p>
      )}
    </>
  );
}
