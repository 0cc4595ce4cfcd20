import { Button, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import type { ListFaultsAnswer } from '../../contract/list-fault-answers.js';
import { FailureBar } from '../shell/FailureBar.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { Panel } from '../shell/Panel.js';
import { usePolled } from '../shell/use-polled.js';
import { useAdminSurroundings } from './use-admin-surroundings.js';
import { useReread } from './use-reread.js';

const faultsEveryMs = 120_000;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'start',
    justifyContent: 'space-between',
    gap: '4px 16px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  none: { margin: 0 },
  caption: { margin: '8px 0 0', fontSize: '14px', lineHeight: '20px' },
});

type Fault = ListFaultsAnswer['faults'][number];

const nameOf = ({ listName, number, itemId }: Fault): string =>
  `${listName} ${number ?? `#${itemId}`}`;

interface FaultsProps {
  readonly report: ListFaultsAnswer;
  readonly busy: boolean;
  readonly onRestore: (fault: Fault) => void;
}

function Faults({ report, busy, onRestore }: FaultsProps) {
  const styles = useStyles();
  const { words } = useAdminSurroundings();
  const { faults, missing } = report;
  return (
    <>
      {faults.length === 0 && <p className={styles.none}>{words.admin.noFaults}</p>}
      <ul className={styles.list}>
        {faults.map((fault) => (
          <li key={`${fault.list} ${fault.itemId} ${fault.code}`} className={styles.line}>
            <span className={styles.text}>
              <span className={styles.name}>{nameOf(fault)}</span>
              {fault.text}
            </span>
            {fault.canRestore && (
              <Button
                aria-label={words.admin.restoreOf(nameOf(fault))}
                disabledFocusable={busy}
                onClick={() => onRestore(fault)}
              >
                {busy ? words.admin.restoring : words.admin.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h3 className={styles.caption}>{words.admin.missing}</h3>
          <ul className={styles.list}>
            {missing.map(({ first, text }) => (
              <li key={first} className={styles.line}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** 手で直された項目: what stands in the lists otherwise than the app wrote it, with what can be done. */
export function ListFaultsPart() {
  const { client, words } = useAdminSurroundings();
  const { announce } = useAnnounce();
  const polled = usePolled(client.listFaults, faultsEveryMs);
  const { value, failure, busy, run } = useReread(polled);
  const restore = async ({ list, itemId }: Fault) => {
    if (busy) return;
    const done = await run(() => client.restoreItem(list, itemId));
    if (done) announce(words.admin.restored, { polite: true });
  };
  return (
    <Panel title={words.admin.faults} hint={words.admin.faultsWhy}>
      {value && <FailureBar failure={failure} />}
      {value && <Faults report={value} busy={busy} onRestore={(fault) => void restore(fault)} />}
      {!value && failure && (
        <FailurePanel failure={failure} title={words.admin.failed} onRetry={polled.refresh} />
      )}
      {!value && !failure && <LoadingRows count={2} height={36} />}
    </Panel>
  );
}
