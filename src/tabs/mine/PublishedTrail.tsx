import { makeStyles, tokens } from '@fluentui/react-components';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { PublishedTrailEntry } from '../../contract/proposal-answers.js';
import { civilDateOf } from '../../domain/instant.js';
import { isDecisionInForce } from '../../domain/published-view.js';
import { formatShortDate, formatTime } from '../../text/format.js';
import { outcomeWords } from '../../text/outcome-words.js';
import { decisionFacts } from '../shell/decision-facts.js';
import { FactList } from '../shell/FactList.js';
import { StatusShape } from '../shell/StatusShape.js';
import { useSurroundings } from '../shell/surroundings.js';

const useStyles = makeStyles({
  trail: { margin: 0, padding: 0, listStyleType: 'none' },
  entry: {
    display: 'grid',
    gridTemplateColumns: '72px 16px minmax(0, 1fr)',
    columnGap: '10px',
    position: 'relative',
    paddingBottom: '14px',
    '@media (max-width: 639px)': { gridTemplateColumns: '16px minmax(0, 1fr)' },
    ':not(:last-child)::before': {
      content: '""',
      position: 'absolute',
      left: '89px',
      '@media (max-width: 639px)': { left: '7px' },
      top: '20px',
      bottom: '-2px',
      borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  day: {
    fontSize: '12px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 639px)': { gridColumn: 2 },
  },
  shape: {
    display: 'flex',
    height: '20px',
    alignItems: 'center',
    '@media (max-width: 639px)': { gridColumn: 1, gridRow: 1 },
  },
  said: { '@media (max-width: 639px)': { gridColumn: 2 } },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  reason: { margin: '2px 0 8px', whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  facts: {
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: '12px',
    lineHeight: '18px',
  },
});

interface EntryProps {
  readonly entry: PublishedTrailEntry;
  readonly masters: MastersAnswer | undefined;
}

function useSentence({ kind, status, occurredAt, decision }: PublishedTrailEntry): string {
  const { terms, words, locale } = useSurroundings();
  if (kind === 'received') return words.mine.receivedAt(formatTime(occurredAt));
  const sentence = terms.statusSentence[status];
  if (!decision || !isDecisionInForce(status)) return sentence;
  return `${sentence}${locale === 'ja' ? '：' : ': '}${terms.track[decision.track]}`;
}

function Entry({ entry, masters }: EntryProps) {
  const styles = useStyles();
  const { locale, words } = useSurroundings();
  const sentence = useSentence(entry);
  const decision = isDecisionInForce(entry.status) ? entry.decision : undefined;
  const outcome = outcomeWords(entry, locale);
  const facts = [
    ...(decision ? decisionFacts(decision, masters, locale) : []),
    ...outcome.facts,
    ...outcome.texts,
  ];
  return (
    <li className={styles.entry}>
      <span className={styles.day}>{formatShortDate(civilDateOf(entry.occurredAt), locale)}</span>
      <span className={styles.shape}>
        <StatusShape status={entry.status} />
      </span>
      <div className={styles.said}>
        <p className={styles.what}>{sentence}</p>
        {decision && <p className={styles.reason}>{words.mine.reason(decision.reason)}</p>}
        {facts.length > 0 && (
          <div className={styles.facts}>
            <FactList facts={facts} />
          </div>
        )}
      </div>
    </li>
  );
}

interface PublishedTrailProps {
  readonly trail: readonly PublishedTrailEntry[];
  readonly masters: MastersAnswer | undefined;
}

/** The published trail, newest first, with the reason of each decision. */
export function PublishedTrail({ trail, masters }: PublishedTrailProps) {
  const styles = useStyles();
  const newestFirst = trail.toSorted((a, b) => b.seq - a.seq);
  return (
    <ol className={styles.trail}>
      {newestFirst.map((entry) => (
        <Entry key={entry.seq} entry={entry} masters={masters} />
      ))}
    </ol>
  );
}
