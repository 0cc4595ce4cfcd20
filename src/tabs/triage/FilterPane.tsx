import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { masterLabel } from '../shell/decision-facts.js';
import { countCategories, queueStates } from './queue-view.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  pane: {
    overflowY: 'auto',
    minHeight: 0,
    paddingBottom: '12px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inDrawer: { overflowY: 'visible', backgroundColor: 'transparent', borderRight: 'none' },
  section: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  captions: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: '8px',
    margin: 0,
    padding: '12px 14px 4px',
    fontSize: '12px',
    lineHeight: '16px',
  },
  caption: { margin: 0, fontSize: '12px', lineHeight: '16px' },
  aside: { color: tokens.colorNeutralForeground3 },
  left: { margin: 0, padding: '0 14px 4px', display: 'flex', alignItems: 'baseline', gap: '6px' },
  figure: { fontSize: '28px', lineHeight: '36px', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  choice: {
    position: 'relative',
    display: 'flex',
    justifyContent: 'space-between',
    gap: '8px',
    width: '100%',
    minHeight: '28px',
    boxSizing: 'border-box',
    padding: '4px 14px',
    border: 0,
    background: 'none',
    font: 'inherit',
    fontSize: '13px',
    lineHeight: '20px',
    color: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 899px)': { minHeight: '44px', alignItems: 'center' },
  },
  chosen: {
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  count: { fontVariantNumeric: 'tabular-nums' },
  name: { minWidth: 0, overflowWrap: 'anywhere' },
  bar: {
    position: 'absolute',
    left: '14px',
    right: '14px',
    bottom: 0,
    height: '2px',
    backgroundColor: tokens.colorNeutralBackground5,
  },
  share: { height: '100%', backgroundColor: tokens.colorBrandStroke1 },
});

interface FilterPaneProps {
  readonly desk: Desk;
  /** Told after a choice, to close the drawer around the filters. */
  readonly onChosen?: () => void;
}

function StateFilters({ desk, onChosen }: FilterPaneProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  return (
    <ul className={styles.list}>
      {(['all', ...queueStates] as const).map((state) => {
        const isChosen = desk.filter.state === state;
        return (
          <li key={state}>
            <button
              type="button"
              className={mergeClasses(styles.choice, isChosen && styles.chosen)}
              aria-pressed={isChosen}
              onClick={() => {
                desk.setFilter({ state });
                onChosen?.();
              }}
            >
              <span className={styles.name}>{words.triage.state[state]}</span>
              <span className={styles.count}>{desk.counts[state]}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function CategoryFilters({ desk, onChosen }: FilterPaneProps) {
  const styles = useStyles();
  const { locale } = useTriageSurroundings();
  const counts = useMemo(() => countCategories(desk.rows), [desk.rows]);
  const known = desk.masters.categories.map(({ id }) => id).filter((id) => counts.has(id));
  const others = [...counts.keys()].filter((id) => !known.includes(id));
  return (
    <ul className={styles.list}>
      {[...known, ...others].map((id) => {
        const isChosen = desk.filter.categoryId === id;
        const { undecided, all } = counts.get(id) ?? { undecided: 0, all: 0 };
        return (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.choice, isChosen && styles.chosen)}
              aria-pressed={isChosen}
              onClick={() => {
                desk.setFilter({ categoryId: isChosen ? undefined : id });
                onChosen?.();
              }}
            >
              <span className={styles.name}>
                {masterLabel(desk.masters, 'categories', id, locale)}
              </span>
              <span className={styles.count}>
                <b>{undecided}</b>
                {locale === 'ja' ? '／' : '/'}
                {all}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span
                  className={styles.share}
                  style={{ display: 'block', width: `${(100 * (all - undecided)) / (all || 1)}%` }}
                />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What is left, and where to look. */
export function FilterPane({ desk, onChosen }: FilterPaneProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const left = desk.counts.received + desk.counts.reviewing;
  const told = onChosen ? { onChosen } : {};
  return (
    <section
      className={mergeClasses(styles.pane, onChosen && styles.inDrawer)}
      aria-label={words.triage.filters}
    >
      <div className={styles.section}>
        <div className={styles.captions}>
          <h2 className={styles.caption}>{words.triage.untilDecision}</h2>
          <span className={styles.aside}>{words.triage.all(desk.counts.all)}</span>
        </div>
        <p className={styles.left}>
          {words.triage.left} <b className={styles.figure}>{left}</b> {words.triage.items}
        </p>
      </div>
      <div className={styles.section}>
        <div className={styles.captions}>
          <h2 className={styles.caption}>{words.triage.byState}</h2>
        </div>
        <StateFilters desk={desk} {...told} />
      </div>
      <div className={styles.captions}>
        <h2 className={styles.caption}>{words.triage.byCategory}</h2>
        <span className={styles.aside}>{words.triage.undecidedOfAll}</span>
      </div>
      <CategoryFilters desk={desk} {...told} />
    </section>
  );
}
