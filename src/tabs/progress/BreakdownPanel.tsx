import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DataBarHorizontalRegular, TableRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { FiguresAnswer } from '../../contract/figures-answers.js';
import { formatCount } from '../../text/format.js';
import { masterLabel } from '../shell/decision-facts.js';
import { Panel } from '../shell/Panel.js';
import { useSurroundings } from '../shell/surroundings.js';
import { CountTable } from './CountTable.js';
import { useProgressWords } from './use-progress-words.js';

type Breakdown = FiguresAnswer['breakdowns'][number];

const kinds = { department: 'departments', category: 'categories', grade: 'jobGrades' } as const;

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: '13px',
    lineHeight: '18px',
    fontVariantNumeric: 'tabular-nums',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 116px) minmax(0, 1fr) minmax(32px, auto) 48px',
    gap: '8px',
    alignItems: 'center',
  },
  track: { height: '12px' },
  bar: {
    height: '100%',
    minWidth: '2px',
    borderRadius: '2px',
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  figure: { textAlign: 'end' },
  quiet: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: 'anywhere', wordBreak: 'auto-phrase' },
});

function useRowNames(axis: Breakdown['axis'], masters: MastersAnswer | undefined) {
  const { locale, terms } = useSurroundings();
  return (key: string): string => {
    switch (axis) {
      case 'digital':
        return key === 'digital' ? terms.digital : terms.nonDigital;
      case 'cost':
        return key === 'needed' ? terms.costNeeded : terms.costNotNeeded;
      default:
        return masterLabel(masters, kinds[axis], key, locale);
    }
  };
}

interface BarsProps {
  readonly rows: Breakdown['rows'];
  readonly nameOf: (key: string) => string;
}

function Bars({ rows, nameOf }: BarsProps) {
  const styles = useStyles();
  const { texts } = useProgressWords();
  const most = Math.max(1, ...rows.map((row) => (row.kind === 'count' ? row.count : 0)));
  return (
    <ul className={styles.bars}>
      {rows.map((row) => (
        <li key={row.key} className={styles.line}>
          <span className={styles.name}>{nameOf(row.key)}</span>
          {row.kind === 'count' ? (
            <>
              <span className={styles.track} aria-hidden="true">
                <div className={styles.bar} style={{ width: `${(row.count / most) * 100}%` }} />
              </span>
              <span className={styles.figure}>{formatCount(row.count)}</span>
              <span className={mergeClasses(styles.figure, styles.quiet)}>
                {row.percent.toFixed(1)}%
              </span>
            </>
          ) : (
            <span className={styles.quiet}>{texts.heldBack}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface BreakdownPanelProps {
  readonly breakdown: Breakdown;
  readonly masters: MastersAnswer | undefined;
}

/** One of the five breakdowns, as bars or as a table with its sum. */
export function BreakdownPanel({ breakdown, masters }: BreakdownPanelProps) {
  const { texts } = useProgressWords();
  const { axis, rows, total } = breakdown;
  const nameOf = useRowNames(axis, masters);
  const [isTable, setIsTable] = useState(false);
  const title = texts.axis[axis];
  const seen = isTable ? texts.asChart : texts.asTable;
  const isAnyHeld = rows.some(({ kind }) => kind === 'held-back');
  return (
    <Panel
      title={title}
      {...(isAnyHeld && { hint: texts.heldBackWhy })}
      action={
        <Button
          appearance="subtle"
          icon={isTable ? <DataBarHorizontalRegular /> : <TableRegular />}
          aria-label={texts.buttonOf(seen, title)}
          onClick={() => setIsTable(!isTable)}
        >
          {seen}
        </Button>
      }
    >
      {isTable ? (
        <CountTable
          label={title}
          rowHeading={title}
          total={total}
          lines={rows.map((row) => ({
            key: row.key,
            label: nameOf(row.key),
            ...(row.kind === 'count' && { count: row.count, share: row.percent }),
          }))}
        />
      ) : (
        <Bars rows={rows} nameOf={nameOf} />
      )}
    </Panel>
  );
}
