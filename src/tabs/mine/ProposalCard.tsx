import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProposalRow } from '../../contract/proposal-answers.js';
import { traceOf } from '../../domain/trace.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import { TraceLine } from './TraceLine.js';

const useStyles = makeStyles({
  card: {
    position: 'relative',
    padding: '10px 16px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-within': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '4px 8px' },
  title: {
    flex: '1 1 240px',
    minWidth: 0,
    margin: 0,
    fontSize: '14px',
    lineHeight: '20px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
  },
  number: {
    marginRight: '8px',
    fontSize: '12px',
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  open: {
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    outlineStyle: 'none',
    '::after': { content: '""', position: 'absolute', inset: 0 },
  },
});

interface ProposalCardProps {
  readonly row: ProposalRow;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
}

/** One of my proposals: number, title, status and how far it has come. */
export function ProposalCard({ row, isChosen, onOpen }: ProposalCardProps) {
  const styles = useStyles();
  return (
    <article className={mergeClasses(styles.card, isChosen && styles.chosen)}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          <button
            type="button"
            id={`open-${row.number}`}
            className={styles.open}
            onClick={onOpen}
            {...(isChosen && { 'aria-current': 'true' as const })}
          >
            <span className={styles.number}>{row.number}</span>
            <span>{row.title}</span>
          </button>
        </h3>
        <StatusBadge status={row.status} />
      </div>
      <TraceLine steps={traceOf(row)} />
    </article>
  );
}
