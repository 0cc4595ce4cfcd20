import { useAtMost } from '../shell/use-at-most.js';

/**
 * How much room the desk has, in CSS pixels of the tab (a host page may take 300 of the window).
 * broad, from 1600: filters, a table, the item and the decision. wide, from 1240: the same with the
 * rows folded. medium, from 960: list, item and decision, the filters behind a button. narrow, from
 * 640: two of the three, the item always among them. phone: one at a time.
 */
export type DeskWidth = 'broad' | 'wide' | 'medium' | 'narrow' | 'phone';

/** The present room of the desk, kept up to date. */
export function useDeskWidth(): DeskWidth {
  const isPhone = useAtMost(639);
  const isNarrow = useAtMost(959);
  const isMedium = useAtMost(1239);
  const isWide = useAtMost(1599);
  if (isPhone) return 'phone';
  if (isNarrow) return 'narrow';
  if (isMedium) return 'medium';
  return isWide ? 'wide' : 'broad';
}
