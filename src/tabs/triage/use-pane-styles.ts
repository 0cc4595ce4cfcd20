import { makeStyles, tokens } from '@fluentui/react-components';

/** The frame of every part of the decision pane: what scrolls, and the foot with its one main act. */
export const usePaneStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flex: 1, minHeight: 0 },
  body: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    padding: '12px 16px',
  },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', outlineStyle: 'none' },
  foot: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: {
    display: 'flex',
    gap: '6px',
    margin: 0,
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    wordBreak: 'auto-phrase',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  main: { flex: '1 1 140px' },
  text: {
    margin: 0,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    wordBreak: 'auto-phrase',
  },
  label: {
    margin: '0 0 2px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});
