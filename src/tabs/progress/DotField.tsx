import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import type { DotsAnswer } from '../../contract/progress-answers.js';
import { StatusDrawing, StatusShape } from '../shell/StatusShape.js';
import { type DotGrid, dotGrid, placeAfter, placeAt, runOutline } from './dot-grid.js';
import { type DotRun, dotAt, dotRuns } from './dot-runs.js';
import { useProgressWords } from './use-progress-words.js';
import { useWidth } from './use-width.js';

const highest = 300;
/** A phone is high and narrow: the page scrolls, and a finger needs room. */
const highestOnPhone = 900;
const phoneWidth = 480;

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  field: {
    position: 'relative',
    cursor: 'pointer',
    outlineStyle: 'none',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible > [data-ring]': { opacity: 1 },
  },
  ring: {
    position: 'absolute',
    boxSizing: 'border-box',
    pointerEvents: 'none',
    border: `2px solid ${tokens.colorStrokeFocus2}`,
    borderRadius: tokens.borderRadiusMedium,
    opacity: 0,
  },
  told: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '40px',
    fontSize: '13px',
    lineHeight: '20px',
    overflowWrap: 'anywhere',
  },
  number: { fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface DotFieldProps {
  readonly rows: DotsAnswer['rows'];
  readonly onOpen: (number: string) => void;
}

interface DotDrawingProps {
  /** Begins the ids of the patterns. */
  readonly id: string;
  readonly runs: readonly DotRun[];
  readonly grid: DotGrid;
}

function DotDrawing({ id, runs, grid }: DotDrawingProps) {
  const { rows, columns, cell } = grid;
  const pattern = { width: cell, height: cell, patternUnits: 'userSpaceOnUse' };
  return (
    <svg width={columns * cell} height={rows * cell} display="block" aria-hidden="true">
      <defs>
        {runs.map(({ mark }) => (
          <pattern key={mark} id={`${id}-${mark}`} {...pattern}>
            <g transform={`translate(1 1) scale(${(cell - 2) / 16})`}>
              <StatusDrawing status={mark} />
            </g>
          </pattern>
        ))}
      </defs>
      {runs.map(({ mark, from, named, to }) => (
        <g key={mark} data-mark={mark} fill={`url(#${id}-${mark})`}>
          <path d={runOutline(grid, from, named)} />
          <path d={runOutline(grid, named, to)} opacity={0.45} />
        </g>
      ))}
    </svg>
  );
}

/**
 * One dot for each received proposal, by status. The dots of a status are one path filled with a pattern, so that ten
 * thousand cost no more than ten; for those who use keys it is a list of which the present dot is drawn.
 */
export function DotField({ rows, onOpen }: DotFieldProps) {
  const styles = useStyles();
  const { texts, markWord } = useProgressWords();
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const width = useWidth(element);
  const [at, setAt] = useState(0);
  const runs = useMemo(() => dotRuns(rows), [rows]);
  const count = runs.at(-1)?.to ?? 0;
  const grid = useMemo(
    () => dotGrid(count, width, width < phoneWidth ? highestOnPhone : highest),
    [count, width],
  );
  const { cell } = grid;
  const starts = runs.map(({ from }) => from);
  const place = Math.min(at, count - 1);
  const shown = dotAt(runs, place);

  const placeOf = ({ clientX, clientY }: PointerEvent | React.MouseEvent): number | undefined => {
    const box = element.current?.getBoundingClientRect();
    return box && placeAt(grid, { x: clientX - box.left, y: clientY - box.top }, count);
  };
  const open = (wanted: number) => {
    setAt(wanted);
    const proposal = dotAt(runs, wanted)?.proposal;
    if (proposal) onOpen(proposal.number);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(place);
      return;
    }
    const next = placeAfter(event.key, place, grid, { count, starts });
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };

  const word = shown ? markWord(shown.mark) : '';
  const { number, title } = shown?.proposal ?? {};
  const name =
    number === undefined ? `${word} ${texts.notOpenDot}` : texts.dot(number, word, title ?? '');
  return (
    <div className={styles.whole}>
      <div
        ref={element}
        className={styles.field}
        role="listbox"
        tabIndex={0}
        aria-label={texts.fieldLabel}
        aria-activedescendant={`${id}-dot`}
        onClick={(event) => {
          const wanted = placeOf(event);
          if (wanted !== undefined) open(wanted);
        }}
        onPointerMove={(event) => {
          const wanted = placeOf(event);
          if (wanted !== undefined) setAt(wanted);
        }}
        onKeyDown={press}
      >
        <DotDrawing id={id} runs={runs} grid={grid} />
        {/* biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names this as its active option */}
        <div
          id={`${id}-dot`}
          data-ring
          className={styles.ring}
          role="option"
          aria-selected
          aria-label={name}
          aria-setsize={count}
          aria-posinset={place + 1}
          style={{
            left: Math.floor(place / grid.rows) * cell - 1,
            top: (place % grid.rows) * cell - 1,
            width: cell + 2,
            height: cell + 2,
          }}
        />
      </div>
      <div className={styles.told} aria-hidden="true">
        {shown && <StatusShape status={shown.mark} />}
        {number === undefined ? (
          <span className={styles.quiet}>{name}</span>
        ) : (
          <>
            <span className={styles.number}>{number}</span>
            <span>{title}</span>
          </>
        )}
      </div>
    </div>
  );
}
