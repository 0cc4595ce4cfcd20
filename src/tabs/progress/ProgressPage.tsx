import { makeStyles, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CampaignsAnswer } from '../../contract/progress-answers.js';
import { ItemDrawer } from '../everyone/ItemDrawer.js';
import { SupportBar } from '../everyone/SupportBar.js';
import { useOpened } from '../everyone/use-opened.js';
import { useSupport } from '../everyone/use-support.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { useSurroundings } from '../shell/surroundings.js';
import { usePolled } from '../shell/use-polled.js';
import { CampaignProgress } from './CampaignProgress.js';
import { useProgressWords } from './use-progress-words.js';

const seldomMs = 600_000;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    boxSizing: 'border-box',
    maxWidth: '1320px',
    padding: '16px 24px',
    '@media (max-width: 639px)': { padding: '12px 16px' },
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    justifyContent: 'space-between',
    gap: '8px 16px',
  },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
  picker: { minWidth: 0, maxWidth: '100%' },
});

/** No list stands here whose rows would have to follow what is said of a proposal. */
const noList = { support: () => {}, refresh: () => {} };

interface PickerProps {
  readonly campaigns: CampaignsAnswer['campaigns'];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function CampaignPicker({ campaigns, chosen, onChoose }: PickerProps) {
  const styles = useStyles();
  const { texts } = useProgressWords();
  return (
    <Select
      className={styles.picker}
      aria-label={texts.campaign}
      value={chosen}
      onChange={(_, { value }) => onChoose(value)}
    >
      {campaigns.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </Select>
  );
}

/** 実現状況: one look at how far all proposals have come. `opened` is the number a link leads to. */
export function ProgressPage({ opened }: { opened: string | undefined }) {
  const styles = useStyles();
  const { client, words, shown } = useSurroundings();
  const { texts } = useProgressWords();
  const { value, failure, refresh } = usePolled(client.campaigns, seldomMs);
  const masters = usePolled(client.masters, seldomMs).value;
  const [wanted, setWanted] = useState<string>();
  const support = useSupport(noList);
  const item = useOpened(opened);
  const campaigns = value?.campaigns ?? [];
  const isEmpty = value !== undefined && campaigns.length === 0;
  useEffect(() => {
    if (isEmpty) shown();
  }, [isEmpty, shown]);

  if (!value) {
    return failure ? (
      <FailurePanel failure={failure} title={words.failure.page} onRetry={refresh} isPage />
    ) : (
      <LoadingRows count={4} height={120} />
    );
  }
  const chosen = wanted ?? campaigns.find(({ isOpen }) => isOpen)?.id ?? campaigns[0]?.id;
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <h1 className={styles.title}>{texts.title}</h1>
        {chosen !== undefined && campaigns.length > 1 && (
          <CampaignPicker campaigns={campaigns} chosen={chosen} onChoose={setWanted} />
        )}
      </div>
      {chosen === undefined ? (
        <p>{texts.none}</p>
      ) : (
        <CampaignProgress key={chosen} campaign={chosen} masters={masters} onOpen={item.open} />
      )}
      <ItemDrawer
        number={item.number}
        masters={masters}
        support={support}
        onClose={item.close}
        bar={<SupportBar desk={support} />}
      />
    </div>
  );
}
