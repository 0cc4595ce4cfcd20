import { mergeClasses } from '@fluentui/react-components';
import type { FiguresAnswer } from '../../contract/figures-answers.js';
import { formatCount } from '../../text/format.js';
import type { Terms } from '../../text/terms.js';
import { Panel } from '../shell/Panel.js';
import { useSurroundings } from '../shell/surroundings.js';
import { useProgressWords } from './use-progress-words.js';
import { useTableStyles } from './use-table-styles.js';

type Tracks = FiguresAnswer['tracks'];
type Cell = Tracks['tracks'][number];

interface Line {
  readonly key: string;
  readonly label: string;
  readonly count: number | undefined;
}

const countOf = (cell: Pick<Cell, 'kind'> & { readonly count?: number }): number | undefined =>
  cell.kind === 'count' ? cell.count : undefined;

/** Later years by their horizon, the other tracks as they are. */
function linesOf(
  { tracks, horizons }: Tracks,
  terms: Terms,
  join: (track: string, horizon: string) => string,
): readonly Line[] {
  return tracks.flatMap((cell): readonly Line[] => {
    const label = terms.track[cell.track];
    if (cell.track !== 'later') return [{ key: cell.track, label, count: countOf(cell) }];
    return horizons.map((each) => ({
      key: each.horizon,
      label: join(label, terms.horizon[each.horizon]),
      count: countOf(each),
    }));
  });
}

/** これからの見通し: what was decided, by when it is to be realised, and what has no direction yet. */
export function OutlookPanel({ figures }: { figures: FiguresAnswer }) {
  const styles = useTableStyles();
  const { terms } = useSurroundings();
  const { texts } = useProgressWords();
  const { tracks, received, balance } = figures;
  const lines = linesOf(tracks, terms, texts.horizon);
  const decided = received - balance.merged - tracks.undecided;
  const figure = mergeClasses(styles.cell, styles.figure);
  const isAnyHeld = lines.some(({ count }) => count === undefined);
  const hint = texts.outlookHint(formatCount(decided));
  return (
    <Panel title={texts.outlook} hint={isAnyHeld ? `${hint} ${texts.heldBackWhy}` : hint}>
      <table className={styles.table} aria-label={texts.outlook}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
              {texts.outlookRow}
            </th>
            <th scope="col" className={mergeClasses(styles.head, styles.figure)}>
              {texts.column.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row" className={styles.cell}>
                {label}
              </th>
              <td className={figure}>
                {count === undefined ? texts.heldBack : formatCount(count)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.total)}>
              {texts.total}
            </th>
            <td className={mergeClasses(figure, styles.total)}>{formatCount(decided)}</td>
          </tr>
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.quiet)}>
              {texts.undecided}
            </th>
            <td className={mergeClasses(figure, styles.quiet)}>{formatCount(tracks.undecided)}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
