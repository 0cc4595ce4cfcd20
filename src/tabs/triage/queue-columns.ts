import { makeStyles } from '@fluentui/react-components';

const cell = {
  minWidth: 0,
  padding: '0 4px',
  boxSizing: 'border-box',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
} as const;

/** Widths of the columns of a broad list, shared by header and rows. */
export const useColumnStyles = makeStyles({
  select: { ...cell, flex: '0 0 34px', padding: 0, overflow: 'visible' },
  number: { ...cell, flex: '0 0 66px', fontVariantNumeric: 'tabular-nums' },
  title: { ...cell, flex: '1 1 0px', padding: '3px 4px', gap: '6px' },
  cost: { ...cell, flex: '0 0 36px' },
  track: { ...cell, flex: '0 0 110px', ':lang(en)': { flex: '0 0 140px' } },
  state: { ...cell, flex: '0 0 48px', ':lang(en)': { flex: '0 0 84px' } },
});

const folded = { ...cell, minHeight: '20px', fontSize: '12px', lineHeight: '18px' } as const;

/**
 * A row folded in two: the whole width for the title, which may take two lines, and one quiet line
 * under it for everything else.
 */
export const useFoldedStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '34px auto minmax(auto, 1fr) auto auto',
    gridTemplateAreas: '"select title title title title" "select number cost track state"',
    alignItems: 'center',
    paddingTop: '4px',
    paddingBottom: '4px',
  },
  select: {
    ...cell,
    gridArea: 'select',
    alignSelf: 'start',
    marginTop: '-5px',
    padding: 0,
    overflow: 'visible',
  },
  number: {
    ...folded,
    gridArea: 'number',
    paddingLeft: '26px',
    fontVariantNumeric: 'tabular-nums',
  },
  title: { ...cell, gridArea: 'title', alignItems: 'flex-start', minHeight: '22px', gap: '6px' },
  cost: { ...folded, gridArea: 'cost' },
  track: { ...folded, gridArea: 'track' },
  state: { ...folded, gridArea: 'state', paddingRight: 0 },
});
