import { Button, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { masterLabel } from '../shell/decision-facts.js';
import { BulkBar } from './BulkBar.js';
import { FilterMenu, type FilterPaneSwitch } from './FilterMenu.js';
import { places } from './places.js';
import { QueueTable } from './QueueTable.js';
import { noFilter } from './queue-view.js';
import { SelectAll } from './SelectAll.js';
import type { Desk } from './use-desk.js';
import type { DeskWidth } from './use-desk-width.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    position: 'relative',
    minHeight: 0,
    minWidth: 0,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  search: { display: 'flex', flexWrap: 'wrap', gap: '8px', padding: '8px 10px 4px' },
  box: { flex: '1 1 160px', maxWidth: 'none', minWidth: 0 },
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 6px',
    minHeight: '32px',
    padding: '0 10px',
    fontSize: '13px',
  },
  select: { margin: '0 0 0 -10px', flexShrink: 0 },
  left: { fontVariantNumeric: 'tabular-nums' },
  count: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' },
  empty: { padding: '40px 20px', textAlign: 'center' },
});

function FilterTags({ desk }: { desk: Desk }) {
  const { words, locale } = useTriageSurroundings();
  const { state, categoryId } = desk.filter;
  const tags = [
    state !== 'all' && {
      name: words.triage.state[state],
      remove: () => desk.setFilter({ state: 'all' }),
    },
    categoryId !== undefined && {
      name: masterLabel(desk.masters, 'categories', categoryId, locale),
      remove: () => desk.setFilter({ categoryId: undefined }),
    },
  ].filter((tag) => tag !== false);
  return tags.map(({ name, remove }) => (
    <Button
      key={name}
      size="small"
      icon={<DismissRegular />}
      iconPosition="after"
      aria-label={words.triage.removeFilter(name)}
      onClick={remove}
    >
      {name}
    </Button>
  ));
}

function EmptyQueue({ desk }: { desk: Desk }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  if (desk.rows.length === 0) return <p className={styles.empty}>{words.triage.nothingYet}</p>;
  return (
    <div className={styles.empty}>
      <p>{words.triage.empty}</p>
      <Button onClick={() => desk.setFilter(noFilter)}>{words.triage.clearFilters}</Button>
    </div>
  );
}

interface QueuePaneProps {
  readonly desk: Desk;
  readonly width: DeskWidth;
  /** The filters beside the list, where there is room for them. */
  readonly filterPane: FilterPaneSwitch | undefined;
}

/** What to take next: search, the rows that remain, and what can be done with several. */
export function QueuePane({ desk, width, filterPane }: QueuePaneProps) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const undecided = desk.counts.received + desk.counts.reviewing;
  const isFolded = width !== 'broad';
  return (
    <section className={styles.pane} aria-label={words.triage.listLabel} data-keys="list">
      <search className={styles.search}>
        <SearchBox
          id={places.search}
          className={styles.box}
          aria-label={words.triage.search}
          placeholder={words.triage.search}
          value={desk.filter.search}
          onChange={(_, { value }) => desk.setFilter({ search: value })}
        />
        <FilterMenu desk={desk} pane={filterPane} />
      </search>
      <div className={styles.tags}>
        {isFolded && desk.visible.length > 0 && (
          <span className={styles.select}>
            <SelectAll desk={desk} />
          </span>
        )}
        {!filterPane?.isOpen && (
          <span className={styles.left}>
            {words.triage.left} <b>{undecided}</b> {words.triage.items}
          </span>
        )}
        <FilterTags desk={desk} />
        <span className={styles.count} role="status">
          {words.triage.shown(desk.visible.length)}
        </span>
      </div>
      {desk.visible.length > 0 ? (
        <QueueTable desk={desk} isFolded={isFolded} />
      ) : (
        <EmptyQueue desk={desk} />
      )}
      {desk.checked.size > 0 && <BulkBar desk={desk} />}
    </section>
  );
}
