import { makeStyles, Skeleton, SkeletonItem } from '@fluentui/react-components';
import { Delayed } from './Delayed.js';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  rows: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '16px' },
});

interface LoadingRowsProps {
  readonly count: number;
  /** Height of what will stand there, so that nothing jumps. */
  readonly height: number;
}

/** Skeleton of a list after 300 ms. */
export function LoadingRows({ count, height }: LoadingRowsProps) {
  const styles = useStyles();
  const { words } = useSurroundings();
  const rows = Array.from({ length: count }, (_, index) => `row-${index}`);
  return (
    <Delayed>
      <Skeleton aria-label={words.loading} className={styles.rows}>
        {rows.map((row) => (
          <SkeletonItem key={row} style={{ height }} />
        ))}
      </Skeleton>
    </Delayed>
  );
}
