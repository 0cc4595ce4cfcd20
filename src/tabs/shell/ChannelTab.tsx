import { makeStyles } from '@fluentui/react-components';
import { Suspense } from 'react';
import type { Destination } from './deep-link.js';
import { LoadingRows } from './LoadingRows.js';
import { lazyPart } from './lazy-part.js';
import { OfflineNotice } from './OfflineNotice.js';
import { PartBoundary } from './PartBoundary.js';
import { contentId, SkipLink } from './SkipLink.js';

const TriagePage = lazyPart(async () => (await import('../triage/TriagePage.js')).TriagePage);

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100dvh', minWidth: 0 },
  main: { flex: 1, minHeight: 0, overflowY: 'auto', outlineStyle: 'none' },
});

/** The triage as a tab of a channel: the same for every member, and closed to those without the role. */
export function ChannelTab({ destination }: { destination: Destination }) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <SkipLink />
      <OfflineNotice />
      <main id={contentId} tabIndex={-1} className={styles.main}>
        <PartBoundary>
          <Suspense fallback={<LoadingRows count={8} height={34} />}>
            <TriagePage opened={destination.number} />
          </Suspense>
        </PartBoundary>
      </main>
    </div>
  );
}
