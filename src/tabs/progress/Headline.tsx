import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { DotsAnswer } from '../../contract/progress-answers.js';
import { reportClasses } from '../../domain/report-class.js';
import { formatCount } from '../../text/format.js';
import { StatusShape } from '../shell/StatusShape.js';
import { useProgressWords } from './use-progress-words.js';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns:
      'minmax(150px, 1fr) minmax(190px, 1fr) minmax(280px, 1.6fr) minmax(200px, 1.2fr)',
    gap: '12px 0',
    margin: 0,
    padding: '16px 0',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 899px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  item: {
    minWidth: 0,
    padding: '0 20px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderLeftStyle: 'none' },
    '@media (max-width: 899px)': { ':nth-child(odd)': { borderLeftStyle: 'none' } },
    '@media (max-width: 639px)': { padding: '0 12px' },
  },
  label: { margin: 0, fontSize: '14px', lineHeight: '20px' },
  figure: { margin: 0, fontVariantNumeric: 'tabular-nums', wordBreak: 'auto-phrase' },
  large: {
    fontSize: '28px',
    lineHeight: '36px',
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 639px)': { fontSize: '24px', lineHeight: '32px' },
  },
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '2px 14px',
    margin: '4px 0 0',
    padding: 0,
    listStyleType: 'none',
    fontSize: '12px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
  },
  part: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    minWidth: 0,
    wordBreak: 'auto-phrase',
  },
});

interface FigureProps {
  readonly label: string;
  readonly count: number;
  readonly after?: string;
  readonly children: ReactNode;
}

function Figure({ label, count, after, children }: FigureProps) {
  const styles = useStyles();
  const { texts } = useProgressWords();
  return (
    <div className={styles.item}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.figure}>
        <span className={styles.large}>{formatCount(count)}</span> {texts.unit}
        {after}
        {children}
      </dd>
    </div>
  );
}

interface HeadlineProps {
  readonly rows: DotsAnswer['rows'];
  /** What stands beside the count of received: supporters and withdrawn. */
  readonly beside: string;
}

/** 受け付けた提案 / 実現（うち一部）/ 検討中 / その他, with every status named, so that it adds up. */
export function Headline({ rows, beside }: HeadlineProps) {
  const styles = useStyles();
  const { texts, markWord } = useProgressWords();
  const sumOf = (some: DotsAnswer['rows']) => some.reduce((sum, { count }) => sum + count, 0);
  const inPart = sumOf(rows.filter(({ mark }) => mark === 'partially-realised'));
  return (
    <dl className={styles.list}>
      <Figure label={texts.received} count={sumOf(rows)}>
        <div className={styles.parts}>{beside}</div>
      </Figure>
      {reportClasses.map((each) => {
        const own = rows.filter(({ reportClass }) => reportClass === each);
        const isInPart = own.some(({ mark, count }) => mark === 'partially-realised' && count > 0);
        return (
          <Figure
            key={each}
            label={texts.reportClass[each]}
            count={sumOf(own)}
            {...(isInPart && { after: texts.inPart(formatCount(inPart)) })}
          >
            <ul className={styles.parts}>
              {own.map(({ mark, count }) => (
                <li key={mark} className={styles.part}>
                  <StatusShape status={mark} size={14} />
                  {markWord(mark)} {formatCount(count)}
                </li>
              ))}
            </ul>
          </Figure>
        );
      })}
    </dl>
  );
}
