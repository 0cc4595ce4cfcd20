import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { DecidePane } from './DecidePane.js';
import { FilterPane } from './FilterPane.js';
import { ItemPane } from './ItemPane.js';
import { QueuePane } from './QueuePane.js';
import type { Desk, DeskPage } from './use-desk.js';
import { type DeskWidth, useDeskWidth } from './use-desk-width.js';
import { useItem } from './use-item.js';
import { useKeptFocus } from './use-kept-focus.js';

const useStyles = makeStyles({
  panes: { display: 'grid', flex: 1, minHeight: 0, gridTemplateRows: 'minmax(0, 1fr)' },
  broad: { gridTemplateColumns: '224px minmax(590px, 1.5fr) minmax(380px, 1fr) 344px' },
  wide: { gridTemplateColumns: '208px minmax(340px, 1.05fr) minmax(340px, 1fr) 320px' },
  medium: { gridTemplateColumns: 'minmax(310px, 1fr) minmax(340px, 1.1fr) 308px' },
  withoutFilters: { gridTemplateColumns: 'minmax(340px, 1.05fr) minmax(340px, 1fr) 344px' },
  narrow: { gridTemplateColumns: 'minmax(300px, 1fr) minmax(320px, 1.1fr)' },
  narrowDeciding: { gridTemplateColumns: 'minmax(320px, 1.1fr) minmax(300px, 1fr)' },
  phone: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The parts in sight: the item is read beside the list and beside the decision, however narrow. */
function partsInSight(width: DeskWidth, page: DeskPage): ReadonlySet<DeskPage> {
  if (width === 'phone') return new Set([page]);
  if (width !== 'narrow') return new Set(['list', 'item', 'decide']);
  return new Set(page === 'decide' ? ['item', 'decide'] : ['list', 'item']);
}

/** Queue, item and decision: side by side as far as there is room, as pages on a phone. */
export function DeskPanes({ desk }: { desk: Desk }) {
  const styles = useStyles();
  const width = useDeskWidth();
  const { failure, reload } = useItem(desk);
  const [wantsFilters, setWantsFilters] = useState(true);
  useKeptFocus(desk);

  const parts = partsInSight(width, desk.page);
  const canShowFilters = width === 'wide' || width === 'broad';
  const showsFilters = canShowFilters && wantsFilters;
  const filterPane = canShowFilters
    ? { isOpen: wantsFilters, onToggle: () => setWantsFilters(!wantsFilters) }
    : undefined;
  const grid = mergeClasses(
    styles.panes,
    styles[width],
    canShowFilters && !showsFilters && styles.withoutFilters,
    width === 'narrow' && parts.has('decide') && styles.narrowDeciding,
  );
  return (
    <div className={grid}>
      {showsFilters && <FilterPane desk={desk} />}
      {parts.has('list') && <QueuePane desk={desk} width={width} filterPane={filterPane} />}
      {parts.has('item') && (
        <ItemPane
          desk={desk}
          failure={failure}
          onRetry={reload}
          leadsBack={!parts.has('list')}
          opensDecide={!parts.has('decide')}
        />
      )}
      {parts.has('decide') && (
        <DecidePane
          key={desk.current}
          desk={desk}
          onReload={reload}
          leadsBack={!parts.has('item')}
        />
      )}
    </div>
  );
}
