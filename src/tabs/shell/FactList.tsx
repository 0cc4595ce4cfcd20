import { makeStyles, tokens } from '@fluentui/react-components';
import type { DecisionFact } from './decision-facts.js';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    columnGap: '16px',
    rowGap: '4px',
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
});

/** Short values beside their labels. */
export function FactList({ facts }: { facts: readonly DecisionFact[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.flatMap(({ label, value }) => [
        <dt key={`label-${label}-${value}`} className={styles.label}>
          {label}
        </dt>,
        <dd key={`value-${label}-${value}`} className={styles.value}>
          {value}
        </dd>,
      ])}
    </dl>
  );
}
