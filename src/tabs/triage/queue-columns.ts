import { makeStyles } from '@fluentui/react-components';

const cell = {
  minWidth: 0,
  padding: '0 4px',
  boxSizing: 'border-box',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
} as const;

/** Widths of the columns, shared by header and rows; the phone keeps number, title and track. */
export const useColumnStyles = makeStyles({
  select: { ...cell, flex: '0 0 34px', padding: 0, overflow: 'visible' },
  number: {
    ...cell,
    flex: '0 0 70px',
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 639px)': { flex: '0 0 66px' },
  },
  title: { ...cell, flex: '1 1 0px', gap: '6px' },
  cost: { ...cell, flex: '0 0 36px', '@media (max-width: 1199px)': { display: 'none' } },
  track: { ...cell, flex: '0 0 88px', ':lang(en)': { flex: '0 0 112px' } },
  state: {
    ...cell,
    flex: '0 0 56px',
    ':lang(en)': { flex: '0 0 84px' },
    '@media (max-width: 639px)': { display: 'none' },
  },
});
