import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { TriageAnswer } from '../../contract/triage-answers.js';
import { AgeNotice } from '../shell/AgeNotice.js';
import { isBehind } from '../shell/is-behind.js';
import { DeskPanes } from './DeskPanes.js';
import { KeyBar } from './KeyBar.js';
import { KeyListDialog } from './KeyListDialog.js';
import { UndoBars } from './UndoBars.js';
import { useDesk } from './use-desk.js';
import { useKeys } from './use-keys.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

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
});

interface TriageDeskProps {
  readonly queue: TriageAnswer;
  readonly masters: MastersAnswer;
  readonly opened: string | undefined;
  readonly isSample: boolean | undefined;
  /** The last fetch of the queue failed. */
  readonly isStale: boolean;
  readonly onRefresh: () => void;
}

/** The desk on which proposals are sorted: queue, item and decision side by side, or as pages on a phone. */
export function TriageDesk(props: TriageDeskProps) {
  const { queue, masters, opened, isSample, isStale, onRefresh } = props;
  const styles = useStyles();
  const { words, clock } = useTriageSurroundings();
  const desk = useDesk(queue, masters, opened);
  const [showsKeys, setShowsKeys] = useState(false);
  const onKeyDown = useKeys(desk, () => setShowsKeys(true));
  useEffect(() => clock.note(queue.asOf), [clock, queue.asOf]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the list and the item inside; each has a button too
    <div className={styles.desk} onKeyDown={onKeyDown}>
      <h1 className={styles.title}>{words.triage.title}</h1>
      {(isStale || isBehind(queue.asOf, clock.now())) && (
        <AgeNotice at={queue.asOf} onRefresh={onRefresh} />
      )}
      <UndoBars desk={desk} onDue={onRefresh} />
      <DeskPanes desk={desk} />
      <KeyBar asOf={queue.asOf} isSample={isSample} onList={() => setShowsKeys(true)} />
      <KeyListDialog open={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
