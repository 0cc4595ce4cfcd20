import { makeStyles, tokens } from '@fluentui/react-components';

/** How the fields of a form stand. */
export const useFieldStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))',
    gap: '14px',
  },
  note: { margin: 0, fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});
