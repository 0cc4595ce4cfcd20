import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  PenRegular,
} from '@fluentui/react-icons';
import { formatTime } from '../../text/format.js';
import type { Saving } from './draft-writer.js';
import { useProposeSurroundings } from './use-propose-surroundings.js';

const useStyles = makeStyles({
  mark: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    minHeight: '20px',
    margin: 0,
    fontSize: '13px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  icon: { display: 'inline-flex', flexShrink: 0, fontSize: '16px' },
});

const icons = {
  unsaved: PenRegular,
  saving: ArrowSyncRegular,
  saved: CheckmarkCircleRegular,
  failed: ErrorCircleRegular,
} as const;

/** Whether what is typed is saved, always in words. */
export function SavedMark({ saving }: { readonly saving: Saving }) {
  const styles = useStyles();
  const { words } = useProposeSurroundings();
  const { propose } = words;
  if (saving.kind === 'none') return null;
  const Icon = icons[saving.kind];
  const said = {
    unsaved: () => propose.unsaved,
    saving: () => propose.saving,
    saved: () => (saving.kind === 'saved' ? propose.saved(formatTime(saving.at)) : ''),
    failed: () => propose.saveFailed,
  };
  return (
    <p className={styles.mark} role="status">
      <span className={styles.icon} aria-hidden="true">
        <Icon />
      </span>
      {said[saving.kind]()}
    </p>
  );
}
