import { useEffect } from 'react';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { usePolled } from '../shell/use-polled.js';
import { TriageDesk } from './TriageDesk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const queueEveryMs = 15_000;
const mastersEveryMs = 600_000;

/** 仕分け: read, compare, decide, next. `opened` is the number a link leads to. */
export function TriagePage({ opened }: { opened: string | undefined }) {
  const { client, words, shown } = useTriageSurroundings();
  const queue = usePolled(client.triage, queueEveryMs);
  const masters = usePolled(client.masters, mastersEveryMs);
  // The queue itself does not say whether the campaign is a sample.
  const campaign = usePolled(client.myProposals, mastersEveryMs).value?.campaign;
  const loaded = queue.value !== undefined && masters.value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);

  const failure = queue.failure ?? masters.failure;
  const hasLostRight = queue.failure?.kind === 'no-right';
  const retry = () => {
    queue.refresh();
    masters.refresh();
  };
  if (failure && (!queue.value || !masters.value || hasLostRight)) {
    return <FailurePanel failure={failure} title={words.failure.page} onRetry={retry} isPage />;
  }
  if (!queue.value || !masters.value) return <LoadingRows count={8} height={34} />;
  return (
    <TriageDesk
      queue={queue.value}
      masters={masters.value}
      opened={opened}
      isSample={campaign?.isSample}
      isStale={queue.failure !== undefined}
      onRefresh={queue.refresh}
    />
  );
}
