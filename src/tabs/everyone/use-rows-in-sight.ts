import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { contentId } from '../shell/SkipLink.js';
import type { EveryoneDesk } from './everyone-desk.js';
import { pageSize } from './finder-state.js';
import { rowId } from './places.js';

const leastRow = 45;
const leastCard = 124;
/** A list that is dragged past asks for nothing until it rests. */
const restMs = 80;

interface Range {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** The rows that are drawn, and where. */
export interface RowsInSight {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly items: readonly { readonly index: number; readonly top: number }[];
  readonly height: number;
  readonly measure: (row: Element | null) => void;
  /** Where the Tab key stops. */
  readonly stop: number;
  readonly setCurrent: (index: number) => void;
  readonly focusRow: (index: number) => void;
}

/** How far below the top of what scrolls the list begins. */
function useListOffset(list: RefObject<HTMLDivElement | null>, scrollsPage: boolean): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const page = document.getElementById(contentId);
    if (!scrollsPage || !list.current || !page) return setOffset(0);
    const top = list.current.getBoundingClientRect().top - page.getBoundingClientRect().top;
    setOffset(Math.round(top + page.scrollTop));
  });
  return offset;
}

/** Asks for the pages of what is in sight, once it rests. */
function useWanted({ want }: EveryoneDesk, range: Range | null): void {
  const first = Math.floor((range?.startIndex ?? 0) / pageSize);
  const last = Math.floor((range?.endIndex ?? 0) / pageSize);
  useEffect(() => {
    const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    const timer = setTimeout(() => want(pages), restMs);
    return () => clearTimeout(timer);
  }, [want, first, last]);
}

/** Draws only what is in sight and asks for its pages. Cards scroll with the page, rows within their frame. */
export function useRowsInSight(desk: EveryoneDesk, isCard: boolean): RowsInSight {
  const { found } = desk;
  const count = found.found;
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const offset = useListOffset(scroller, isCard);
  const stop = Math.min(current, Math.max(0, count - 1));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => (isCard ? document.getElementById(contentId) : scroller.current),
    estimateSize: () => (isCard ? leastCard : leastRow),
    overscan: isCard ? 4 : 10,
    scrollMargin: offset,
    scrollPaddingStart: isCard ? 0 : 33,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      // The row with the focus stays, or scrolling would throw the focus away.
      return count === 0 || inSight.includes(stop)
        ? inSight
        : [...inSight, stop].sort((a, b) => a - b);
    },
  });

  useWanted(desk, virtual.range);
  const { wish } = found;
  const scrolledFor = useRef(wish);
  useEffect(() => {
    if (scrolledFor.current === wish) return;
    scrolledFor.current = wish;
    setCurrent(0);
    virtual.scrollToOffset(0);
  }, [virtual, wish]);

  const wasCard = useRef(isCard);
  useEffect(() => {
    if (wasCard.current !== isCard) virtual.measure();
    wasCard.current = isCard;
  }, [virtual, isCard]);

  const focusRow = useCallback(
    (index: number) => {
      const to = Math.max(0, Math.min(index, count - 1));
      setCurrent(to);
      virtual.scrollToIndex(to, { align: 'auto' });
      // Drawn in the next frame; focused in the one after it.
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          document.getElementById(rowId(to))?.focus({ preventScroll: true }),
        ),
      );
    },
    [virtual, count],
  );

  return {
    scroller,
    items: virtual.getVirtualItems().map(({ index, start }) => ({ index, top: start - offset })),
    height: virtual.getTotalSize(),
    measure: virtual.measureElement,
    stop,
    setCurrent,
    focusRow,
  };
}
