import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowTrendingLinesRegular,
  ComposeRegular,
  ScalesRegular,
  WrenchRegular,
} from '@fluentui/react-icons';
import { traceSteps } from '../../domain/trace.js';
import { useSurroundings } from '../shell/surroundings.js';

const useStyles = makeStyles({
  card: {
    padding: '32px 24px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    textAlign: 'center',
    '@media (max-width: 639px)': { padding: '24px 16px' },
  },
  title: { margin: '0 0 12px', fontSize: '20px', lineHeight: '28px' },
  text: { margin: 0, wordBreak: 'auto-phrase' },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    maxWidth: '960px',
    margin: '28px auto',
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px' },
  },
  step: {
    position: 'relative',
    padding: '0 12px',
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      top: '14px',
      left: 'calc(50% + 22px)',
      width: 'calc(100% - 44px)',
      borderTop: `2px dashed ${tokens.colorNeutralStroke1}`,
      '@media (max-width: 639px)': { display: 'none' },
    },
    '@media (max-width: 639px)': {
      display: 'grid',
      gridTemplateColumns: '28px minmax(0, 1fr)',
      columnGap: '12px',
      padding: 0,
      textAlign: 'start',
    },
  },
  icon: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '28px',
    height: '28px',
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    color: tokens.colorBrandForeground1,
    '@media (max-width: 639px)': { gridRow: 'span 2' },
  },
  name: { margin: '4px 0 2px', fontSize: '14px', lineHeight: '20px' },
  what: { margin: 0, fontSize: '13px', lineHeight: '20px', wordBreak: 'auto-phrase' },
  start: { margin: 0, fontWeight: tokens.fontWeightSemibold, wordBreak: 'auto-phrase' },
});

const icons = {
  proposed: ComposeRegular,
  decided: ScalesRegular,
  measure: WrenchRegular,
  effect: ArrowTrendingLinesRegular,
} as const;

/** First use: what happens after sending, and how to begin. */
export function EmptyMine({ isOpen }: { isOpen: boolean }) {
  const styles = useStyles();
  const { words, terms } = useSurroundings();
  return (
    <section className={styles.card}>
      <h2 className={styles.title}>{words.mine.emptyTitle}</h2>
      <p className={styles.text}>{words.mine.emptyText}</p>
      <ol className={styles.steps}>
        {traceSteps.map((step) => {
          const Icon = icons[step];
          return (
            <li key={step} className={styles.step}>
              <span className={styles.icon} aria-hidden="true">
                <Icon />
              </span>
              <h3 className={styles.name}>{terms.trace[step]}</h3>
              <p className={styles.what}>{words.mine.steps[step]}</p>
            </li>
          );
        })}
      </ol>
      <p className={styles.start}>{isOpen ? words.mine.emptyStart : words.mine.noCampaign}</p>
    </section>
  );
}
