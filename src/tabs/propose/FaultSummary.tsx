import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { draftFields } from '../../domain/drafts/draft.js';
import type { Failure } from '../exchange.js';
import { FailureBar } from '../shell/FailureBar.js';
import { fieldPlace } from './typed-form.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    rowGap: '4px',
    padding: '10px 14px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorNeutralForeground1,
    outlineStyle: 'none',
  },
});

/** Where the focus goes when a form is refused. */
export const summaryPlace = 'propose-summary';

/** Why a form was not taken: the fields to look at, each a way to it, or one sentence. */
export function FaultSummary({ failure }: { readonly failure: Failure | undefined }) {
  const styles = useStyles();
  const { words, terms } = useProposeSurroundings();
  if (!failure) return null;
  const faults = failure.kind === 'refused' ? failure.fields : {};
  const fields = draftFields.filter((field) => faults[field] !== undefined);
  if (fields.length === 0) {
    return (
      <div id={summaryPlace} tabIndex={-1}>
        <FailureBar failure={failure} />
      </div>
    );
  }
  return (
    <div id={summaryPlace} tabIndex={-1} className={styles.summary} role="alert">
      <strong>{words.propose.placesToCheck(fields.length)}</strong>
      {fields.map((field) => (
        <Link
          key={field}
          as="button"
          inline
          onClick={() => document.getElementById(fieldPlace(field))?.focus()}
        >
          {field === 'officeKind' ? words.propose.officeKind : terms.field[field]}
        </Link>
      ))}
    </div>
  );
}
