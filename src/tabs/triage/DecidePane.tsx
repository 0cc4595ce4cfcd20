import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { BeginReview } from './BeginReview.js';
import { DecidedSummary } from './DecidedSummary.js';
import { DecisionForm } from './DecisionForm.js';
import type { DecidePartProps } from './decide-part.js';
import { PublishedSummary } from './PublishedSummary.js';
import { places } from './places.js';
import type { Desk } from './use-desk.js';
import { usePaneStyles } from './use-pane-styles.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: 0,
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    outlineStyle: 'none',
  },
  back: { padding: '8px 8px 0' },
  text: { padding: '12px 16px' },
  title: { margin: '0 0 8px', fontSize: '16px', lineHeight: '22px' },
});

function PendingNote() {
  const styles = useStyles();
  const pane = usePaneStyles();
  const { words } = useTriageSurroundings();
  return (
    <div className={styles.text}>
      <h2 className={styles.title}>{words.decide.pendingTitle}</h2>
      <p className={pane.text}>{words.decide.pendingText}</p>
    </div>
  );
}

function PartFor(props: DecidePartProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const { item, desk } = props;
  const [wantsChange, setChanging] = useState(false);
  // What was typed is shown again, whatever happened to the item meanwhile.
  const isChanging = wantsChange || desk.drafts.has(item.number);
  const change = { ...props, onChange: () => setChanging(true) };
  const { state } = item.publication;

  if (state === 'pending') return <PendingNote />;
  if (item.status === 'received') return <BeginReview {...props} />;
  if (item.status === 'reviewing') return <DecisionForm {...props} onDone={undefined} />;
  if (item.status === 'decided' && isChanging) {
    return <DecisionForm {...props} onDone={() => setChanging(false)} />;
  }
  if (state === 'unpublished') return <DecidedSummary {...change} />;
  if (state === 'published') return <PublishedSummary {...change} />;
  return <p className={styles.text}>{words.decide.notOffered}</p>;
}

interface DecidePaneProps {
  readonly desk: Desk;
  readonly onReload: () => void;
  /** Where the item is not in sight, a button leads to it. */
  readonly leadsBack: boolean;
}

/** What can be done with the item being read. Give it the number as key. */
export function DecidePane({ desk, onReload, leadsBack }: DecidePaneProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  return (
    <section
      id={places.decide}
      className={styles.pane}
      tabIndex={-1}
      aria-label={words.decide.paneLabel}
    >
      {leadsBack && (
        <div className={styles.back}>
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            onClick={() => desk.setPage('item')}
          >
            {words.triage.toItem}
          </Button>
        </div>
      )}
      {desk.item && <PartFor desk={desk} item={desk.item} onReload={onReload} />}
    </section>
  );
}
