import {
  Checkbox,
  makeStyles,
  mergeClasses,
  TableCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import type { TriageRow } from '../../contract/triage-answers.js';
import { StatusShape } from '../shell/StatusShape.js';
import { TrackTag } from '../shell/TrackTag.js';
import { useColumnStyles, useFoldedStyles } from './queue-columns.js';
import { ToCheckMark } from './ToCheckMark.js';
import { useTriageSurroundings } from './use-triage-surroundings.js';

const useStyles = makeStyles({
  row: {
    position: 'absolute',
    left: 0,
    top: 0,
    width: '100%',
    boxSizing: 'border-box',
    paddingRight: '10px',
    fontSize: '13px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    // High contrast paints a hovered row bright; a cell with a colour of its own could not be read on it.
    ':hover > *': { color: 'inherit' },
    ':active > *': { color: 'inherit' },
  },
  checked: { backgroundColor: tokens.colorNeutralBackground1Selected },
  current: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
    },
    ':active': {
      backgroundColor: tokens.colorBrandBackground2,
      color: tokens.colorNeutralForeground1,
    },
  },
  text: {
    minWidth: 0,
    overflow: 'hidden',
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    whiteSpace: 'normal',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
    lineHeight: '20px',
  },
  broad: { minHeight: '34px' },
  shape: { display: 'flex', flexShrink: 0, paddingTop: '2px' },
  quiet: {
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

interface QueueRowProps {
  readonly id: string;
  readonly row: TriageRow;
  /** From 0, without the header. */
  readonly index: number;
  readonly top: number;
  /** Measures the row once it is drawn: a title may take two lines. */
  readonly measure: (row: Element | null) => void;
  /** The title over everything else, where the list has no room for columns. */
  readonly isFolded: boolean;
  readonly isCurrent: boolean;
  /** Whether the Tab key stops here. */
  readonly isStop: boolean;
  readonly isChecked: boolean;
  /** 要確認: its item in SharePoint is not as the product wrote it. */
  readonly isToCheck: boolean;
  readonly onOpen: () => void;
  readonly onCheck: (on: boolean) => void;
}

/** One row of the queue. */
export function QueueRow(props: QueueRowProps) {
  const { row, index, isFolded, isCurrent, isStop, isChecked, isToCheck, onOpen, onCheck } = props;
  const styles = useStyles();
  const broad = useColumnStyles();
  const folded = useFoldedStyles();
  const columns = isFolded ? folded : broad;
  const { words, terms } = useTriageSurroundings();
  const stop = isStop ? 0 : -1;
  const cost = row.costNeeded ? terms.costNeeded : terms.costNotNeeded;
  const { state } = row.publication;
  // The figure says received and under review; words stand only for how public a decision is.
  const stateWord = state === 'nothing' ? '' : words.triage.publication[state];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    if (!event.ctrlKey) onOpen();
  };
  return (
    <TableRow
      id={props.id}
      ref={props.measure}
      data-index={index}
      className={mergeClasses(
        styles.row,
        isFolded ? folded.row : styles.broad,
        isChecked && styles.checked,
        isCurrent && styles.current,
      )}
      style={{ transform: `translateY(${props.top}px)` }}
      tabIndex={stop}
      aria-rowindex={index + 2}
      aria-selected={isChecked}
      {...(isCurrent && { 'aria-current': 'true' as const })}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <TableCell
        role="gridcell"
        className={columns.select}
        onClick={(event) => event.stopPropagation()}
      >
        <Checkbox
          checked={isChecked}
          tabIndex={stop}
          aria-label={words.triage.selectOne(row.number)}
          onChange={(_, { checked }) => onCheck(checked === true)}
        />
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(columns.number, styles.quiet)}>
        {row.number}
      </TableCell>
      <TableCell role="gridcell" className={columns.title} title={row.title}>
        <span className={styles.shape} title={terms.status[row.status]}>
          <StatusShape status={row.status} />
          <span className={styles.unseen}>{terms.status[row.status]}</span>
        </span>
        <span className={styles.text}>{row.title}</span>
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(columns.cost, styles.quiet)}>
        {isFolded ? words.mine.costs(cost) : cost}
      </TableCell>
      <TableCell role="gridcell" className={columns.track}>
        <TrackTag track={row.track} />
      </TableCell>
      <TableCell role="gridcell" className={mergeClasses(columns.state, styles.quiet)}>
        {isToCheck ? <ToCheckMark /> : stateWord}
      </TableCell>
    </TableRow>
  );
}
