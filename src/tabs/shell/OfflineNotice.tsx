import { makeStyles, tokens } from '@fluentui/react-components';
import { WarningFilled } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { useSurroundings } from './surroundings.js';

// It looks as Fluent's message bar, which stands in the parts that are loaded later: no part comes while offline.
const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '8px 12px',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    wordBreak: 'auto-phrase',
  },
  icon: {
    flexShrink: 0,
    fontSize: '20px',
    lineHeight: '20px',
    color: tokens.colorStatusWarningForeground3,
  },
});

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that the device is offline for as long as it is. */
export function OfflineNotice() {
  const styles = useStyles();
  const { words } = useSurroundings();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className={styles.bar} role="status">
      <WarningFilled className={styles.icon} aria-hidden="true" />
      {words.offline}
    </div>
  );
}
