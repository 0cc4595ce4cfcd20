import { makeStyles, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { useSurroundings } from './surroundings.js';

const useStyles = makeStyles({
  link: {
    position: 'absolute',
    left: '8px',
    top: '-60px',
    zIndex: 10,
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px solid ${tokens.colorStrokeFocus2}`,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: '8px' },
  },
});

/** Id of the element the skip link leads to. */
export const contentId = 'content';

/** First stop of the keyboard: past the tabs to the content. */
export function SkipLink() {
  const styles = useStyles();
  const { words } = useSurroundings();
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(contentId)?.focus();
  };
  return (
    <a className={styles.link} href={`#${contentId}`} onClick={skip}>
      {words.skipToContent}
    </a>
  );
}
