import { Button, Link, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import type { DotsAnswer } from '../../contract/progress-answers.js';
import { formatCount } from '../../text/format.js';
import { StatusShape } from '../shell/StatusShape.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

const step = 100;

const useStyles = makeStyles({
  scroll: { maxHeight: '480px', overflowY: 'auto' },
  number: { whiteSpace: 'nowrap' },
  more: { alignSelf: 'start' },
});

interface DotListProps {
  readonly rows: DotsAnswer['rows'];
  readonly onOpen: (number: string) => void;
}

/** The same proposals as a table, for those who do not see the dots or rather read titles. */
export function DotList({ rows, onOpen }: DotListProps) {
  const styles = useStyles();
  const table = useTableStyles();
  const { texts, markWord } = useProgressWords();
  const [most, setMost] = useState(step);
  const all = rows.flatMap(({ mark, proposals }) => proposals.map((each) => ({ mark, ...each })));
  const left = all.length - most;
  return (
    <>
      <section className={styles.scroll} aria-label={texts.asList}>
        <table className={table.table} aria-label={texts.asList}>
          <thead>
            <tr>
              {[texts.column.number, texts.column.title, texts.column.status].map((heading) => (
                <th key={heading} scope="col" className={table.head}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {all.slice(0, most).map(({ mark, number, title }) => (
              <tr key={number}>
                <td className={mergeClasses(table.cell, styles.number)}>{number}</td>
                <td className={table.cell}>
                  <Link
                    as="button"
                    aria-label={texts.openItem(number, title)}
                    onClick={() => onOpen(number)}
                  >
                    {title}
                  </Link>
                </td>
                <td className={table.cell}>
                  <span className={table.marked}>
                    <StatusShape status={mark} size={14} />
                    {markWord(mark)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + step)}>
          {texts.listMore(formatCount(Math.min(step, left)))}
        </Button>
      )}
    </>
  );
}
