import { makeStyles, tokens } from '@fluentui/react-components';

const cell = {
  display: 'flex',
  alignItems: 'center',
  flexShrink: 0,
  minWidth: 0,
  boxSizing: 'border-box',
  height: 'auto',
} as const;

/** A table row gives its cells the least height of a line; those of a card stand above one another. */
const cardCell = { ...cell, minHeight: 0 } as const;

/** Widths of the columns where there is room for them. */
export const useColumnStyles = makeStyles({
  row: { display: 'flex', minHeight: '44px', padding: '0 16px' },
  number: { ...cell, flex: '0 0 84px', padding: '0 8px 0 0' },
  title: { ...cell, flex: '1 1 0', padding: '2px 12px 2px 0' },
  status: { ...cell, flex: '0 0 158px', padding: '0 8px 0 0' },
  updated: { ...cell, flex: '0 0 82px', padding: '0 4px 0 0' },
  endorse: { ...cell, flex: '0 0 112px', padding: 0 },
  follow: { ...cell, flex: '0 0 114px', padding: 0 },
});

/** The same cells as a card: number over title, then status and day, then what one can say. */
export const useCardStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"number number" "title title" "status updated" "endorse follow"',
    columnGap: '8px',
    rowGap: '2px',
    padding: '10px 16px 4px',
  },
  number: { ...cardCell, gridArea: 'number', padding: 0, fontSize: '12px', lineHeight: '16px' },
  title: { ...cardCell, gridArea: 'title', padding: 0 },
  status: { ...cardCell, gridArea: 'status', padding: '4px 0 0' },
  updated: { ...cardCell, gridArea: 'updated', padding: '4px 0 0' },
  endorse: { ...cardCell, gridArea: 'endorse', padding: 0, minHeight: '44px', marginLeft: '-12px' },
  follow: { ...cardCell, gridArea: 'follow', padding: 0 },
});

/** Text that is read by those who cannot see the columns, and not drawn. */
export const useUnseenStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
  quiet: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
});
