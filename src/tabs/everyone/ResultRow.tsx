import {
  makeStyles,
  mergeClasses,
  SkeletonItem,
  TableCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { civilDateOf, type Instant } from '../../domain/instant.js';
import type { SupportState } from '../../domain/support.js';
import { formatMonthDay, formatShortDate } from '../../text/format.js';
import { StatusBadge } from '../shell/StatusBadge.js';
import type { FoundRow } from './finder-state.js';
import { MarkedTitle } from './MarkedTitle.js';
import { rowId } from './places.js';
import { useCardStyles, useColumnStyles, useUnseenStyles } from './result-columns.js';
import { EndorseButton, FollowButton } from './SupportButtons.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    boxSizing: 'border-box',
    fontSize: '14px',
    cursor: 'pointer',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  // High contrast paints a row under the pointer bright, on which marks, badges and buttons could not be read.
  contrast: {
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    },
    ':active': {
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
  number: { fontSize: '13px', fontVariantNumeric: 'tabular-nums' },
  small: { fontSize: '13px', fontVariantNumeric: 'tabular-nums' },
  title: {
    minWidth: 0,
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    whiteSpace: 'normal',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
    lineHeight: '20px',
    fontWeight: tokens.fontWeightSemibold,
  },
  waiting: { flex: 1 },
});

interface ResultRowProps {
  /** Undefined while its page is on the way. */
  readonly row: FoundRow | undefined;
  /** From 0, without the header. */
  readonly index: number;
  readonly top: number;
  readonly measure: (row: Element | null) => void;
  readonly isCard: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (number: string) => void;
  readonly onGive: (row: FoundRow, after: SupportState) => void;
}

function useDayWords(at: Instant): string {
  const { locale, clock } = useEveryoneSurroundings();
  const day = civilDateOf(at);
  const isThisYear = day.slice(0, 4) === civilDateOf(clock.now()).slice(0, 4);
  return isThisYear ? formatMonthDay(day, locale) : formatShortDate(day, locale);
}

type CellsProps = Pick<ResultRowProps, 'isCard' | 'isStop' | 'onGive'> & { readonly row: FoundRow };

/** What can be said of a proposal; of one's own there is only how many endorse it. */
function SupportCells({ row, isCard, isStop, onGive }: CellsProps) {
  const styles = useStyles();
  const wide = useColumnStyles();
  const card = useCardStyles();
  const { quiet } = useUnseenStyles();
  const columns = isCard ? card : wide;
  const { words } = useEveryoneSurroundings();
  const stop = isStop ? 0 : -1;
  const give = (after: SupportState) => onGive(row, after);
  const keep = (event: MouseEvent) => event.stopPropagation();
  if (row.mine) {
    const { ownSupporters, ownSupportWhy } = words.everyone;
    return (
      <>
        <TableCell
          role="gridcell"
          className={mergeClasses(columns.endorse, styles.small, quiet)}
          style={isCard ? { marginLeft: 0 } : { paddingLeft: 8 }}
          title={ownSupportWhy}
        >
          {ownSupporters(row.supporters)}
        </TableCell>
        <TableCell
          role="gridcell"
          className={mergeClasses(columns.follow, styles.small, quiet)}
          style={isCard ? {} : { paddingLeft: 8 }}
        >
          {words.none}
        </TableCell>
      </>
    );
  }
  return (
    <>
      <TableCell role="gridcell" className={columns.endorse} onClick={keep}>
        <EndorseButton of={row} onGive={give} tabIndex={stop} />
      </TableCell>
      <TableCell role="gridcell" className={columns.follow} onClick={keep}>
        <FollowButton of={row} onGive={give} tabIndex={stop} />
      </TableCell>
    </>
  );
}

function Cells(props: CellsProps) {
  const { row, isCard } = props;
  const styles = useStyles();
  const wide = useColumnStyles();
  const card = useCardStyles();
  const { quiet } = useUnseenStyles();
  const columns = isCard ? card : wide;
  const day = useDayWords(row.statusAt);
  return (
    <>
      <TableCell role="gridcell" className={mergeClasses(columns.number, styles.number, quiet)}>
        {row.number}
      </TableCell>
      <TableCell role="gridcell" className={columns.title} title={row.title}>
        <span className={styles.title}>
          <MarkedTitle row={row} />
        </span>
      </TableCell>
      <TableCell role="gridcell" className={columns.status}>
        <StatusBadge status={row.status} />
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(columns.updated, styles.small, quiet)}>
        {day}
      </TableCell>
      <SupportCells {...props} />
    </>
  );
}

/** One proposal of the list, in columns or as a card; a grey line while it is on the way. */
export function ResultRow(props: ResultRowProps) {
  const { row, index, isCard, isStop, onOpen, onFocus } = props;
  const styles = useStyles();
  const wide = useColumnStyles();
  const card = useCardStyles();
  const { words, theme } = useEveryoneSurroundings();
  return (
    <TableRow
      id={rowId(index)}
      ref={props.measure}
      data-index={index}
      className={mergeClasses(
        styles.row,
        isCard ? card.row : wide.row,
        theme === 'contrast' && styles.contrast,
      )}
      style={{ transform: `translateY(${props.top}px)` }}
      tabIndex={isStop ? 0 : -1}
      aria-rowindex={index + 2}
      onFocus={onFocus}
      {...(row ? { onClick: () => onOpen(row.number) } : { 'aria-busy': true })}
    >
      {row ? (
        <Cells row={row} isCard={isCard} isStop={isStop} onGive={props.onGive} />
      ) : (
        <TableCell
          role="gridcell"
          className={styles.waiting}
          style={isCard ? { gridColumn: '1 / -1', height: 110 } : {}}
        >
          <SkeletonItem animation="pulse" size={16} aria-label={words.everyone.rowLoading} />
        </TableCell>
      )}
    </TableRow>
  );
}
