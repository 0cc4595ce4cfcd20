import { mergeClasses } from '@fluentui/react-components';
import type { FiguresAnswer } from '../../contract/figures-answers.js';
import { formatCount } from '../../text/format.js';
import { Panel } from '../shell/Panel.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

/** かかった日数: how long it took until a decision and until realisation was published. */
export function TimingPanel({ timing }: { timing: FiguresAnswer['timing'] }) {
  const styles = useTableStyles();
  const { words } = useSurroundings();
  const { texts } = useProgressWords();
  const figure = mergeClasses(styles.cell, styles.figure);
  const head = mergeClasses(styles.head, styles.figure);
  const days = (value: number | undefined): string =>
    value === undefined ? words.none : texts.days(formatCount(value));
  const lines = [
    ['toDecision', texts.toDecision, timing.toDecision],
    ['toRealisation', texts.toRealisation, timing.toRealisation],
  ] as const;
  const isAnyHeld = lines.some(([, , { kind }]) => kind === 'held-back');
  return (
    <Panel title={texts.timing} {...(isAnyHeld && { hint: texts.heldBackWhy })}>
      <table className={styles.table} aria-label={texts.timing}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {texts.timingRow}
            </th>
            <th scope="col" className={head}>
              {texts.column.count}
            </th>
            <th scope="col" className={head}>
              {texts.median}
            </th>
            <th scope="col" className={head}>
              {texts.ninety}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([key, label, duration]) => (
            <tr key={key}>
              <th scope="row" className={styles.cell}>
                {label}
              </th>
              {duration.kind === 'count' ? (
                <>
                  <td className={figure}>{formatCount(duration.count)}</td>
                  <td className={figure}>{days(duration.medianDays)}</td>
                  <td className={figure}>{days(duration.ninetyPercentDays)}</td>
                </>
              ) : (
                <td className={figure} colSpan={3}>
                  {texts.heldBack}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
