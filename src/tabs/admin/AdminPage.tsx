import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import { FailurePanel } from '../shell/FailurePanel.js';
import { usePolled } from '../shell/use-polled.js';
import { HealthPart } from './HealthPart.js';
import { HeldPart } from './HeldPart.js';
import { ListFaultsPart } from './ListFaultsPart.js';
import { useAdminSurroundings } from './use-admin-surroundings.js';

const rolesEveryMs = 300_000;
const noRight = { kind: 'no-right' } as const;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    boxSizing: 'border-box',
    maxWidth: '1080px',
    padding: '16px 24px 32px',
    '@media (max-width: 639px)': { gap: '12px', padding: '12px 16px 24px' },
  },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
});

/** 管理: how the app is, what was changed by hand, and what became of all notices. Each part stands for itself. */
export function AdminPage() {
  const styles = useStyles();
  const { client, words, shown } = useAdminSurroundings();
  const me = usePolled(client.me, rolesEveryMs);
  useEffect(() => shown(), [shown]);
  // The server judges every part by itself; one sentence for all of them is easier to read.
  if (me.value && !me.value.roles.includes('administrator')) {
    const title = words.admin.failed;
    return <FailurePanel failure={noRight} title={title} onRetry={me.refresh} isPage />;
  }
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.admin.title}</h1>
      <HealthPart />
      <HeldPart />
      <ListFaultsPart />
    </div>
  );
}
