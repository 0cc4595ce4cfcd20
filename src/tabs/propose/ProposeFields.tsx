import { textLimits } from '../../domain/submission-form.js';
import { ChoiceControl } from './ChoiceControl.js';
import { DetailFields } from './DetailFields.js';
import type { FieldsProps } from './fields-props.js';
import { ProfileFields } from './ProfileFields.js';
import { TextControl } from './TextControl.js';
import { useControls } from './use-controls.js';
import { useFieldStyles } from './use-field-styles.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

/** The fields of a proposal, each with its own fault beside it; what few need is folded away. */
export function ProposeFields(props: FieldsProps) {
  const { fields, pair, note } = useFieldStyles();
  const { words } = useProposeSurroundings();
  const { text, choice, choicesOf } = useControls(props);
  const { title, currentProblem, proposedContent } = textLimits;
  return (
    <div className={fields}>
      <ProfileFields {...props} />
      <TextControl {...text('title', true)} most={title} />
      <TextControl {...text('currentProblem', true)} most={currentProblem} lines={4} />
      <TextControl {...text('proposedContent', true)} most={proposedContent} lines={6} />
      {choicesOf('theme').length > 1 && <ChoiceControl {...choice('theme')} />}
      <div className={pair}>
        <ChoiceControl {...choice('category')} />
        <ChoiceControl {...choice('isDigital')} isOpen />
        <ChoiceControl {...choice('costNeeded')} isOpen />
        {props.form.costNeeded === 'yes' && (
          <TextControl {...text('costEstimateYen')} hint={words.propose.unknown} />
        )}
      </div>
      <DetailFields {...props} />
      <p className={note}>{words.propose.caution}</p>
    </div>
  );
}
