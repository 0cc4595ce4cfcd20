import {
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { rowId } from './places.js';
import { QueueRow } from './QueueRow.js';
import { useColumnStyles } from './queue-columns.js';
import { SelectAll } from './SelectAll.js';
import type { Desk } from './use-desk.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  scroller: { flex: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  headerRow: { fontSize: '12px', color: tokens.colorNeutralForeground3, paddingRight: '10px' },
  body: { position: 'relative' },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

/** Height of a row with a title of one line, in CSS pixels; longer titles are measured. */
const leastFolded = 51;
const leastBroad = 34;

/** Names of the columns: over them in a broad list, else only spoken. */
function HeaderRow({ desk, isFolded }: { desk: Desk; isFolded: boolean }) {
  const styles = useStyles();
  const columns = useColumnStyles();
  const { words } = useTriageSurroundings();
  const { column } = words.triage;
  return (
    <TableRow className={styles.headerRow} aria-rowindex={1}>
      <TableHeaderCell className={columns.select}>
        {isFolded ? column.select : <SelectAll desk={desk} />}
      </TableHeaderCell>
      <TableHeaderCell className={columns.number}>{column.number}</TableHeaderCell>
      <TableHeaderCell className={columns.title}>{column.title}</TableHeaderCell>
      <TableHeaderCell className={columns.cost}>{column.cost}</TableHeaderCell>
      <TableHeaderCell className={columns.track}>{column.track}</TableHeaderCell>
      <TableHeaderCell className={columns.state}>{column.state}</TableHeaderCell>
    </TableRow>
  );
}

/** Keeps the row being read in sight, and the focus on it where the list has the focus. */
function useFollowCurrent(
  list: React.RefObject<HTMLDivElement | null>,
  current: string | undefined,
  bringIntoSight: () => void,
) {
  const bring = useRef(bringIntoSight);
  useEffect(() => {
    bring.current = bringIntoSight;
  });
  useEffect(() => {
    if (current === undefined) return;
    bring.current();
    const focused = document.activeElement;
    if (!list.current?.contains(focused) || focused?.getAttribute('role') !== 'row') return;
    const frame = requestAnimationFrame(() => document.getElementById(rowId(current))?.focus());
    return () => cancelAnimationFrame(frame);
  }, [current, list]);
}

/** The rows, of which only those in sight exist as elements; ten thousand scroll as ten. */
export function QueueTable({ desk, isFolded }: { desk: Desk; isFolded: boolean }) {
  const styles = useStyles();
  const { words } = useTriageSurroundings();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = isFolded ? leastFolded : leastBroad;
  const currentIndex = desk.visible.findIndex((row) => row.number === desk.current);
  const virtual = useVirtualizer({
    count: desk.visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: isFolded ? 0 : leastBroad,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      // The row with the focus stays, or scrolling would throw the focus away.
      return currentIndex < 0 || inSight.includes(currentIndex)
        ? inSight
        : [...inSight, currentIndex].sort((a, b) => a - b);
    },
  });
  useFollowCurrent(scroller, desk.current, () => {
    if (currentIndex >= 0) virtual.scrollToIndex(currentIndex, { align: 'auto' });
  });
  const measuredHeight = useRef(rowHeight);
  useEffect(() => {
    if (measuredHeight.current !== rowHeight) virtual.measure();
    measuredHeight.current = rowHeight;
  }, [virtual, rowHeight]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    desk.move(event.key === 'ArrowDown' ? 1 : -1);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <Table
        noNativeElements
        role="grid"
        size="small"
        aria-label={words.triage.listLabel}
        aria-rowcount={desk.visible.length + 1}
        aria-multiselectable
        onKeyDown={onKeyDown}
      >
        <TableHeader className={isFolded ? styles.unseen : styles.header}>
          <HeaderRow desk={desk} isFolded={isFolded} />
        </TableHeader>
        <TableBody className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = desk.visible[index];
            return (
              row && (
                <QueueRow
                  key={row.number}
                  id={rowId(row.number)}
                  row={row}
                  index={index}
                  top={start}
                  measure={virtual.measureElement}
                  isFolded={isFolded}
                  isCurrent={index === currentIndex}
                  isStop={index === Math.max(currentIndex, 0)}
                  isToCheck={desk.toCheck.has(row.number)}
                  isChecked={desk.checked.has(row.number)}
                  onOpen={() => desk.open(row.number)}
                  onCheck={(on) => desk.check([row.number], on)}
                />
              )
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
