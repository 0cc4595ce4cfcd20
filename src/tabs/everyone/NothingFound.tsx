import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useEveryoneSurroundings } from './use-everyone-surroundings.js';
import { choicesSet, type Wish, withoutChoices } from './wish.js';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '48px 20px',
    textAlign: 'center',
  },
  icon: { fontSize: '36px', lineHeight: '36px', color: tokens.colorNeutralForeground3 },
  title: {
    margin: 0,
    fontSize: '16px',
    lineHeight: '22px',
    wordBreak: 'auto-phrase',
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, maxWidth: '420px', wordBreak: 'auto-phrase' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
});

interface NothingFoundProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  /** Whether there is nothing to be found at all. */
  readonly isEmpty: boolean;
}

/** No hit: what may help; or that nothing is open to everyone yet. */
export function NothingFound({ wish, onWish, isEmpty }: NothingFoundProps) {
  const styles = useStyles();
  const { words } = useEveryoneSurroundings();
  const texts = words.everyone;
  const typed = wish.words.trim();
  const titled = typed === '' ? texts.nothingWithoutWords : texts.nothingTitle(typed);
  return (
    <div className={styles.box}>
      <span className={styles.icon} aria-hidden="true">
        <SearchRegular />
      </span>
      <h2 className={styles.title}>{isEmpty ? texts.emptyTitle : titled}</h2>
      <p className={styles.text}>{isEmpty ? texts.emptyText : texts.nothingText}</p>
      {!isEmpty && (
        <div className={styles.buttons}>
          {choicesSet(wish) > 0 && (
            <Button appearance="primary" onClick={() => onWish(withoutChoices(wish))}>
              {texts.clearFilters}
            </Button>
          )}
          {typed !== '' && (
            <Button onClick={() => onWish({ ...wish, words: '' })}>{texts.clearWords}</Button>
          )}
        </div>
      )}
      {!isEmpty && <p className={styles.text}>{texts.proposeInstead}</p>}
    </div>
  );
}
