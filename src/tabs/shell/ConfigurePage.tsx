import { makeStyles } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Host } from './host.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  page: { padding: '16px 24px' },
  title: { margin: '0 0 8px', fontSize: '18px', lineHeight: '26px', wordBreak: 'auto-phrase' },
  text: { margin: 0, maxWidth: '560px', wordBreak: 'auto-phrase' },
});

interface ConfigurePageProps {
  readonly offerChannelTab: Host['offerChannelTab'];
}

/** What is shown while the app is added to a channel; there is one view to add, so nothing to choose. */
export function ConfigurePage({ offerChannelTab }: ConfigurePageProps) {
  const styles = useStyles();
  const { words, shown } = useSurroundings();
  useEffect(() => {
    offerChannelTab({
      entityId: 'triage',
      url: new URL('/tabs/?surface=channel&view=triage', window.location.origin).href,
      name: words.configure.tabName,
    });
    shown();
  }, [offerChannelTab, shown, words]);
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{words.configure.title}</h1>
      <p className={styles.text}>{words.configure.text}</p>
    </main>
  );
}
