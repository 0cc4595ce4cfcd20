import { makeStyles, tokens } from '@fluentui/react-components';
import type { HeldNoticesAnswer } from '../../contract/notice-answers.js';
import { formatCount, formatDateTime } from '../../text/format.js';
import { FailureBar } from '../shell/FailureBar.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { Panel } from '../shell/Panel.js';
import { usePolled } from '../shell/use-polled.js';
import { HeldList } from './HeldList.js';
import { useAdminSurroundings } from './use-admin-surroundings.js';

const noticesEveryMs = 30_000;
const parts = [
  'delivered',
  'unconfirmed',
  'undeliverable',
  'suppressed',
  'held',
  'pending',
] as const satisfies readonly (keyof HeldNoticesAnswer['balance'])[];

const useStyles = makeStyles({
  equation: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '4px 12px',
    margin: 0,
    fontSize: '16px',
    lineHeight: '24px',
    fontVariantNumeric: 'tabular-nums',
  },
  total: { fontWeight: tokens.fontWeightSemibold },
  part: { whiteSpace: 'nowrap' },
  label: { marginRight: '4px', fontSize: '14px', color: tokens.colorNeutralForeground2 },
  none: { margin: 0 },
});

/** Everything that was ever to be told is in one of the parts: the sum is the total, at every instant. */
function Equation({ balance }: Pick<HeldNoticesAnswer, 'balance'>) {
  const styles = useStyles();
  const { words } = useAdminSurroundings();
  const total = parts.reduce((sum, part) => sum + balance[part], 0);
  return (
    <p className={styles.equation}>
      <span className={styles.total}>{words.admin.balance(formatCount(total))}</span>
      {parts.map((part, index) => (
        <span key={part} className={styles.part}>
          {index > 0 && <span aria-hidden="true">＋ </span>}
          <span className={styles.label}>{words.admin.part[part]}</span>
          {formatCount(balance[part])}
        </span>
      ))}
    </p>
  );
}

/** お知らせの収支, and what an administrator decides of it. */
export function HeldPart() {
  const styles = useStyles();
  const { client, words, locale } = useAdminSurroundings();
  const { value, failure, refresh } = usePolled(client.heldNotices, noticesEveryMs);
  return (
    <Panel title={words.admin.notices}>
      {value && <FailureBar failure={failure} />}
      {value && <Equation balance={value.balance} />}
      {value?.quietUntil !== undefined && (
        <p className={styles.none}>{words.admin.quiet(formatDateTime(value.quietUntil, locale))}</p>
      )}
      {value && <HeldList held={value} onChanged={refresh} />}
      {!value && failure && (
        <FailurePanel failure={failure} title={words.admin.failed} onRetry={refresh} />
      )}
      {!value && !failure && <LoadingRows count={2} height={36} />}
    </Panel>
  );
}
