import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { EveryoneDesk } from './everyone-desk.js';
import { rowAt } from './finder-state.js';
import { places } from './places.js';
import { ResultRow } from './ResultRow.js';
import { useColumnStyles, useUnseenStyles } from './result-columns.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { useResultKeys } from './use-result-keys.js';
import { useRowsInSight } from './use-rows-in-sight.js';

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  headerRow: {
    minHeight: '32px',
    fontSize: '12px',
    color: tokens.colorNeutralForeground2,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground2,
    },
  },
  body: { position: 'relative' },
  searching: { opacity: 0.55, transition: 'opacity 0.1s 0.3s' },
});

function HeaderRow() {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { column } = useEveryoneSurroundings().words.everyone;
  return (
    <TableRow className={mergeClasses(columns.row, styles.headerRow)} aria-rowindex={1}>
      <TableHeaderCell className={columns.number}>{column.number}</TableHeaderCell>
      <TableHeaderCell className={columns.title}>{column.title}</TableHeaderCell>
      <TableHeaderCell className={columns.status}>{column.status}</TableHeaderCell>
      <TableHeaderCell className={columns.updated}>{column.updated}</TableHeaderCell>
      <TableHeaderCell className={columns.endorse}>{column.endorse}</TableHeaderCell>
      <TableHeaderCell className={columns.follow}>{column.follow}</TableHeaderCell>
    </TableRow>
  );
}

/** The rows, of which only those in sight exist as elements and only their pages are fetched. */
export function ResultTable({ desk, isCard }: { desk: EveryoneDesk; isCard: boolean }) {
  const styles = useStyles();
  const { unseen } = useUnseenStyles();
  const { words } = useEveryoneSurroundings();
  const { found, isSearching } = desk;
  const rows = useRowsInSight(desk, isCard);
  const onKeyDown = useResultKeys(desk, rows.focusRow);

  return (
    <div ref={rows.scroller} className={isCard ? undefined : styles.scroller}>
      <Table
        noNativeElements
        role="grid"
        id={places.list}
        aria-label={words.everyone.listLabel}
        aria-rowcount={found.found + 1}
        aria-busy={isSearching}
        data-keys="list"
        onKeyDown={onKeyDown}
      >
        <TableHeader className={isCard ? unseen : styles.header}>
          <HeaderRow />
        </TableHeader>
        <TableBody
          className={mergeClasses(styles.body, isSearching && styles.searching)}
          style={{ height: rows.height }}
        >
          {rows.items.map(({ index, top }) => {
            const row = rowAt(found, index);
            return (
              <ResultRow
                key={row?.number ?? `place-${index}`}
                row={row}
                index={index}
                top={top}
                measure={rows.measure}
                isCard={isCard}
                isStop={index === rows.stop}
                onFocus={() => rows.setCurrent(index)}
                onOpen={desk.open}
                onGive={desk.give}
              />
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
