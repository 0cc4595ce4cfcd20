import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { MinePage } from '../mine/MinePage.js';
import type { Destination, View } from './deep-link.js';
import { LoadingRows } from './LoadingRows.js';
import { OfflineNotice } from './OfflineNotice.js';
import { contentId, SkipLink } from './SkipLink.js';
import { useSurroundings } from './surroundings.js';
import { usePolled } from './use-polled.js';

const TriagePage = lazy(async () => {
  const { TriagePage: page } = await import('../triage/TriagePage.js');
  return { default: page };
});

const rolesEveryMs = 300_000;

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', height: '100dvh', minWidth: 0 },
  bar: {
    flexShrink: 0,
    padding: '0 14px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  main: { flex: 1, minHeight: 0, overflowY: 'auto', outlineStyle: 'none' },
});

/** The personal tab: my proposals, and the triage for those whose role it is. */
export function PersonalTab({ destination }: { destination: Destination }) {
  const styles = useStyles();
  const { client, words } = useSurroundings();
  const me = usePolled(client.me, rolesEveryMs);
  const [view, setView] = useState<View>(destination.view);
  const mayTriage = me.value?.roles.includes('secretariat') ?? false;
  const number = (of: View) => (of === destination.view ? destination.number : undefined);

  return (
    <div className={styles.frame}>
      <SkipLink />
      <nav className={styles.bar} aria-label={words.tabs.label}>
        <TabList
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(value === 'triage' ? 'triage' : 'mine')}
        >
          <Tab value="mine" id="tab-mine" aria-controls={contentId}>
            {words.tabs.mine}
          </Tab>
          {(mayTriage || view === 'triage') && (
            <Tab value="triage" id="tab-triage" aria-controls={contentId}>
              {words.tabs.triage}
            </Tab>
          )}
        </TabList>
      </nav>
      <OfflineNotice />
      <main id={contentId} tabIndex={-1} className={styles.main}>
        {view === 'mine' ? (
          <MinePage opened={number('mine')} />
        ) : (
          <Suspense fallback={<LoadingRows count={8} height={34} />}>
            <TriagePage opened={number('triage')} />
          </Suspense>
        )}
      </main>
    </div>
  );
}
