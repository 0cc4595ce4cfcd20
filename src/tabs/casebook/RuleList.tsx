import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { MastersAnswer } from '../../contract/common-answers.js';
import { formatCount } from '../../text/format.js';
import { masterLabel } from '../shell/decision-facts.js';
import { lineId, type RuleGroup } from './rule-groups.js';
import { useCasebookSurroundings } from './use-casebook-surroundings.js';

const useStyles = makeStyles({
  list: {
    padding: '8px 0',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  category: {
    margin: 0,
    padding: '8px 16px 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  rules: { margin: 0, padding: 0, listStyleType: 'none' },
  rule: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '12px',
    width: '100%',
    minHeight: '44px',
    padding: '8px 16px',
    border: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: '14px',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  title: { minWidth: 0, wordBreak: 'auto-phrase', overflowWrap: 'anywhere' },
  count: {
    flexShrink: 0,
    fontSize: '12px',
    fontVariantNumeric: 'tabular-nums',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  said: { margin: 0, padding: '8px 16px', fontSize: '12px', lineHeight: '18px' },
});

interface RuleListProps {
  readonly groups: readonly RuleGroup[];
  readonly masters: MastersAnswer | undefined;
  readonly current: string | undefined;
  readonly isSearching: boolean;
  readonly onOpen: (id: string) => void;
}

/** The rules by category, in published order, each with how many departments follow it. */
export function RuleList({ groups, masters, current, isSearching, onOpen }: RuleListProps) {
  const styles = useStyles();
  const { words, locale } = useCasebookSurroundings();
  const found = groups.reduce((sum, { rules }) => sum + rules.length, 0);
  const said = found === 0 ? words.casebook.nothingFound : words.casebook.found(formatCount(found));
  return (
    <nav className={styles.list} aria-label={words.casebook.listLabel}>
      <p className={styles.said} role="status" hidden={!isSearching}>
        {isSearching ? said : ''}
      </p>
      {groups.map(({ categoryId, rules }) => (
        <section key={categoryId}>
          <h2 className={styles.category}>
            {words.casebook.category(
              masterLabel(masters, 'categories', categoryId, locale),
              formatCount(rules.length),
            )}
          </h2>
          <ul className={styles.rules}>
            {rules.map(({ id, title, adoption }) => {
              const count = formatCount(adoption?.adopted ?? 0);
              return (
                <li key={id}>
                  <button
                    id={lineId(id)}
                    type="button"
                    className={mergeClasses(styles.rule, id === current && styles.current)}
                    onClick={() => onOpen(id)}
                    {...(id === current && { 'aria-current': 'true' as const })}
                  >
                    <span className={styles.title}>{title}</span>
                    <span className={styles.count}>
                      {words.casebook.departments(count)}
                      <span className={styles.unseen}>{` ${words.casebook.follows}`}</span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
