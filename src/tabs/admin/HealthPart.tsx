import { Button, makeStyles, tokens, useAnnounce } from '@fluentui/react-components';
import { CheckmarkCircleFilled, ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HealthAnswer } from '../../contract/health-answers.js';
import { formatCount, formatDateTime } from '../../text/format.js';
import { healthTerms } from '../../text/health-texts.js';
import { FailureBar } from '../shell/FailureBar.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { Panel } from '../shell/Panel.js';
import { usePolled } from '../shell/use-polled.js';
import { useAdminSurroundings } from './use-admin-surroundings.js';
import { useReread } from './use-reread.js';

const healthEveryMs = 60_000;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(96px, 160px) minmax(0, 1fr)',
    gap: '2px 12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 639px)': { gridTemplateColumns: '20px minmax(0, 1fr)' },
  },
  subject: { fontWeight: tokens.fontWeightSemibold, wordBreak: 'auto-phrase' },
  text: {
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { gridColumn: '2' },
  },
  word: { color: tokens.colorNeutralForeground2 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  none: { margin: 0 },
});

type Finding = HealthAnswer['findings'][number];

function StateIcon({ state }: Pick<Finding, 'state'>) {
  const styles = useStyles();
  switch (state) {
    case 'sound':
      return <CheckmarkCircleFilled className={styles.good} fontSize={20} aria-hidden="true" />;
    case 'attention':
      return <WarningFilled className={styles.warning} fontSize={20} aria-hidden="true" />;
    case 'fault':
      return <ErrorCircleFilled className={styles.bad} fontSize={20} aria-hidden="true" />;
  }
}

/** The worst first, each with what to do. */
function Findings({ findings }: { findings: readonly Finding[] }) {
  const styles = useStyles();
  const { locale } = useAdminSurroundings();
  const { subject, state } = healthTerms(locale);
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <li key={`${finding.subject} ${finding.code} ${finding.text}`} className={styles.line}>
          <StateIcon state={finding.state} />
          <span className={styles.subject}>
            {subject[finding.subject]} <span className={styles.word}>{state[finding.state]}</span>
          </span>
          <span className={styles.text}>{finding.text}</span>
        </li>
      ))}
    </ul>
  );
}

const order = { fault: 0, attention: 1, sound: 2 } as const;

function Report({ report }: { report: HealthAnswer }) {
  const styles = useStyles();
  const { words, locale } = useAdminSurroundings();
  const [showsSound, setShowsSound] = useState(false);
  const sorted = report.findings.toSorted((a, b) => order[a.state] - order[b.state]);
  const sound = sorted.filter(({ state }) => state === 'sound');
  const other = sorted.filter(({ state }) => state !== 'sound');
  if (report.asOf === undefined) return <p className={styles.none}>{words.admin.notLooked}</p>;
  return (
    <>
      <p className={styles.none}>
        {words.admin.asOf(formatDateTime(report.asOf, locale))}{' '}
        {words.admin.soundCount(formatCount(sound.length))}
      </p>
      {other.length === 0 && <p className={styles.none}>{words.admin.allSound}</p>}
      <Findings findings={showsSound ? sorted : other} />
      {sound.length > 0 && (
        <div>
          <Button appearance="subtle" onClick={() => setShowsSound(!showsSound)}>
            {showsSound ? words.admin.hideSound : words.admin.showSound}
          </Button>
        </div>
      )}
    </>
  );
}

/** 健全性: what the app found when it looked at itself, as the command `doctor` prints it. */
export function HealthPart() {
  const { client, words } = useAdminSurroundings();
  const { announce } = useAnnounce();
  const polled = usePolled(client.health, healthEveryMs);
  const { value, failure, busy, run } = useReread(polled);
  const look = async () => {
    if (busy) return;
    if (await run(client.lookAtHealth)) announce(words.admin.looked, { polite: true });
  };
  return (
    <Panel
      title={words.admin.health}
      action={
        value && (
          <Button disabledFocusable={busy} onClick={() => void look()}>
            {busy ? words.admin.looking : words.admin.look}
          </Button>
        )
      }
    >
      {value && <FailureBar failure={failure} />}
      {value && <Report report={value} />}
      {!value && failure && (
        <FailurePanel failure={failure} title={words.admin.failed} onRetry={polled.refresh} />
      )}
      {!value && !failure && <LoadingRows count={3} height={36} />}
    </Panel>
  );
}
