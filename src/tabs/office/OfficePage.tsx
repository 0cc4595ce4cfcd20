import { useEffect } from 'react';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { usePolled } from '../shell/use-polled.js';
import { OfficeDesk } from './OfficeDesk.js';
import { useOfficeSurroundings } from './use-office-surroundings.js';

const itemsEveryMs = 20_000;
const mastersEveryMs = 600_000;

/** 依頼された提案: what was asked of the offices for which one acts, read without knowing who proposed it. */
export function OfficePage({ opened }: { opened: string | undefined }) {
  const { client, words, shown } = useOfficeSurroundings();
  const items = usePolled(client.officeItems, itemsEveryMs);
  const masters = usePolled(client.masters, mastersEveryMs);
  const campaigns = usePolled(client.campaigns, mastersEveryMs).value?.campaigns;
  const loaded = items.value !== undefined && masters.value !== undefined;
  useEffect(() => {
    if (loaded) shown();
  }, [loaded, shown]);

  const failure = items.failure ?? masters.failure;
  if (items.value && masters.value && items.failure?.kind !== 'no-right') {
    return (
      <OfficeDesk
        items={items.value}
        masters={masters.value}
        opened={opened}
        failure={items.failure}
        isSample={campaigns?.some((each) => each.isSample)}
        onRefresh={items.refresh}
      />
    );
  }
  if (!failure) return <LoadingRows count={8} height={52} />;
  const retry = () => {
    items.refresh();
    masters.refresh();
  };
  return <FailurePanel failure={failure} title={words.failure.page} onRetry={retry} isPage />;
}
