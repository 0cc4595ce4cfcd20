import { makeStyles, tokens } from '@fluentui/react-components';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  footer: {
    fontSize: '12px',
    lineHeight: '18px',
    wordBreak: 'auto-phrase',
    color: tokens.colorNeutralForeground3,
  },
});

/** Marks invented content as invented. */
export function SampleFooter({ isSample }: { isSample: boolean | undefined }) {
  const styles = useStyles();
  const { words } = useSurroundings();
  return isSample ? <footer className={styles.footer}>{words.sample}</footer> : null;
}
