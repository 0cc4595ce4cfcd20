import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { searchOrders } from '../../domain/search/proposal-search.js';
import { formatCount } from '../../text/format.js';
import type { EveryoneDesk } from './everyone-desk.js';
import { NothingFound } from './NothingFound.js';
import { ResultTable } from './ResultTable.js';
import { useUnseenStyles } from './result-columns.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { orderMeant, type Wish } from './wish.js';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    minHeight: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '5px 12px 5px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  count: { margin: 0, fontVariantNumeric: 'tabular-nums' },
  all: { marginLeft: '12px', color: tokens.colorNeutralForeground2 },
  order: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    marginLeft: 'auto',
    fontSize: '12px',
    color: tokens.colorNeutralForeground2,
  },
  choices: { minWidth: '132px' },
  foot: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  stuck: { position: 'sticky', bottom: 0, zIndex: 2 },
});

interface ResultListProps {
  readonly desk: EveryoneDesk;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly isCard: boolean;
  readonly isPartFailed: boolean;
  readonly onRetry: () => void;
  readonly facetButton: ReactNode;
  /** What was said last, with its undo. */
  readonly bar: ReactNode;
}

function OrderChoice({ wish, onWish }: Pick<ResultListProps, 'wish' | 'onWish'>) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const { order, orderLabel } = words.everyone;
  const meant = orderMeant(wish);
  const hasWords = wish.words.trim() !== '';
  const orders = searchOrders.filter((each) => hasWords || each !== 'relevance');
  return (
    <div className={styles.order}>
      <span aria-hidden="true">{orderLabel}</span>
      <Select
        size="small"
        aria-label={orderLabel}
        className={styles.choices}
        value={meant}
        onChange={(_, { value }) => {
          const chosen = searchOrders.find((each) => each === value);
          if (chosen) onWish({ ...wish, order: chosen });
        }}
      >
        {orders.map((each) => (
          <option key={each} value={each}>
            {order[each]}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** How many there are, in which order, and the rows. */
export function ResultList(props: ResultListProps) {
  const { desk, wish, onWish, isCard, isPartFailed, onRetry, facetButton, bar } = props;
  const styles = useStyles();
  const { unseen } = useUnseenStyles();
  const { words } = useEveryoneSurroundings();
  const texts = words.everyone;
  const { found, all } = desk.found;
  return (
    <section
      className={styles.card}
      style={isCard ? { overflow: 'visible' } : {}}
      aria-label={texts.listLabel}
    >
      <div className={styles.head}>
        {facetButton}
        <p className={styles.count} role="status">
          <b>{texts.found(formatCount(found))}</b>
          <span className={styles.all}>{texts.ofAll(formatCount(all))}</span>
        </p>
        <OrderChoice wish={wish} onWish={onWish} />
      </div>
      <p className={unseen}>{texts.keys}</p>
      {found === 0 ? (
        <NothingFound wish={desk.found.wish} onWish={onWish} isEmpty={all === 0} />
      ) : (
        <ResultTable desk={desk} isCard={isCard} />
      )}
      <div className={isCard ? styles.stuck : undefined}>
        {isPartFailed && (
          <MessageBar intent="error" layout="multiline" className={styles.foot}>
            <MessageBarBody>{texts.partFailed}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={onRetry}>
                {words.failure.retry}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {bar}
      </div>
    </section>
  );
}
