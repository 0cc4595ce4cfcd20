import { makeStyles, tokens } from '@fluentui/react-components';
import type { FoundRow } from './finder-state.js';

const useStyles = makeStyles({
  mark: {
    color: 'inherit',
    backgroundColor: tokens.colorBrandBackground2,
    textDecorationLine: 'underline',
    textDecorationThickness: '2px',
    textDecorationColor: tokens.colorBrandStroke1,
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
});

interface Piece {
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

function piecesOf({ title, marks }: Pick<FoundRow, 'title' | 'marks'>): readonly Piece[] {
  const edges = [0, ...marks.flatMap(({ start, end }) => [start, end]), title.length];
  return edges
    .slice(1)
    .map((end, index) => {
      const start = edges[index] ?? 0;
      return { start, text: title.slice(start, end), isMarked: index % 2 === 1 };
    })
    .filter(({ text }) => text !== '');
}

/** A title in which the words that were looked for are tinted and underlined. */
export function MarkedTitle({ row }: { row: Pick<FoundRow, 'title' | 'marks'> }) {
  const styles = useStyles();
  return piecesOf(row).map(({ start, text, isMarked }) =>
    isMarked ? (
      <mark key={start} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={start}>{text}</span>
    ),
  );
}
