import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import type { MastersAnswer } from '../../contract/common-answers.js';
import type { Failure } from '../exchange.js';
import { AgeNotice } from '../shell/AgeNotice.js';
import { FailurePanel } from '../shell/FailurePanel.js';
import { isBehind } from '../shell/is-behind.js';
import { LoadingRows } from '../shell/LoadingRows.js';
import { SampleFooter } from '../shell/SampleFooter.js';
import { useAtMost } from '../shell/use-at-most.js';
import { usePolled } from '../shell/use-polled.js';
import type { EveryoneDesk } from './everyone-desk.js';
import { FacetDrawer } from './FacetDrawer.js';
import { FacetPane } from './FacetPane.js';
import type { FinderState } from './finder-state.js';
import { ItemDrawer } from './ItemDrawer.js';
import { NotAllRead } from './NotAllRead.js';
import { places } from './places.js';
import { ResultList } from './ResultList.js';
import { SearchField } from './SearchField.js';
import { SupportBar } from './SupportBar.js';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { useFinder } from './use-finder.js';
import { useOpened } from './use-opened.js';
import { useSupport } from './use-support.js';
import { type Wish, wholeWish } from './wish.js';

const mastersEveryMs = 600_000;

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    boxSizing: 'border-box',
    maxWidth: '1320px',
    padding: '16px 24px',
    '@media (max-width: 639px)': { padding: '12px 16px' },
  },
  framed: { height: '100%', minHeight: '480px' },
  title: {
    margin: 0,
    fontSize: '24px',
    lineHeight: '32px',
    '@media (max-width: 639px)': { fontSize: '20px', lineHeight: '28px' },
  },
  names: { margin: 0, color: tokens.colorNeutralForeground2, wordBreak: 'auto-phrase' },
  split: {
    display: 'grid',
    flex: 1,
    minHeight: 0,
    gap: '16px',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
  },
  wide: { gridTemplateColumns: '228px minmax(0, 1fr)' },
  facets: {
    alignSelf: 'start',
    maxHeight: '100%',
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: '14px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  failed: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** `/` leads to the search from the list and the facets (WCAG 2.1.4: not from everywhere). */
function toSearch(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || event.defaultPrevented) return;
  if (!(target instanceof Element) || !target.closest('[data-keys]')) return;
  event.preventDefault();
  document.getElementById(places.search)?.focus();
}

interface BodyProps {
  readonly state: FinderState;
  readonly desk: EveryoneDesk;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly masters: MastersAnswer | undefined;
  readonly onRetry: () => void;
  readonly bar: ReactNode;
}

/** Facets beside the rows, or behind a button where there is no room. */
function Body({ state, desk, wish, onWish, masters, onRetry, bar }: BodyProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const isCard = useAtMost(819);
  const hasRoom = !useAtMost(1079);
  // Where nothing is open to everyone yet there is nothing to narrow.
  const narrows = desk.found.all > 0;
  const isWide = hasRoom && narrows;
  const pane = { facets: desk.found.facets, wish, onWish, masters };
  return (
    <div className={mergeClasses(styles.split, isWide && styles.wide)}>
      {isWide && (
        <section className={styles.facets} aria-label={words.everyone.filters}>
          <FacetPane {...pane} />
        </section>
      )}
      {state.failure && desk.isSearching ? (
        <SearchFailed failure={state.failure} onRetry={onRetry} />
      ) : (
        <ResultList
          desk={desk}
          wish={wish}
          onWish={onWish}
          isCard={isCard}
          isPartFailed={state.pageFailure !== undefined}
          onRetry={onRetry}
          facetButton={!hasRoom && narrows && <FacetDrawer {...pane} found={desk.found.found} />}
          bar={bar}
        />
      )}
    </div>
  );
}

interface SearchFailedProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** Stands where the rows would be; what was typed and chosen is still there. */
function SearchFailed({ failure, onRetry }: SearchFailedProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  return (
    <div className={styles.failed}>
      <FailurePanel failure={failure} title={words.everyone.searchFailed} onRetry={onRetry} />
    </div>
  );
}

/** みんなの提案: find it in one line, support it in one click. `opened` is the number a link leads to. */
export function EveryonePage({ opened }: { opened: string | undefined }) {
  const styles = useStyles();
  const { client, words, clock, shown: tellShown } = useEveryoneSurroundings();
  const [wish, setWish] = useState(wholeWish);
  const { finder, state } = useFinder(wish);
  const masters = usePolled(client.masters, mastersEveryMs).value;
  const campaign = usePolled(client.myProposals, mastersEveryMs).value?.campaign;
  const support = useSupport(finder);
  const item = useOpened(opened);
  const isCard = useAtMost(819);
  const { shown, failure } = state;
  const loaded = shown !== undefined;
  useEffect(() => {
    if (loaded) tellShown();
  }, [loaded, tellShown]);

  const desk = useMemo(
    (): EveryoneDesk | undefined =>
      shown && {
        found: shown,
        isSearching: shown.wish !== state.wish,
        want: finder.want,
        open: item.open,
        give: support.give,
      },
    [shown, state.wish, finder, item.open, support.give],
  );
  const bar = <SupportBar desk={support} />;
  const isStale = failure !== undefined && shown?.wish === state.wish;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the list and the facets inside
    <div className={mergeClasses(styles.page, !isCard && styles.framed)} onKeyDown={toSearch}>
      {shown && (isStale || isBehind(shown.asOf, clock.now())) && (
        <AgeNotice at={shown.asOf} onRefresh={finder.refresh} />
      )}
      {shown?.isComplete === false && <NotAllRead onRefresh={finder.refresh} />}
      <div>
        <h1 className={styles.title}>{words.everyone.title}</h1>
        <p className={styles.names}>{words.everyone.names}</p>
      </div>
      <SearchField
        words={wish.words}
        onWords={(typed) => setWish((old) => ({ ...old, words: typed }))}
      />
      {desk && (
        <Body
          state={state}
          desk={desk}
          wish={wish}
          onWish={setWish}
          masters={masters}
          onRetry={finder.refresh}
          bar={item.number === undefined && bar}
        />
      )}
      {!desk && failure && <SearchFailed failure={failure} onRetry={finder.refresh} />}
      {!desk && !failure && <LoadingRows count={10} height={36} />}
      <SampleFooter isSample={campaign?.isSample} />
      <ItemDrawer
        number={item.number}
        masters={masters}
        support={support}
        onClose={item.close}
        bar={bar}
      />
    </div>
  );
}
