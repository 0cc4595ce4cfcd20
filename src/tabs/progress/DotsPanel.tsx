import { Button, makeStyles } from '@fluentui/react-components';
import { GridDotsRegular, TableRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DotsAnswer } from '../../contract/progress-answers.js';
import { percentages } from '../../domain/figures/percentages.js';
import { formatCount } from '../../text/format.js';
import { Panel } from '../shell/Panel.js';
import { StatusShape } from '../shell/StatusShape.js';
import { useAtMost } from '../shell/use-at-most.js';
import { CountTable } from './CountTable.js';
import { DotField } from './DotField.js';
import { DotList } from './DotList.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

const useStyles = makeStyles({
  split: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 262px',
    gap: '16px 32px',
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  main: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
});

interface DotsPanelProps {
  readonly rows: DotsAnswer['rows'];
  readonly onOpen: (number: string) => void;
}

/** Where every proposal stands: as dots or as a list, beside the counts, which are the legend too. */
export function DotsPanel({ rows, onOpen }: DotsPanelProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { texts, markWord } = useProgressWords();
  const [isList, setIsList] = useState(false);
  const counts = rows.map(({ count }) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = percentages(counts);
  const hasUnnamed = rows.some(({ count, proposals }) => proposals.length < count);
  const isPhone = useAtMost(639);
  const hints = [
    texts.nowHint,
    ...(isPhone ? [] : [texts.nowKeys]),
    ...(hasUnnamed ? [texts.notOpen] : []),
  ];
  const title = texts.now(formatCount(total));
  return (
    <Panel
      title={title}
      {...(!isList && { hint: hints.join(' ') })}
      action={
        <Button
          appearance="subtle"
          icon={isList ? <GridDotsRegular /> : <TableRegular />}
          onClick={() => setIsList(!isList)}
        >
          {isList ? texts.asDots : texts.asList}
        </Button>
      }
    >
      <div className={styles.split}>
        <div className={styles.main}>
          {isList ? (
            <DotList rows={rows} onOpen={onOpen} />
          ) : (
            <DotField rows={rows} onOpen={onOpen} />
          )}
        </div>
        <CountTable
          label={title}
          rowHeading={texts.column.status}
          total={total}
          lines={rows.map(({ mark, count }, index) => ({
            key: mark,
            label: (
              <span className={table.marked}>
                <StatusShape status={mark} />
                {markWord(mark)}
              </span>
            ),
            count,
            share: shares[index] ?? 0,
          }))}
        />
      </div>
    </Panel>
  );
}
