import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatCount } from '../../text/format.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

/** One line of a table of counts; without a count it is held back. */
export interface CountLine {
  readonly key: string;
  readonly label: ReactNode;
  readonly count?: number;
  /** In percent, with one decimal. */
  readonly share?: number;
}

interface CountTableProps {
  readonly label: string;
  readonly rowHeading: string;
  readonly lines: readonly CountLine[];
  readonly total: number;
}

/** Counts with their shares and their sum. */
export function CountTable({ label, rowHeading, lines, total }: CountTableProps) {
  const styles = useTableStyles();
  const { texts } = useProgressWords();
  const figureHead = mergeClasses(styles.head, styles.figure);
  const figure = mergeClasses(styles.cell, styles.figure);
  const sum = mergeClasses(styles.cell, styles.figure, styles.total);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col" className={styles.head}>
            {rowHeading}
          </th>
          <th scope="col" className={figureHead}>
            {texts.column.count}
          </th>
          <th scope="col" className={figureHead}>
            {texts.column.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, label: name, count, share }) => (
          <tr key={key}>
            <th scope="row" className={styles.cell}>
              {name}
            </th>
            <td className={figure}>{count === undefined ? texts.heldBack : formatCount(count)}</td>
            <td className={figure}>{share === undefined ? '' : `${share.toFixed(1)}%`}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={mergeClasses(styles.cell, styles.total)}>
            {texts.total}
          </th>
          <td className={sum}>{formatCount(total)}</td>
          <td className={sum}>{total > 0 ? '100.0%' : ''}</td>
        </tr>
      </tfoot>
    </table>
  );
}
