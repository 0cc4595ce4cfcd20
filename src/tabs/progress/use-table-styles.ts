import { makeStyles, tokens } from '@fluentui/react-components';

/** The look of the tables of figures. */
export const useTableStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '13px',
    lineHeight: '20px',
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    padding: '4px 8px 4px 0',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
    color: tokens.colorNeutralForeground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  figure: { textAlign: 'end', whiteSpace: 'nowrap', paddingRight: 0, paddingLeft: '8px' },
  total: { fontWeight: tokens.fontWeightSemibold, borderBottomStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground3 },
  marked: { display: 'inline-flex', alignItems: 'center', gap: '8px' },
});
