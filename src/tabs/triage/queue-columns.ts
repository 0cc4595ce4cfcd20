import { makeStyles } from '@fluentui/react-components';

const cell = {
  minWidth: 0,
  padding: '0 4px',
  boxSizing: 'border-box',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
} as const;

/** Widths of the columns, shared by header and rows. */
export const useColumnStyles = makeStyles({
  select: { ...cell, flex: '0 0 34px', padding: 0, overflow: 'visible' },
  number: {
    ...cell,
    flex: '0 0 66px',
    fontVariantNumeric: 'tabular-nums',
  },
  title: { ...cell, flex: '1 1 0px', gap: '6px' },
  cost: { ...cell, flex: '0 0 36px', '@media (max-width: 1199px)': { display: 'none' } },
  track: { ...cell, flex: '0 0 110px', ':lang(en)': { flex: '0 0 130px' } },
  /** The track with the state of publication under it, where the list has no room for both side by side. */
  stacked: { flexDirection: 'column', alignItems: 'flex-start', justifyContent: 'center' },
  state: {
    ...cell,
    flex: '0 0 48px',
    ':lang(en)': { flex: '0 0 84px' },
  },
});
