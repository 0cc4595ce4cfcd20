import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { TriageAnswer } from '../../contract/triage-answers.js';
import { AgeNotice } from '../shell/AgeNotice.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useAtMost } from '../shell/use-at-most.js';
import { DecideDrawer } from './DecideDrawer.js';
import { DecidePane } from './DecidePane.js';
import { FilterPane } from './FilterPane.js';
import { ItemPane } from './ItemPane.js';
import { KeyBar } from './KeyBar.js';
import { KeyListDialog } from './KeyListDialog.js';
import { QueuePane } from './QueuePane.js';
import { UndoBars } from './UndoBars.js';
import { type Desk, useDesk } from './use-desk.js';
import { useItem } from './use-item.js';
import { useKeys } from './use-keys.js';

const useStyles = makeStyles({
  desk: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '320px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  panes: { display: 'grid', flex: 1, minHeight: 0 },
  wide: { gridTemplateColumns: '224px minmax(400px, 1.4fr) minmax(272px, 1fr) 304px' },
  medium: { gridTemplateColumns: '208px minmax(360px, 1.4fr) minmax(300px, 1fr)' },
  narrow: { gridTemplateColumns: 'minmax(340px, 1.2fr) minmax(280px, 1fr)' },
  phone: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The server's register counts as behind when it has not caught up for this long. */
const staleAfterMs = 180_000;

type Width = 'wide' | 'medium' | 'narrow' | 'phone';

function useWidth(): Width {
  const isPhone = useAtMost(639);
  const isNarrow = useAtMost(899);
  const isMedium = useAtMost(1199);
  if (isPhone) return 'phone';
  if (isNarrow) return 'narrow';
  return isMedium ? 'medium' : 'wide';
}

interface TriageDeskProps {
  readonly queue: TriageAnswer;
  readonly masters: MastersAnswer;
  readonly opened: string | undefined;
  readonly isSample: boolean | undefined;
  /** The last fetch of the queue failed. */
  readonly isStale: boolean;
  readonly onRefresh: () => void;
}

interface PanesProps {
  readonly desk: Desk;
  readonly width: Exclude<Width, 'phone'>;
}

function PhonePage({ desk }: { desk: Desk }) {
  const { failure, reload } = useItem(desk);
  switch (desk.page) {
    case 'list':
      return <QueuePane desk={desk} hasFilterMenu />;
    case 'item':
      return <ItemPane desk={desk} failure={failure} onRetry={reload} isPage opensDecide />;
    case 'decide':
      return <DecidePane key={desk.current} desk={desk} onReload={reload} isPage />;
  }
}

function Panes({ desk, width }: PanesProps) {
  const { failure, reload } = useItem(desk);
  const isWide = width === 'wide';
  return (
    <>
      {width !== 'narrow' && <FilterPane desk={desk} />}
      <QueuePane desk={desk} hasFilterMenu={width === 'narrow'} />
      <ItemPane
        desk={desk}
        failure={failure}
        onRetry={reload}
        isPage={false}
        opensDecide={!isWide}
      />
      {isWide ? (
        <DecidePane key={desk.current} desk={desk} onReload={reload} />
      ) : (
        <DecideDrawer desk={desk} onReload={reload} />
      )}
    </>
  );
}

/** The desk on which proposals are sorted: queue, item and decision side by side, or as pages on a phone. */
export function TriageDesk(props: TriageDeskProps) {
  const { queue, masters, opened, isSample, isStale, onRefresh } = props;
  const styles = useStyles();
  const { words, clock } = useSurroundings();
  const desk = useDesk(queue, masters, opened);
  const width = useWidth();
  const [showsKeys, setShowsKeys] = useState(false);
  const onKeyDown = useKeys(desk, () => setShowsKeys(true));
  useEffect(() => clock.note(queue.asOf), [clock, queue.asOf]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the list and the item inside; each has a button too
    <div className={styles.desk} onKeyDown={onKeyDown}>
      <h1 className={styles.title}>{words.triage.title}</h1>
      {(isStale || clock.now() - queue.asOf > staleAfterMs) && (
        <AgeNotice at={queue.asOf} onRefresh={onRefresh} />
      )}
      <UndoBars desk={desk} onDue={onRefresh} />
      <div className={mergeClasses(styles.panes, styles[width])}>
        {width === 'phone' ? <PhonePage desk={desk} /> : <Panes desk={desk} width={width} />}
      </div>
      <KeyBar asOf={queue.asOf} isSample={isSample} onList={() => setShowsKeys(true)} />
      <KeyListDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
